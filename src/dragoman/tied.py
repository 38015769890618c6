"""The ties of a ledger with all that is known of them, some at a time."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.analysis import Tie, gathered, ties
from dragoman.ledger import View


def tied(view: View, occurrences: Iterable[str]) -> tuple[Tie, ...]:
    """The ties among some occurrences, by their ids, as all that the ledger holds makes them."""
    listed = gathered(view.of(occurrences))
    between = {_between((*each.actor, *each.recipient)) for each in listed if each.kind == "tie"}
    events = gathered(view.of(view.turning(between))) if between else ()
    return ties((*(each for each in listed if each.kind == "tie"), *events))


def _between(parties: tuple[str, ...]) -> tuple[str, str]:
    one, *others = parties
    other = others[0] if others else one
    return (one, other) if one <= other else (other, one)
