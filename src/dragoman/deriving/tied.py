"""The ties of a ledger with all that is known of them, some at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.analysis import Occurrence, Tie, gathered, ties
from dragoman.ledger import View
from dragoman.records.outline import first_two


def reported(view: View, occurrences: Iterable[str]) -> list[Occurrence]:
    """The ties among some occurrences, by their ids, with all their reports."""
    return [each for each in gathered(view.of(occurrences)) if each.kind == "tie"]


def tied(view: View, listed: Sequence[Occurrence]) -> tuple[Tie, ...]:
    """Some ties, with all their reports, as all that the ledger holds makes them; those of which something is told."""
    between = {first_two(each.actor, each.recipient) for each in listed}
    turning = gathered(view.of(view.turning(between))) if between else ()
    # An event may have been judged to be one with a tie.
    return ties((*listed, *(each for each in turning if each.kind == "event")))
