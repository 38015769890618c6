"""What is only planned, predicted, possible, called for or supposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.analysis.occurrences import Occurrence, independent
from dragoman.analysis.times import exact, when
from dragoman.records import Entry, Interval, Standing

#: The standings of what has not been said to have happened, each kept apart, in the order in which they are shown.
AHEAD = (
    Standing.PLANNED,
    Standing.PREDICTED,
    Standing.POSSIBLE,
    Standing.REQUESTED,
    Standing.HYPOTHETICAL,
)


@dataclass(frozen=True, slots=True)
class Prospect:
    """An event or tie with the reports of one standing that is neither asserted nor denied."""

    standing: Standing
    interval: Interval
    occurrence: Occurrence
    reports: tuple[Entry, ...]

    @property
    def origins(self) -> int | None:
        """On how many independent origins the reports rest; `None` if not reconciled yet."""
        return independent(self.reports)


def prospects(occurrences: Iterable[Occurrence]) -> tuple[Prospect, ...]:
    """All of them, by standing, then by the time they give."""
    found = [
        Prospect(standing, exact(reports := each.reports(standing)), each, reports)
        for each in occurrences
        for standing in _ahead(each)
    ]
    return tuple(sorted(found, key=_place))


def _ahead(of: Occurrence) -> Iterator[Standing]:
    told = {entry.statement.standing for entry in of.entries}
    return (standing for standing in AHEAD if standing in told)


def _place(prospect: Prospect) -> tuple[object, ...]:
    occurrence = prospect.occurrence
    return (AHEAD.index(prospect.standing), *when(prospect.interval), occurrence.type, occurrence.actor, occurrence.id)
