"""Reports with the same type and parties, told apart by their dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from dragoman.records import Interval
from dragoman.records.identity import Content

#: Reports that give a day are of one event up to so many days apart: a date line, a time zone, "on Thursday".
NEAR: Final = timedelta(days=3)
#: Reports without a date are of one event if published so close to each other.
WINDOW: Final = timedelta(days=31)
#: A report without a date is of an event that is no older than this: news is of late, and what is older gets a date.
RETOLD: Final = timedelta(days=366)
#: The longest interval, in days, of each step from exact to vague: days, months, quarters, years.
_STEPS: Final = (4, 31, 92, 366)


@dataclass(frozen=True, slots=True)
class Report:
    """What dating needs of a statement: its id, when it says the event was, when it was published, whom it names."""

    statement: str
    occurred: Interval
    said: date | None = None
    people: frozenset[tuple[str, str]] = frozenset()


@dataclass(slots=True)
class Together:
    """Reports of one event. `shared` is what all ids of it follow from: the most exact date, and whom that names."""

    start: date
    end: date
    shared: Content
    people: set[tuple[str, str]] = field(default_factory=set)
    reports: list[Report] = field(default_factory=list)

    def take(self, reports: Iterable[Report]) -> None:
        """Add reports and the people they name."""
        for report in reports:
            self.reports.append(report)
            self.people |= report.people

    def admits(self, people: frozenset[tuple[str, str]]) -> bool:
        """Whether the people named may be those of the other reports: for no party are all names different."""
        for party in {key for key, _ in people} & {key for key, _ in self.people}:
            if not {name for key, name in people if key == party} & {name for key, name in self.people if key == party}:
                return False
        return True


def gathered(reports: Sequence[Report]) -> list[Together]:
    """The reports by event, whatever their order.

    Exact dates go first: those within three days of the earliest come together, so that no chain of reports can grow
    beyond that. A vaguer date (a month, a year, "by July") joins the one event it may mean; if it may mean several or
    none, it stays with its like. Nobody joins reports that name other people for the same party.
    """
    found: list[_Shelf] = []
    for group in _by_exactness(reports):
        shelf = _Shelf()
        for like in _alike(group):
            known = _only(found, like[0])
            if known is not None:
                known.take(like)
            else:
                shelf.add(like)
        found.append(shelf)
    return [together for shelf in found for together in shelf.all]


def _by_exactness(reports: Sequence[Report]) -> list[list[Report]]:
    groups: list[list[Report]] = [[] for _ in range(len(_STEPS) + 2)]
    for report in reports:
        groups[_step(report.occurred)].append(report)
    return groups


def _step(occurred: Interval) -> int:
    if occurred.start is None or occurred.end is None:
        return len(_STEPS) + 1
    return bisect_left(_STEPS, (occurred.end - occurred.start).days + 1)


def _alike(reports: Sequence[Report]) -> list[list[Report]]:
    """Reports with the same dates and people, earliest first; those that name people before those that name none."""
    groups: dict[tuple[object, ...], list[Report]] = {}
    for report in reports:
        groups.setdefault(_place(report), []).append(report)
    return [groups[place] for place in sorted(groups, key=repr)]


def _place(report: Report) -> tuple[object, ...]:
    start, end = _extent(report)
    people = tuple(sorted(report.people))
    # Ordinals of the same length, so that sorting by their written form sorts by day.
    return (f"{start.toordinal():09}", f"{end.toordinal():09}", not people, people, report.occurred.iso() or "")


def _extent(report: Report) -> tuple[date, date]:
    """The days a report is placed on among its like: its date, or the edge it has, or its publication."""
    start, end = report.occurred.start, report.occurred.end
    if start is not None and end is not None:
        return start, end
    edge = end or start or report.said or date.max
    return edge, edge


class _Shelf:
    """What came together at one step of exactness, earliest first."""

    def __init__(self) -> None:
        self.all: list[Together] = []
        self._starts: list[date] = []
        self._longest = timedelta(0)

    def add(self, reports: list[Report]) -> None:
        """Put reports, coming in order of their dates, with the first that they agree with or on their own."""
        start, end = _extent(reports[0])
        near = NEAR if _step(reports[0].occurred) == 0 else timedelta(0)
        if _step(reports[0].occurred) > len(_STEPS):
            near = WINDOW
        for together in self._reaching(start, near):
            if together.admits(reports[0].people):
                together.take(reports)
                return
        self._open(reports, start, end)

    def within(self, start: date, end: date) -> Iterator[Together]:
        """All that may share a day with an interval."""
        first = bisect_left(self._starts, _shifted(start, -self._longest))
        last = bisect_right(self._starts, end)
        return (each for each in self.all[first:last] if each.end >= start)

    def _reaching(self, start: date, near: timedelta) -> Iterator[Together]:
        first = bisect_left(self._starts, _shifted(start, -max(near, self._longest)))
        return (each for each in self.all[first:] if _shifted(each.start, near) >= start or each.end >= start)

    def _open(self, reports: list[Report], start: date, end: date) -> None:
        occurred, people = reports[0].occurred, sorted(reports[0].people)
        dated = _step(occurred) <= len(_STEPS)
        shared: Content = [dated, start.isoformat(), end.isoformat(), [list(person) for person in people]]
        self.all.append(Together(start, end, shared))
        self.all[-1].take(reports)
        self._starts.append(start)
        self._longest = max(self._longest, end - start)


def _only(shelves: Sequence[_Shelf], report: Report) -> Together | None:
    """The one event already found that a vaguer date may mean, or `None` if there are several or none."""
    slack = NEAR if _step(report.occurred) > len(_STEPS) else timedelta(0)
    edge = report.occurred.end or report.said
    start = _shifted(report.occurred.start or (_shifted(edge, -RETOLD) if edge else date.min), -slack)
    end = _shifted(report.occurred.end or date.max, slack)
    found: Together | None = None
    for shelf in shelves:
        for together in shelf.within(start, end):
            if together.admits(report.people):
                if found is not None:
                    return None
                found = together
    return found


def _shifted(day: date, by: timedelta) -> date:
    """A day moved, but not beyond the calendar."""
    ordinal = day.toordinal() + by.days
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))
