"""What reconciling found out about one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.reconcile.judged import judged
from dragoman.reconcile.lineage import origins
from dragoman.reconcile.occurrences import matter, occurrences
from dragoman.reconcile.originals import originals
from dragoman.reconcile.roots import Documents, roots
from dragoman.reconcile.support import support
from dragoman.records import Copy, Decision, Entry


@dataclass(frozen=True, slots=True)
class Finding:
    """The occurrence or tie that a statement is a report of, and on how many independent origins that rests.

    `statement` is the statement's id; `origins` counts the reports of the same standing only; `matter` is what all
    statements share that may be of one occurrence with it. `origin` is the key of the statement's own origin,
    `original_source` what that is called.
    """

    statement: str
    occurrence: str
    origins: int
    matter: str
    origin: str
    original_source: str


def reconcile(
    entries: Sequence[Entry],
    copies: Sequence[Copy],
    documents: Documents | None = None,
    *,
    decisions: Sequence[Decision] = (),
) -> tuple[Finding, ...]:
    """One finding for each statement, by statement id; the order of entries and copies does not matter.

    `documents` gives the documents that copies speak of by their ids; left out, those of the entries are known. What is
    found out on one matter rests on the statements on that matter and on the documents, so that the statements on some
    matters can be reconciled by themselves; but those that `linked` names go together. Of the decisions those on pairs
    of statements count.
    """
    root = roots(entries, copies, documents)
    occurrence = judged(occurrences(entries, root), entries, root, decisions)
    origin = origins(entries, occurrence, root)
    counts = support(entries, occurrence, origin)
    called = originals(entries, occurrence, origin, documents)
    statements = {entry.statement.id: entry.statement for entry in entries}
    return tuple(
        Finding(
            identity,
            occurrence[identity],
            counts[occurrence[identity], each.standing],
            matter(each),
            origin[identity],
            called[occurrence[identity], origin[identity]],
        )
        for identity, each in sorted(statements.items())
    )
