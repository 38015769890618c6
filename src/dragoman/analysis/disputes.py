"""Where reports contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from dragoman.analysis.figures import Figure, Reported, base
from dragoman.analysis.occurrences import Occurrence
from dragoman.analysis.quantities import quantities
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
    """What is measured of an event or tie for which some reports give numbers that cannot both hold, as `quantities`
    tells; `figure` is that of the first of them.
    """

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
    """The figures of reports of one occurrence that contradict each other; each holds only the reports that do."""
    return tuple(
        FigureDispute(each, _figure(reports), reports)
        for each in occurrences
        if sum(len(entry.statement.quantities) for entry in each.entries) > 1
        for measured in quantities(entry for entry in each.entries if entry.statement.quantities)
        for reports in measured.contradicting
    )


def _figure(reports: tuple[Reported, ...]) -> Figure:
    first = reports[0].quantity
    return Figure(first.unit, base(first), first.whose, reports)


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
