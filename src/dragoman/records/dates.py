"""When something happened, holds, or was published: an interval of days."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from dragoman.errors import InvalidValue

Precision = Literal["day", "month", "year", "decade", "unknown"]
Basis = Literal["stated", "relative", "assumed"]


@dataclass(frozen=True, slots=True)
class Interval:
    """Days from `start` to `end`, both included; `None` is open on that side.

    `precision` is that of the words read, `text` the words themselves, `basis` where the dates come from:
    `stated` in the text, `relative` to the publication date, or `assumed` from it.
    """

    start: date | None = None
    end: date | None = None
    precision: Precision = "unknown"
    text: str | None = None
    basis: Basis = "assumed"

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise InvalidValue(f"An interval cannot end ({self.end}) before it starts ({self.start}).")

    @property
    def known(self) -> bool:
        """Whether at least one side is closed."""
        return self.start is not None or self.end is not None

    def overlaps(self, other: Interval) -> bool:
        """Whether the two may share a day; open sides reach as far as needed."""
        return (self.start or date.min) <= (other.end or date.max) and (other.start or date.min) <= (
            self.end or date.max
        )

    def widened(self, by: timedelta) -> Interval:
        """The same with so much more time on either side that is closed."""
        start = None if self.start is None else shifted(self.start, -by)
        return replace(self, start=start, end=None if self.end is None else shifted(self.end, by))

    def iso(self) -> str | None:
        """The shortest ISO form: `2023`, `2023-05`, `2023-05-30`, `2016/2020`, or `None` if unknown."""
        if self.start is None or self.end is None:
            return None if not self.known else f"{self.start or '..'}/{self.end or '..'}"
        for whole, shown in ((year(self.start.year), 4), (month(self.start.year, self.start.month), 7)):
            if (self.start, self.end) == (whole.start, whole.end):
                return self.start.isoformat()[:shown]
        if self.start == self.end:
            return self.start.isoformat()
        return _range_iso(self.start, self.end)


def _range_iso(start: date, end: date) -> str:
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}/{end.year}"
    return f"{start.isoformat()}/{end.isoformat()}"


def shifted(on: date, by: timedelta) -> date:
    """A day moved, but not beyond the calendar."""
    return date.fromordinal(min(max(on.toordinal() + by.days, 1), date.max.toordinal()))


def day(on: date, **more: str | None) -> Interval:
    """A single day."""
    return Interval(on, on, "day", more.get("text"), "stated")


def month(in_year: int, in_month: int) -> Interval:
    """A whole month."""
    last = calendar.monthrange(in_year, in_month)[1]
    return Interval(date(in_year, in_month, 1), date(in_year, in_month, last), "month", None, "stated")


def year(in_year: int) -> Interval:
    """A whole year."""
    return Interval(date(in_year, 1, 1), date(in_year, 12, 31), "year", None, "stated")


_ISO = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?(?:[T ].*)?")


def from_iso(text: str) -> Interval:
    """`2023`, `2023-05`, `2023-05-30` or a timestamp as an interval; raises `InvalidValue` for anything else."""
    match = _ISO.fullmatch(text.strip())
    if match is None:
        raise InvalidValue(f"{text!r} is not a date; write 2023, 2023-05 or 2023-05-30.")
    parts = [int(part) for part in match.groups() if part is not None]
    try:
        if len(parts) == 1:
            return year(parts[0])
        return month(parts[0], parts[1]) if len(parts) == 2 else day(date(*parts))
    except (ValueError, IndexError, calendar.IllegalMonthError) as error:
        raise InvalidValue(f"{text!r} is not a date: {error}.") from error
