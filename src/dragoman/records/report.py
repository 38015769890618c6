"""What became of a pile that was offered for reading."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.reading import Copy, Failure


@dataclass(frozen=True, slots=True)
class Report:
    """Paths of what was read and what had not changed since it was read; which documents copy which; what failed.

    `names` gives the path of each document that a copy speaks of; `statements` counts those found in what was read.
    `repeats` are paths that gave the very document, text and publisher and date, that another path had given: (path,
    the other).
    """

    read: tuple[str, ...]
    unchanged: tuple[str, ...]
    copies: tuple[Copy, ...]
    failures: tuple[Failure, ...]
    names: dict[str, str]
    statements: int
    repeats: tuple[tuple[str, str], ...] = ()
