"""Reports with the same type and parties, told apart by their dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from typing import Final

from dragoman.records import Interval
from dragoman.records.dates import shifted
from dragoman.records.identity import Content

#: Reports that give a day are of one event up to so many days apart: a date line, a time zone, "on Thursday".
NEAR: Final = timedelta(days=3)
#: Reports without a date are of one event if published so close to each other.
WINDOW: Final = timedelta(days=31)
#: A report without a date is of the one event of the week before, if there is just one.
FRESH: Final = timedelta(days=7)
#: A report without a date is of an event that is no older than this: news is of late, and what is older gets a date.
RETOLD: Final = timedelta(days=366)
#: As many events of each exactness as a report without an exact date is compared with, the latest that it may mean.
_LOOKED_AT: Final = 50
#: The longest interval, in days, of each step from exact to vague: days, months, quarters, years.
_STEPS: Final = (4, 31, 92, 366)


@dataclass(frozen=True, slots=True)
class Report:
    """What dating needs of a statement: its id, when it says the event was, when it was published, whom it names.

    `marks` are the names of places and people beside the parties' that its words hold, and numbers: what tells one raid
    from another; `words` its longer words, cut short. `mode` is the event's, where another mode is another event. No
    two statements with one `place` are of one event: a sentence says a thing once.
    """

    statement: str
    occurred: Interval
    said: date | None = None
    people: frozenset[tuple[str, str]] = frozenset()
    marks: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    mode: str | None = None
    place: tuple[object, ...] | None = None


@dataclass(slots=True)
class Together:
    """Reports of one event. `shared` is what all ids of it follow from: the most exact date, and whom that names."""

    start: date
    end: date
    shared: Content
    people: set[tuple[str, str]] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    modes: set[str] = field(default_factory=set)
    places: set[tuple[object, ...]] = field(default_factory=set)
    reports: list[Report] = field(default_factory=list)

    def take(self, reports: Iterable[Report]) -> None:
        """Add reports and what they name."""
        for report in reports:
            self.reports.append(report)
            self.people |= report.people
            self.marks |= report.marks
            self.words |= report.words
            self.modes |= {report.mode} if report.mode is not None else set()
            self.places |= {report.place} if report.place is not None else set()

    def like(self, report: Report) -> int:
        """How many marks a report shares with the others."""
        return len(self.marks & report.marks)

    def unlike(self, report: Report) -> bool:
        """Whether both have marks, and none that the other has."""
        return bool(self.marks and report.marks) and not self.like(report)

    def admits(self, report: Report) -> bool:
        """Whether a report may be of the same event: it tells of no other mode, stands in another place, and names none
        but other people for no party.
        """
        if report.place in self.places or (report.mode and self.modes and report.mode not in self.modes):
            return False
        for party in {key for key, _ in report.people} & {key for key, _ in self.people}:
            names, known = ({name for key, name in people if key == party} for people in (report.people, self.people))
            if not names & known:
                return False
        return True


def gathered(reports: Sequence[Report]) -> list[Together]:
    """The reports by event, whatever their order.

    Exact dates go first: those of one day or the next come together, and those within three days of the earliest unless
    each names places or people that the other does not, so that no chain of reports can grow beyond that. A vaguer date
    (a month, a year, "by July") joins the one event it may mean: of several the one whose reports share the most marks
    and words with it, or the only one of the week before. If that cannot be told, it stays with its like. Nobody joins
    reports that name other people for the same party, or another mode of what has modes that exclude each other.
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
    people, marks = tuple(sorted(report.people)), tuple(sorted(report.marks))
    # Ordinals of the same length, so that sorting by their written form sorts by day.
    days = (f"{start.toordinal():09}", f"{end.toordinal():09}")
    return (
        *days,
        not people,
        people,
        not marks,
        marks,
        report.mode or "",
        report.place or "",
        report.occurred.iso() or "",
    )


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
        fits = [each for each in self._reaching(start, near) if _fits(each, reports[0], start)]
        if fits:
            max(fits, key=lambda each: each.like(reports[0])).take(reports)
        else:
            self._open(reports, start, end)

    def within(self, start: date, end: date) -> Iterator[Together]:
        """All that may share a day with an interval, the latest first."""
        first = bisect_left(self._starts, shifted(start, -self._longest))
        last = bisect_right(self._starts, end)
        return (each for each in reversed(self.all[first:last]) if each.end >= start)

    def _reaching(self, start: date, near: timedelta) -> Iterator[Together]:
        first = bisect_left(self._starts, shifted(start, -max(near, self._longest)))
        return (each for each in self.all[first:] if shifted(each.start, near) >= start or each.end >= start)

    def _open(self, reports: list[Report], start: date, end: date) -> None:
        occurred, people = reports[0].occurred, sorted(reports[0].people)
        dated = _step(occurred) <= len(_STEPS)
        named: list[Content] = [*(list(person) for person in people), *sorted(reports[0].marks), reports[0].mode]
        shared: Content = [dated, start.isoformat(), end.isoformat(), named]
        self.all.append(Together(start, end, shared))
        self.all[-1].take(reports)
        self._starts.append(start)
        self._longest = max(self._longest, end - start)


def _only(shelves: Sequence[_Shelf], report: Report) -> Together | None:
    """The one event already found that a vaguer date may mean, or `None` if there are several or none."""
    slack = NEAR if _step(report.occurred) > len(_STEPS) else timedelta(0)
    edge = report.occurred.end or report.said
    start = shifted(report.occurred.start or (shifted(edge, -RETOLD) if edge else date.min), -slack)
    end = shifted(report.occurred.end or date.max, slack)
    near = (islice(shelf.within(start, end), _LOOKED_AT) for shelf in shelves)
    likest = _likest([each for some in near for each in some if each.admits(report)], report)
    if len(likest) > 1 and report.occurred.start is None and edge is not None:
        likest = [each for each in likest if timedelta(0) <= edge - each.start <= FRESH]
    return likest[0] if len(likest) == 1 else None


def _likest(may: Sequence[Together], report: Report) -> Sequence[Together]:
    """Of several events those whose reports share most marks with one, and then most words that not all have."""
    if len(may) < 2:
        return may
    common = set.intersection(*(each.words for each in may))
    alike = [(each.like(report), len((each.words & report.words) - common)) for each in may]
    return [each for each, like in zip(may, alike, strict=True) if like == max(alike)]


def _fits(together: Together, report: Report, start: date) -> bool:
    """Whether a report may be of an event on a shelf that is near it in time."""
    if not together.admits(report):
        return False
    return abs((start - together.start).days) <= 1 or not together.unlike(report)
