"""All figures at once, one by one, in an order that is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from dragoman.analysis.answers import figure_row
from dragoman.analysis.figures import Reported
from dragoman.analysis.quantities import Measured
from dragoman.sorting import Key, ranked


@dataclass(frozen=True, slots=True)
class Measure:
    """One reported number, and all that measure the same."""

    measured: Measured
    report: Reported

    @property
    def against(self) -> tuple[Reported, ...]:
        """The figures with which it conflicts, of each statement one; found when they are asked for."""
        return self.measured.opposing(self.report)

    @property
    def row(self) -> tuple[object, ...]:
        """Its row in a table of `Quantities`."""
        return figure_row(self.measured, self.report, self.against)


#: What figures can be sorted by.
FIGURE_KEYS: dict[str, Key[Measure]] = {
    "what": lambda each: (each.measured.type, each.measured.actor, each.measured.recipient, each.measured.unit_kind),
    "low": lambda each: each.report.quantity.low,
    "high": lambda each: each.report.quantity.high,
    "of": lambda each: each.report.quantity.of and each.report.quantity.of.casefold(),
    "time": lambda each: each.report.period.start or each.report.period.end,
    "publisher": lambda each: each.report.entry.document.publisher,
    "published": lambda each: each.report.entry.document.published and each.report.entry.document.published.start,
}


@dataclass(frozen=True, slots=True)
class Measures:
    """The types of events and ties of which there are figures, the kinds of their units, and the figures that are
    wanted, part by part.
    """

    types: tuple[str, ...]
    kinds: tuple[str, ...]
    figures: Sequence[Measure]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which figures are wanted: of a type of event or tie, of a kind of unit, only those in conflict; and by which of
    `FIGURE_KEYS` they are sorted, with a `-` before it from the greatest on.
    """

    type: str | None = None
    kind: str | None = None
    conflicts: bool = False
    sort: str | None = None


def measures(found: Iterable[Measured], chosen: Chosen) -> Measures:
    """The figures of what is measured; raises `InvalidValue` for a name that nothing is sorted by."""
    listed = list(found)
    types, kinds = ({each.type for each in listed}, {each.unit_kind for each in listed})
    kept = [
        each
        for measured in listed
        if chosen.type in (None, measured.type) and chosen.kind in (None, measured.unit_kind)
        for each in (contested(measured) if chosen.conflicts else each_of(measured))
    ]
    return Measures(tuple(sorted(types)), tuple(sorted(kinds)), tuple(ranked(kept, chosen.sort, FIGURE_KEYS)))


def each_of(measured: Measured) -> Iterator[Measure]:
    """The figures that measure one thing, one by one."""
    return (Measure(measured, report) for report in measured.reports)


def contested(measured: Measured) -> Iterator[Measure]:
    """The same, but only those that conflict with others."""
    return compress(each_of(measured), measured.contested)
