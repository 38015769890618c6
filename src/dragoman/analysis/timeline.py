"""What happened when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.analysis.occurrences import Occurrence, independent
from dragoman.analysis.times import exact, when
from dragoman.records import Entry, Interval, Standing


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a timeline: an event, or a tie where its reports give a time. All `reports` are of one standing."""

    interval: Interval
    standing: Standing
    occurrence: Occurrence
    reports: tuple[Entry, ...]

    @property
    def origins(self) -> int | None:
        """On how many independent origins the reports rest.

        `None` if not reconciled yet, or if these are only some of the reports that the origins were counted for.
        """
        if len(self.reports) in (1, len(self.occurrence.reports(self.standing))):
            return independent(self.reports)
        return None


def timeline(occurrences: Iterable[Occurrence]) -> tuple[Row, ...]:
    """Asserted and denied events, and ties with dates, in order of time; undated ones at the end.

    What is planned, predicted or possible is not in it: it has not happened.
    """
    rows = [row for each in occurrences for row in (_event(each) if each.kind == "event" else _tie(each))]
    return tuple(sorted(rows, key=_place))


def _event(occurrence: Occurrence) -> Iterator[Row]:
    for standing in (Standing.ASSERTED, Standing.DENIED):
        reports = occurrence.reports(standing)
        if reports:
            yield Row(exact(reports), standing, occurrence, reports)


def _tie(occurrence: Occurrence) -> Iterator[Row]:
    for standing in (Standing.ASSERTED, Standing.DENIED):
        dated: dict[str | None, list[Entry]] = {}
        for entry in occurrence.reports(standing):
            if entry.statement.occurred.known:
                dated.setdefault(entry.statement.occurred.iso(), []).append(entry)
        for reports in dated.values():
            yield Row(exact(reports), standing, occurrence, tuple(reports))


def _place(row: Row) -> tuple[object, ...]:
    return (*when(row.interval), row.occurrence.type, row.occurrence.actor, row.standing.value, row.occurrence.id)
