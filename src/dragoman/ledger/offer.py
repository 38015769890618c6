"""What was offered to the ledger, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records import Failure


@dataclass(frozen=True, slots=True)
class Offer:
    """A file, page or feed that was offered: how it looked, the documents it gave, and what in it could not be read.

    `size` is in bytes, `modified` in nanoseconds since 1970, `digest` any text that changes whenever the content does;
    each is `None` where it means nothing. `documents` are content ids. `recorded` and `superseded` are filled in by the
    ledger.
    """

    path: str
    size: int | None = None
    modified: int | None = None
    digest: str | None = None
    documents: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    recorded: str | None = None
    superseded: str | None = None
