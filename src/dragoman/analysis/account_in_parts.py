"""What is said of a party that is spoken of much, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.disputes import FigureDispute, disputes, figure_disputes
from dragoman.analysis.occurrences import gathered
from dragoman.analysis.prospects import AHEAD, Prospect, prospects
from dragoman.analysis.survey import Doubt
from dragoman.analysis.timeline import Row, timeline
from dragoman.analysis.times import latest, publication, when
from dragoman.analysis.voices import voices
from dragoman.records import Entry, Interval


@dataclass(frozen=True, slots=True)
class Speaker:
    """A publisher, or somebody who is quoted, with the number of statements that go back to it, as in `Voice`."""

    name: str
    kind: str
    statements: int


@dataclass(frozen=True, slots=True)
class AccountInParts:
    """What all statements about a party say, each list to be fetched part by part.

    `happened` are the lines of its timeline that had begun by the day `as_of`, by time; `ahead` what is only planned,
    predicted, possible, called for or supposed; `doubts` what is disputed, of any time, what most reports repeat first;
    `voices` who says so, of any time.
    """

    party: str
    as_of: date | None
    statements: int
    happened: Sequence[Row]
    ahead: Sequence[Prospect]
    doubts: Sequence[Doubt]
    voices: tuple[Speaker, ...]


def account_in_parts(entries: Iterable[Entry], party: str, *, as_of: date | None = None) -> AccountInParts:
    """The account of a party by its code; `as_of` is left out that of the latest publication that speaks of it."""
    about = [entry for entry in entries if any(each.code == party for each in entry.statement.parties)]
    day = as_of if as_of is not None else latest(about)
    occurrences = gathered(about)
    rows = sorted(timeline(occurrences), key=lambda row: (by_time(row.interval), row.occurrence.id))
    doubts = [*_first(disputes(occurrences)), *_first(figure_disputes(occurrences))]
    return AccountInParts(
        party,
        day,
        len(about),
        tuple(row for row in rows if is_past(row, day)),
        tuple(sorted(prospects(occurrences), key=_place)),
        tuple(sorted(doubts, key=_repeated)),
        tuple(Speaker(each.name, each.kind, len(each.entries)) for each in voices(about)),
    )


def _first(found: Sequence[Doubt]) -> list[Doubt]:
    """Of several figures of one event or tie that are disputed the first."""
    return [*{each.occurrence.id: each for each in reversed(found)}.values()]


def _repeated(doubt: Doubt) -> tuple[bool, int, str]:
    return isinstance(doubt, FigureDispute), -len(doubt.occurrence.asserted), doubt.occurrence.id


def _place(prospect: Prospect) -> tuple[object, ...]:
    return AHEAD.index(prospect.standing), *by_time(prospect.interval), prospect.occurrence.id


def by_time(interval: Interval) -> tuple[int, int]:
    """What is sorted by time, as ordinals of days."""
    first, last = when(interval)
    return first.toordinal(), last.toordinal()


def row_day(row: Row) -> str:
    """What tells the lines of one tie apart: the time they are of."""
    return (row.interval.iso() or "") if row.occurrence.kind == "tie" else ""


def is_past(row: Row, day: date | None) -> bool:
    """Whether what a line tells of had begun by a day, as far as its first report says."""
    since = begun(row)
    return day is None or since is None or since <= day


def begun(row: Row) -> date | None:
    """The first day on which its reports let it begin; a report without a time is of that of its publication; `None` if
    one of them has neither.
    """
    days = [_begun(entry) for entry in row.reports]
    known = [each for each in days if each is not None]
    return min(known) if len(known) == len(days) else None


def _begun(entry: Entry) -> date | None:
    occurred = entry.statement.occurred
    if occurred.start is None and (occurred.basis == "assumed" or not occurred.known):
        return publication(entry.document).start
    return occurred.start
