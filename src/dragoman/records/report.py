"""What became of a pile that was offered for reading."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.reading import Copy, Failure


@dataclass(frozen=True, slots=True)
class Report:
    """Paths of what was read and what had not changed since it was read; which documents copy which; what failed.

    `names` gives the path of each document that a copy speaks of; `statements` counts those found in what was read.
    `repeats` are paths that gave the very document, text and publisher and date, that another path had given: (path,
    the other). `undated` are paths of documents that give no date that can be read, and `ahead` those that bear one
    that is still to come, each with that date as in ISO 8601; both are kept.
    """

    read: tuple[str, ...]
    unchanged: tuple[str, ...]
    copies: tuple[Copy, ...]
    failures: tuple[Failure, ...]
    names: dict[str, str]
    statements: int
    repeats: tuple[tuple[str, str], ...] = ()
    undated: tuple[str, ...] = ()
    ahead: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of files of a data set: how many of their rows are new to the ledger and how many it had; how many of
    them make no statement of their own and are kept as documents alone; the files that had not changed since
    all of them was taken in; what failed.
    """

    new: int = 0
    known: int = 0
    without: int = 0
    unchanged: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
