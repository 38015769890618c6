"""Structural balance over time: the triads at the end of each period, and which of them are in another state than
before.

What stands on a day is what reports say of it. A pile of 2024 says nothing of 2019, so that a side may come and go with
the reports and not with the world; `ShiftedSide.told` says whether a report tells so in so many words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dragoman.analysis.balance import Balance, Pair, State, Triad, balance
from dragoman.analysis.frame import Frame, Shown
from dragoman.analysis.links import Link
from dragoman.analysis.network import Network, Sign, networks, pair
from dragoman.analysis.periods import Length, between, end, label, start
from dragoman.analysis.times import latest, publication
from dragoman.errors import InvalidValue
from dragoman.records import Entry


@dataclass(frozen=True, slots=True)
class ShiftedSide:
    """That two parties stand to each other with another sign than in the period before; `0` is none.

    `came` are the links that brought a sign, `went` those that took one away with them; `told` says whether one of them
    is reported in so many words to have begun or ended between the two days.
    """

    between: Pair
    before: Sign
    after: Sign
    came: tuple[Link, ...]
    went: tuple[Link, ...]
    told: bool


@dataclass(frozen=True, slots=True)
class Shift:
    """That a triad is in another state than in the period before, with the sides that make it so.

    A state is `None` where a side has no sign, so that there is no triad.
    """

    parties: tuple[str, str, str]
    before: State | None
    after: State | None
    sides: tuple[ShiftedSide, ...]


@dataclass(frozen=True, slots=True)
class BalanceOn:
    """The balance on a day, which is the last of the period that begins on `start`, and what shifted since the one
    before; of the first period nothing is.
    """

    start: date
    day: date
    balance: Balance
    shifts: tuple[Shift, ...]


@dataclass(frozen=True)
class Balances(Shown):
    """The balance at the end of each period, in order of time."""

    period: Length
    periods: tuple[BalanceOn, ...]

    @property
    def shifts(self) -> tuple[Shift, ...]:
        """What shifted in all periods."""
        return tuple(shift for each in self.periods for shift in each.shifts)

    def table(self) -> Frame:
        """A row a period: how many triads there are on its last `day`, in which state, and how many shifted.

        `share` is that of the balanced ones among those that are not open, 0-1.
        """
        columns = "period day triads balanced strained open share shifted".split()
        return Frame(tuple(columns), tuple(_row(each, self.period) for each in self.periods))

    def changes(self) -> Frame:
        """A row for each side that makes a triad shift: `one` and `other` are the two parties, with their signs.

        `came` and `went` are the ids of the statements behind the links that make the difference.
        """
        columns = "period day a b c state_before state_after one other sign_before sign_after told came went".split()
        rows = (row for each in self.periods for row in _side_rows(each, label(each.start, self.period)))
        return Frame(tuple(columns), tuple(rows))


def balances(
    entries: Iterable[Entry], *, since: date | None = None, until: date | None = None, period: Length = "year"
) -> Balances:
    """The balance on the last day of each period, from that which holds `since` to that which holds `until`.

    Left out, these are the days of the first and of the latest publication; nothing is looked at after `until`, which
    ends the last period if that ends later. Raises `InvalidValue` if `until` comes first.
    """
    known = [*entries]
    first = since if since is not None else _earliest(known)
    last = until if until is not None else latest(known)
    if first is not None and last is not None and last < first:
        raise InvalidValue(f"{last} is before {first}; give the earlier day first.")
    starts = [*between(start(first, period), last, period)] if first is not None and last is not None else []
    days = [min(end(each, period), last or date.max) for each in starts]
    found = networks(known, *days)
    held = [balance(each) for each in found]
    shifts = [(), *(_shifts(then, now) for then, now in pairwise(zip(found, held, strict=True)))]
    return Balances(period, tuple(map(BalanceOn, starts, days, held, shifts)))


def statements(links: Iterable[Link]) -> tuple[str, ...]:
    """The ids of the statements behind links, in order."""
    return tuple(sorted({entry.statement.id for link in links for entry in link.reports}))


def _earliest(entries: Iterable[Entry]) -> date | None:
    published = (publication(entry.document) for entry in entries)
    days = (each.start or each.end for each in published)
    return min((day for day in days if day is not None), default=None)


_Held = tuple[Network, Balance]


def _shifts(then: _Held, now: _Held) -> tuple[Shift, ...]:
    """The triads that are in another state, in order of their parties."""
    before, after = ({triad.parties: triad for triad in each.triads} for _, each in (then, now))
    links = _signed(then[0]), _signed(now[0])
    found = []
    for parties in sorted({*before, *after}):
        states = _state(before.get(parties)), _state(after.get(parties))
        if states[0] != states[1]:
            triad = after.get(parties) or before[parties]
            sides = (_side(two, (then[0], now[0]), links) for two in triad.sides)
            found.append(Shift(parties, *states, tuple(side for side in sides if side.before != side.after)))
    return tuple(found)


def _state(of: Triad | None) -> State | None:
    return of.state if of is not None else None


_Links = dict[Pair, dict[tuple[str, str, str], Link]]


def _signed(of: Network) -> _Links:
    """The links of each pair that are friendly or hostile, by their keys."""
    found: _Links = defaultdict(dict)
    for link in of.links:
        if link.sign:
            found[pair(link.giver, link.taker)][link.key] = link
    return found


def _side(two: Pair, of: Sequence[Network], links: tuple[_Links, _Links]) -> ShiftedSide:
    then, now = (each.signs.get(two, "0") for each in of)
    before, after = (each.get(two, {}) for each in links)
    came, went = _new(after, before), _new(before, after)
    days = (of[0].as_of or date.min, of[1].as_of or date.max)
    told = [link.turned("begins", *days) for link in came] + [link.turned("ends", *days) for link in went]
    return ShiftedSide(two, then, now, came, went, any(told))


def _new(links: dict[tuple[str, str, str], Link], others: dict[tuple[str, str, str], Link]) -> tuple[Link, ...]:
    """The links of a sign that none of the others has."""
    had = {link.sign for link in others.values()}
    return tuple(link for _, link in sorted(links.items()) if link.sign not in had)


def _row(of: BalanceOn, period: Length) -> tuple[object, ...]:
    counts = [of.balance.count(state) for state in ("balanced", "strained", "open")]
    return (
        *(label(of.start, period), of.day, sum(counts), *counts),
        *(round(of.balance.share, 6) if of.balance.share is not None else None, len(of.shifts)),
    )


def _side_rows(of: BalanceOn, period: str) -> Iterator[tuple[object, ...]]:
    for shift in of.shifts:
        for side in shift.sides:
            yield (
                *(period, of.day, *shift.parties, shift.before, shift.after, *side.between, side.before, side.after),
                *(side.told, "; ".join(statements(side.came)), "; ".join(statements(side.went))),
            )
