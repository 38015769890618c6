"""Whether two figures conflict, or only look so."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from functools import lru_cache
from math import isfinite
from typing import Literal

from dragoman.analysis.figures import Reported, bounds
from dragoman.analysis.times import publication
from dragoman.codebook.bases import flows, meaning
from dragoman.codebook.events import UNDIRECTED
from dragoman.codebook.names import label
from dragoman.codebook.ties import MUTUAL
from dragoman.codebook.units import UNITS
from dragoman.records import Interval, Standing, Statement

#: `agree` and `apart`: the same is measured, and both can hold or not. Otherwise what is not the same: the `period`,
#: the `base` or its owner, the `unit`, or anything `other`, such as the direction.
Verdict = Literal["agree", "apart", "period", "base", "unit", "other"]

#: Whose base a figure is of, if that is told, and what its words mean.
Base = tuple[str | None, frozenset[str]]

#: Periods are the same if the shorter is at least this share of the longer.
SAME_PERIOD = 0.7
#: Two figures of the present are of one period if published so close to each other.
PRESENT = timedelta(days=365)
#: Bases are the same if this share of what both mean is meant by both.
SAME_BASE = 0.6
#: Words for one event may give days so far apart.
_DAYS = timedelta(days=3)
_DAY_SECONDS = 86_400.0
#: A number that was converted was rounded by at most this share of it: "1,000 km" and "620 miles" are one length.
_MOST_ROUNDED = Decimal("0.025")


def compare(one: Reported, other: Reported) -> Verdict:
    """What two figures are to each other."""
    if not _same_matter(one.entry.statement, other.entry.statement):
        return "other"
    unlike = differing(one, other)
    if unlike is not None:
        return unlike
    (low, high), (other_low, other_high) = limits(one, other), limits(other, one)
    if not (high < other_low or other_high < low):
        return "agree"
    # What was planned and what came of it are two amounts.
    return "apart" if settled(one) == settled(other) else "base"


def differing(one: Reported, other: Reported) -> Verdict | None:
    """What is not the same in what two figures of one matter measure, whatever their numbers; `None` if all is."""
    if _are_two_events(one, other):
        return "other"
    if not _comparable(one, other):
        return "unit"
    if _of_two_days(one, other) and not _same_period(one, other):
        return "other"
    if not same_base(one, other):
        return "base"
    return None if _same_period(one, other) else "period"


def profile(one: Reported) -> Hashable:
    """All of a figure but its number that tells what it is to others of one matter and one kind of unit: two of one
    profile are the same to each third.
    """
    said = one.entry.statement
    event = one.entry.occurrence if said.kind == "event" else None
    return (event, one.quantity.unit, base_of(one), settled(one), None if said.type == "geography" else _time(one))


def _time(one: Reported) -> Hashable:
    if one.entry.statement.kind == "event":
        return (one.period.start, one.period.end, one.period.precision == "day")
    period, told = period_of(one), publication(one.entry.document)
    return (period.start, period.end) if period.known else ("told", told.start, told.end)


def _same_matter(one: Statement, other: Statement) -> bool:
    if one.type.casefold() != other.type.casefold():
        return False
    sides, others = _sides(one), _sides(other)
    if one.type in MUTUAL or one.type in UNDIRECTED:
        return sides[0] | sides[1] == others[0] | others[1]
    return sides == others


def _are_two_events(one: Reported, other: Reported) -> bool:
    """Whether two figures are of events that were reconciled, and are not the same."""
    ids = {one.entry.occurrence, other.entry.occurrence}
    return one.entry.statement.kind == "event" and None not in ids and len(ids) > 1


def _sides(statement: Statement) -> tuple[frozenset[str], frozenset[str]]:
    actor, recipient = (frozenset(party.key for party in side) for side in (statement.actor, statement.recipient))
    return actor, recipient


def _comparable(one: Reported, other: Reported) -> bool:
    a, b = UNITS[one.quantity.unit], UNITS[other.quantity.unit]
    if a.kind == b.kind:
        return a.kind not in ("currency", "currency_rate", "price") or a.base == b.base
    return {a.kind, b.kind} in ({"volume", "volume_rate"}, {"mass", "mass_rate"}, {"count", "count_rate"}) and (
        _days(one) is not None or _days(other) is not None
    )


def limits(one: Reported, other: Reported) -> tuple[float, float]:
    """The bounds of one figure beside another in the base unit of the kind; what is told a day or a year, for the whole
    period, if the other is not.

    In another unit than the other's, a number is as exact as it is written: "475 miles" may be 764 or 765 km.
    """
    unit = UNITS[one.quantity.unit]
    factor = unit.factor
    if unit.kind.endswith("_rate") and not UNITS[other.quantity.unit].kind.endswith("_rate"):
        factor *= _DAY_SECONDS * (_days(one) or _days(other) or 1)
    low, high = bounds(one.quantity)
    if one.quantity.unit != other.quantity.unit:
        low, high = low - _rounded(low), high + _rounded(high)
    return low * factor, high * factor


def _rounded(number: float) -> float:
    """Half of the last place of a number that is not nought: 0.5 of 475, 5 of 760, 0.05 of 1.2."""
    if number == 0 or not isfinite(number):
        return 0.0
    exact = Decimal(repr(number)).normalize()
    return float(min(Decimal((0, (5,), int(exact.as_tuple().exponent) - 1)), abs(exact) * _MOST_ROUNDED))


def _days(one: Reported) -> int | None:
    period = one.period
    return (period.end - period.start).days + 1 if period.start is not None and period.end is not None else None


def same_base(one: Reported, other: Reported) -> bool:
    """Whether two figures may be of one base: of one owner, and of what means the same."""
    return alike(base_of(one), base_of(other))


def base_of(one: Reported) -> Base:
    """What a figure is a share or an amount of: whose, and what that means."""
    return one.quantity.whose, _meaning(one)


def alike(one: Base, other: Base) -> bool:
    """Whether what two figures are of may be one base."""
    (owner, first), (other_owner, second) = one, other
    if owner is not None and other_owner is not None and owner != other_owner:
        return False
    mine, theirs = first & flows(), second & flows()
    if mine and theirs and not mine & theirs:
        return False
    return not first or not second or len(first & second) / len(first | second) >= SAME_BASE


def _meaning(one: Reported) -> frozenset[str]:
    """What a base, or what is counted, means, without the names of the parties."""
    statement, base = one.entry.statement, one.quantity.of or ""
    if not base and UNITS[one.quantity.unit].kind == "count":
        # The noun that a count is of stands last in its words: "four Russian diplomats".
        base = one.quantity.mention.text.split()[-1]
    return _meant(base, tuple((party.mention.text, party.name, party.code) for party in statement.parties))


@lru_cache(1 << 14)
def _meant(base: str, parties: tuple[tuple[str, str, str | None], ...]) -> frozenset[str]:
    for words, called, code in parties:
        for name in (words, called, label(code) if code else ""):
            base = base.replace(name, " ") if name else base
    return meaning(base) - {"foreign", "people"}


def _same_period(one: Reported, other: Reported) -> bool:
    if one.entry.statement.kind == "event":
        return _same_day(one.period, other.period)
    if one.entry.statement.type == "geography":
        return True
    a, b = period_of(one), period_of(other)
    if not a.known or not b.known:
        return _near(one, a, other, b)
    if not (a.start and a.end and b.start and b.end):
        return a.overlaps(b)
    if not a.overlaps(b):
        return False
    lengths = sorted(((a.end - a.start).days + 1, (b.end - b.start).days + 1))
    return lengths[0] / lengths[1] >= SAME_PERIOD


def _same_day(one: Interval, other: Interval) -> bool:
    """Whether two times may be those of one event."""
    return one.widened(_DAYS).overlaps(other)


def _of_two_days(one: Reported, other: Reported) -> bool:
    """Whether two events are told apart by their days: another event of the kind, and not another period of one."""
    events = one.entry.statement.kind == other.entry.statement.kind == "event"
    return events and one.period.precision == other.period.precision == "day"


def settled(one: Reported) -> bool:
    """Whether a figure is of what is said to be or not to be, and not of what is planned or the like."""
    return one.entry.statement.standing in (Standing.ASSERTED, Standing.DENIED)


def period_of(one: Reported) -> Interval:
    """The period of a figure; what began and has not ended, and what has no time, is of the day it was told."""
    period, told = one.period, publication(one.entry.document)
    if period.basis == "assumed" or not period.known:
        return Interval()
    start, end = period.start or told.start, period.end or told.end
    return replace(period, start=start, end=end) if start is None or end is None or start <= end else period


def _near(one: Reported, period: Interval, other: Reported, its: Interval) -> bool:
    """Whether figures of which one or both have no time, and so are of the day they were told, are of one period."""
    told, then = publication(one.entry.document), publication(other.entry.document)
    if not period.known and not its.known:
        return told.start is None or then.start is None or abs(told.start - then.start) <= PRESENT
    dated, present = (period, then) if period.known else (its, told)
    return dated.widened(PRESENT / 2).overlaps(present)
