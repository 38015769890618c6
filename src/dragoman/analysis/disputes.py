"""Where reports contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from dragoman.analysis.figures import Figure, Reported, apart, figures
from dragoman.analysis.occurrences import Occurrence
from dragoman.analysis.stretches import is_ending
from dragoman.analysis.ties import held
from dragoman.analysis.times import publication
from dragoman.records import Entry, Interval

#: A tie stated without a time is taken to be of the time of publication, give or take a year.
_AROUND = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Dispute:
    """An event or tie that some assert and others deny; `at_once` whether they may speak of the same time."""

    occurrence: Occurrence
    asserted: tuple[Entry, ...]
    denied: tuple[Entry, ...]
    at_once: bool


@dataclass(frozen=True, slots=True)
class FigureDispute:
    """A figure of an event or tie for which some reports give numbers that cannot both hold."""

    occurrence: Occurrence
    figure: Figure
    reports: tuple[Reported, ...]


def disputes(occurrences: Iterable[Occurrence]) -> tuple[Dispute, ...]:
    """The occurrences with asserted and denied reports; who reports that a tie ended does not deny that it stood."""
    return tuple(
        Dispute(each, each.asserted, denied, _at_once(each, denied))
        for each in occurrences
        if each.asserted and (denied := tuple(entry for entry in each.denied if not is_ending(entry)))
    )


def figure_disputes(occurrences: Iterable[Occurrence]) -> tuple[FigureDispute, ...]:
    """The figures of asserted reports that contradict each other; each holds only the reports that do."""
    return tuple(
        FigureDispute(each, figure, reports)
        for each in occurrences
        for figure in figures(each.asserted)
        if (reports := tuple(_contradicting(figure)))
    )


def _contradicting(figure: Figure) -> Iterator[Reported]:
    # Reports that give the same number of the same time contradict the same others; each such kind is compared once.
    kinds = {_kind(report): report for report in figure.reports}
    by: dict[tuple[object, ...], set[str]] = {kind: set() for kind in kinds}
    for report in figure.reports:
        by[_kind(report)].add(report.entry.statement.id)
    members = {
        kind
        for pair in combinations(kinds, 2)
        # One statement alone that gives both numbers contradicts nobody.
        if apart(*(kinds[kind] for kind in pair)) and not (by[pair[0]] == by[pair[1]] and len(by[pair[0]]) == 1)
        for kind in pair
    }
    return (report for report in figure.reports if _kind(report) in members)


def _kind(report: Reported) -> tuple[object, ...]:
    quantity = report.quantity
    return (quantity.low, quantity.high, quantity.approximate, report.period.start, report.period.end)


def _at_once(occurrence: Occurrence, denied: Sequence[Entry]) -> bool:
    if occurrence.kind == "event":
        return True
    times = [_time(entry) for entry in denied]
    return any(_time(entry).overlaps(time) for entry in occurrence.asserted for time in times)


def _time(entry: Entry) -> Interval:
    time = held(entry)
    published = publication(entry.document)
    if time.known or not published.known:
        return time
    return published.widened(_AROUND)
