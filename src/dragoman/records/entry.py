"""A statement as the ledger keeps it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.records.document import Document
from dragoman.records.statement import Statement


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement with its document, the ledger's two clocks, and what reconciling found out about it.

    `recorded` and `superseded` are ISO timestamps in UTC. `occurrence` is the event or tie that this is a report of,
    `origins` the number of independent origins behind it; both are `None` before reconciling.
    """

    statement: Statement
    document: Document
    recorded: str
    superseded: str | None = None
    occurrence: str | None = None
    origins: int | None = None
