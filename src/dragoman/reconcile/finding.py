"""What reconciling found out about one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.reconcile.lineage import origins
from dragoman.reconcile.occurrences import occurrences
from dragoman.reconcile.support import support
from dragoman.records import Copy, Entry


@dataclass(frozen=True, slots=True)
class Finding:
    """The occurrence or tie that a statement is a report of, and on how many independent origins that rests.

    `statement` is the statement's id; `origins` counts the reports of the same standing only.
    """

    statement: str
    occurrence: str
    origins: int


def reconcile(entries: Sequence[Entry], copies: Sequence[Copy]) -> tuple[Finding, ...]:
    """One finding for each statement, by statement id; the order of entries and copies does not matter."""
    occurrence = occurrences(entries, copies)
    counts = support(entries, occurrence, origins(entries, copies, occurrence=occurrence))
    statements = {entry.statement.id: entry.statement for entry in entries}
    return tuple(
        Finding(identity, occurrence[identity], counts[occurrence[identity], statements[identity].standing])
        for identity in sorted(statements)
    )
