"""Decisions on pairs of statements beside what the ledger says of them."""

from __future__ import annotations

from collections.abc import Collection

from dragoman import reconcile
from dragoman.asking.telling import told
from dragoman.errors import InvalidValue
from dragoman.ledger import Filters, View
from dragoman.records import Anchor, Decision, Entry, Statement


def needed(view: View, documents: Collection[str]) -> int:
    """How many decisions on pairs of statements, one of them of certain documents, say otherwise than reconciling."""
    taken = [each for each in view.decisions() if each.is_pairing]
    about = [each for each in taken if any(anchor.document in documents for anchor in each.anchors)]
    entries = list(view.entries()) if about else []
    root = reconcile.roots(entries, view.copies(), view.document)
    found = reconcile.occurrences(entries, root)
    return sum(reconcile.needed(found, entries, root, each) for each in about)


def contradicting(decision: Decision, view: View) -> Decision | None:
    """A decision that holds and cannot hold together with a new one on a pair of statements."""
    taken = [each for each in view.decisions() if each.is_pairing]
    if decision.verdict == "same":
        mine = _sides(decision, view)
        apart = [each for each in taken if each.verdict == "not the same"]
        return next((each for each in apart if _meet(mine, _sides(each, view))), None)
    return _binding(decision, [each for each in taken if each.verdict == "same"], view)


def _sides(decision: Decision, view: View) -> tuple[set[str | None], set[str | None]]:
    """The occurrences that the two sides of a decision are about."""
    one, other = ({entry.occurrence for entry in _held(anchor, view)} for anchor in decision.anchors)
    return one, other


def _held(anchor: Anchor, view: View) -> list[Entry]:
    return [entry for entry in told(view, Filters(document=anchor.document)) if anchor.holds(entry.statement)]


def _meet(mine: tuple[set[str | None], set[str | None]], theirs: tuple[set[str | None], set[str | None]]) -> bool:
    straight = all(a & b for a, b in zip(mine, theirs, strict=True))
    return straight or all(a & b for a, b in zip(mine, theirs[::-1], strict=True))


def _binding(decision: Decision, same: list[Decision], view: View) -> Decision | None:
    """One of the decisions by which the two sides of another are the same, step by step."""
    ids = {each.id: [{e.statement.id for e in _held(a, view)} for a in each.anchors] for each in same}
    start, goal = ({entry.statement.id for entry in _held(anchor, view)} for anchor in decision.anchors)
    reached, steps = set(start), list[Decision]()
    while more := [each for each in same if each not in steps and any(side & reached for side in ids[each.id])]:
        steps += more
        reached |= {identity for each in more for side in ids[each.id] for identity in side}
        if reached & goal:
            return next(each for each in steps if any(side & goal for side in ids[each.id]))
    return None


def check_alike(one: Statement, other: Statement) -> None:
    """Raises `InvalidValue` for an event and a tie, or ties of two channels: reports of those are never of one."""
    if one.kind != other.kind or (one.kind == "tie" and one.type != other.type):
        kinds = " and ".join(
            f"{'an event' if each.kind == 'event' else 'a tie'} ({each.type})" for each in (one, other)
        )
        raise InvalidValue(f"These are {kinds}, which are never one; judge a wrong type first, with --type.")
