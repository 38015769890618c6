"""A statement as the ledger keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.document import Document
from dragoman.records.statement import Statement


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement with its document, the ledger's two clocks, and what reconciling found out about it.

    `recorded` and `superseded` are ISO timestamps in UTC. `occurrence` is the event or tie that this is a report of,
    `origins` the number of independent origins behind it; `origin` the key of this report's own origin, and
    `original_source` what that is called: neither who published the document nor how it reached us. All are `None`
    before reconciling.
    """

    statement: Statement
    document: Document
    recorded: str
    superseded: str | None = None
    occurrence: str | None = None
    origins: int | None = None
    origin: str | None = None
    original_source: str | None = None
