"""Days by periods: days, weeks, months, quarters, years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, get_args

from dragoman.errors import InvalidValue
from dragoman.records import Interval
from dragoman.records.dates import shifted

Length = Literal["day", "week", "month", "quarter", "year"]
LENGTHS: tuple[Length, ...] = get_args(Length)
_MONTHS = {"month": 1, "quarter": 3, "year": 12}


def length(name: str) -> Length:
    """A length by its name; raises `InvalidValue`."""
    for each in LENGTHS:
        if each == name:
            return each
    raise InvalidValue(f"{name!r} is no period; it may be {', '.join(LENGTHS)}.")


def start(day: date, of: Length) -> date:
    """The first day of the period that a day lies in; weeks begin on Monday (ISO 8601)."""
    if of == "day":
        return day
    if of == "week":
        return day - timedelta(days=day.weekday())
    months = _MONTHS[of]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def end(first: date, of: Length) -> date:
    """The last day of the period that begins on a day."""
    if of in _MONTHS:
        months = first.year * 12 + first.month - 1 + _MONTHS[of]
        return date.max if months // 12 > date.max.year else date(months // 12, months % 12 + 1, 1) - timedelta(days=1)
    return shifted(first, timedelta(days=6 if of == "week" else 0))


def following(first: date, of: Length) -> date:
    """The first day of the next period; the last day that there is if none begins before the end of the calendar."""
    return shifted(end(first, of), timedelta(days=1))


def label(first: date, of: Length) -> str:
    """`2023-05-30`, `2023-W22`, `2023-05`, `2023-Q2`, `2023`."""
    if of == "week":
        year, week, _ = first.isocalendar()
        return f"{year}-W{week:02}"
    if of == "quarter":
        return f"{first.year}-Q{(first.month + 2) // 3}"
    return first.isoformat()[: {"day": 10, "month": 7, "year": 4}[of]]


def within(interval: Interval, of: Length) -> date | None:
    """The first day of the period that an interval lies in; `None` if it is open, assumed, or lies in several."""
    if interval.start is None or interval.end is None or interval.basis == "assumed":
        return None
    first = start(interval.start, of)
    return first if first == start(interval.end, of) else None


def between(first: date, last: date, of: Length) -> Iterator[date]:
    """The first days of all periods from one to another, both included."""
    while first <= last:
        yield first
        after = following(first, of)
        if start(after, of) == first:
            return
        first = after
