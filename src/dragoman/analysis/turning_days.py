"""The days on which a network changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from dragoman.records.outline import Outline, TurningDay


def turning_days(among: Iterable[Outline], channels: Collection[str] = ()) -> tuple[TurningDay, ...]:
    """The days from which on some ties stand, or stand no more, in order; of ties that are asserted and whose parties
    have codes, which make up a network, and of some channels, if they are given.
    """
    wanted = (each for each in among if each.reports and each.is_named and each.ends)
    return together(turn for each in wanted if not channels or each.channel in channels for turn in _turns(each))


def together(*several: Iterable[TurningDay]) -> tuple[TurningDay, ...]:
    """The turning days of several parts of a network as those of the whole."""
    found: dict[date, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for each in (one for part in several for one in part):
        begun, ended = found[each.day]
        found[each.day] = (begun + each.begun, ended + each.ended)
    return tuple(TurningDay(day, *found[day]) for day in sorted(found))


def _turns(of: Outline) -> Iterator[TurningDay]:
    for first, last in of.days:
        if first > date.min:
            yield TurningDay(first, 1, 0)
        # On the last of its days it stands still.
        if last < date.max:
            yield TurningDay(last + timedelta(1), 0, 1)
