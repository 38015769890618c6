"""The numbers that reports give, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.times import publication
from dragoman.records import Entry, Interval, Quantity

#: "About 40" may mean a tenth more or less.
_ABOUT = 0.1


@dataclass(frozen=True, slots=True)
class Reported:
    """One number as one report gives it."""

    quantity: Quantity
    entry: Entry

    @property
    def period(self) -> Interval:
        """The time that the number is of, as far as the report says."""
        return self.entry.statement.occurred

    @property
    def told_on(self) -> date | None:
        """The last day that the number is of; where it gives no time, the day it was published."""
        published = publication(self.entry.document)
        of = self.period if self.period.known and self.period.basis != "assumed" else published
        return of.end or of.start


@dataclass(frozen=True, slots=True)
class Figure:
    """All reported numbers with one unit, base and owner; they are never averaged.

    `base` is what the number is a share or an amount of, in lower case without article, `owner` the code of the party
    whose base it is. `low` and `high` are the least and the greatest bound reported, `None` where one is left open.
    """

    unit: str
    base: str | None
    owner: str | None
    reports: tuple[Reported, ...]

    @property
    def low(self) -> float | None:
        """The least lower bound; `None` if a report gives none."""
        return _least([report.quantity.low for report in self.reports])

    @property
    def high(self) -> float | None:
        """The greatest upper bound; `None` if a report gives none."""
        bound = _least([_negative(report.quantity.high) for report in self.reports])
        return _negative(bound)

    @property
    def differs(self) -> bool:
        """Whether the reports give different bounds."""
        return len({(report.quantity.low, report.quantity.high) for report in self.reports}) > 1


def figures(entries: Iterable[Entry]) -> tuple[Figure, ...]:
    """The numbers of the entries by unit, base and owner, in the order in which the entries first give them."""
    groups: dict[tuple[str, str | None, str | None], list[Reported]] = {}
    for entry in entries:
        for quantity in entry.statement.quantities:
            groups.setdefault((quantity.unit, base(quantity), quantity.whose), []).append(Reported(quantity, entry))
    return tuple(Figure(*key, tuple(reports)) for key, reports in groups.items())


def base(quantity: Quantity) -> str | None:
    """What a number is a share or an amount of, so that "the Oil imports" and "oil imports" are one base."""
    return plain_base(quantity.of) or None if quantity.of is not None else None


def plain_base(words: str) -> str:
    """A base in the words that count: without case, articles and "all"."""
    listed = words.casefold().split()
    while listed and listed[0] in ("the", "its", "their", "all", "total"):
        listed = listed[1:]
    return " ".join(listed)


def bounds(quantity: Quantity) -> tuple[float, float]:
    """The bounds of a number, "about" taken as a tenth either way, infinite where open."""
    slack = _ABOUT if quantity.approximate else 0.0
    low = float("-inf") if quantity.low is None else quantity.low - abs(quantity.low) * slack
    high = float("inf") if quantity.high is None else quantity.high + abs(quantity.high) * slack
    return low, high


def _least(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return min(known) if known and len(known) == len(values) else None


def _negative(value: float | None) -> float | None:
    return None if value is None else -value
