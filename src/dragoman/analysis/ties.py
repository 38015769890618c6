"""What stands between two parties, and since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.analysis.figures import Figure, figures
from dragoman.analysis.occurrences import Occurrence
from dragoman.analysis.stretches import Stretch, Turn, beside, is_ending, stretches, turned
from dragoman.analysis.times import latest, publication, when
from dragoman.codebook.ties import CHANNELS, LASTING
from dragoman.records import Entry, Interval, Outline, Standing
from dragoman.records.outline import Days


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie that is asserted, or reported to have ended, with all reports behind it.

    `stretches` are the times in which it stands, `figures` the numbers of the asserted reports, `periods` the different
    times they give, `first` and `last` when the earliest and the latest of them were published.
    """

    occurrence: Occurrence
    stretches: tuple[Stretch, ...]
    figures: tuple[Figure, ...]
    periods: tuple[Interval, ...]
    first: Interval | None
    last: Interval | None

    @property
    def channel(self) -> str:
        """The kind of the tie."""
        return self.occurrence.type

    @property
    def reports(self) -> tuple[Entry, ...]:
        """The asserted reports."""
        return self.occurrence.asserted

    @property
    def last_told(self) -> date | None:
        """The last day on which an asserted report of it was published; of a month or a year its last."""
        return latest(self.reports)

    @property
    def denied(self) -> tuple[Entry, ...]:
        """The reports that deny it; that it ended is told by its stretches."""
        return tuple(entry for entry in self.occurrence.denied if not is_ending(entry))

    @property
    def others(self) -> tuple[Entry, ...]:
        """The reports that neither assert nor deny it."""
        settled = (Standing.ASSERTED, Standing.DENIED)
        return tuple(entry for entry in self.occurrence.entries if entry.statement.standing not in settled)

    @property
    def origins(self) -> int | None:
        """On how many independent origins the asserted reports rest; `None` if not reconciled yet."""
        return self.occurrence.origins(Standing.ASSERTED)


def ties(occurrences: Iterable[Occurrence]) -> tuple[Tie, ...]:
    """The asserted ties, by channel as the codebook lists them, those of the fewest parties first.

    What ended stood before: a tie of which only the end is reported is among them, without reports.
    """
    known = list(occurrences)
    turning = beside(each for each in known if each.kind == "event")
    told = [(each, turned(each, turning(each))) for each in known if each.kind == "tie"]
    found = [_tie(each, turns) for each, turns in told if each.asserted or turns]
    places = {name: place for place, name in enumerate(CHANNELS)}
    return tuple(sorted(found, key=lambda tie: (places[tie.channel], *_width(tie.occurrence))))


def stands(tie: Tie, day: date) -> bool:
    """Whether the tie stands on that day: in one of its stretches, as far as the reports of that reach."""
    return any(first <= day <= last for first, last in days(tie))


def days(tie: Tie) -> tuple[Days, ...]:
    """The days on which the tie stands, as far as the reports of that reach."""
    return _joined(sorted(found for stretch in tie.stretches for found in _days(stretch, tie.channel)))


def outline(tie: Tie) -> Outline:
    """The tie in short."""
    of = tie.occurrence
    since = min((stretch.since for stretch in tie.stretches if stretch.since is not None), default=None)
    shares = sum(quantity.unit == "percent" for entry in tie.reports for quantity in entry.statement.quantities)
    counts = len(tie.reports), shares, len(tie.denied), tie.origins
    first = (next((entry.statement.id for entry in said), None) for said in (tie.reports, tie.denied))
    return Outline(of.id, tie.channel, of.actor, of.recipient, days(tie), *counts, since, *first)


def _days(stretch: Stretch, channel: str) -> Iterator[Days]:
    """Those between a known beginning and a known end, or that its reports tell of."""
    first, last = stretch.reach
    known = stretch.begun is not None and (stretch.ended is not None or channel in LASTING)
    reported = [(first, last)] if known else [_reach(held(entry), entry) for entry in stretch.reports]
    for one, other in reported:
        if max(one, first) <= min(other, last):
            yield max(one, first), min(other, last)


def _joined(found: Iterable[Days]) -> tuple[Days, ...]:
    """Days in order, those that meet or overlap taken together."""
    joined: list[Days] = []
    for first, last in found:
        if joined and first.toordinal() <= joined[-1][1].toordinal() + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return tuple(joined)


def standing_days(entry: Entry) -> Days:
    """The first and the last day on which a report lets its tie stand."""
    interval = held(entry)
    return interval.start or publication(entry.document).start or date.min, interval.end or date.max


def held(entry: Entry) -> Interval:
    """From when to when a tie stands by one report; a lasting tie has no end unless its words give it one."""
    occurred = entry.statement.occurred
    if occurred.basis == "assumed":
        return Interval()
    same_year = occurred.start and occurred.end and occurred.start.year == occurred.end.year
    if entry.statement.type in LASTING and same_year:
        return replace(occurred, end=None)
    return occurred


def _width(occurrence: Occurrence) -> tuple[object, ...]:
    sides = (occurrence.actor, occurrence.recipient)
    return (sum(map(len, sides)), *sides, occurrence.id)


def _reach(interval: Interval, entry: Entry) -> Days:
    """A report without a beginning tells of its own time at the latest."""
    begun = interval.start
    if begun is None and interval.end is None:
        begun = publication(entry.document).start
    return begun or date.min, interval.end or date.max


def _tie(occurrence: Occurrence, turns: Sequence[Turn]) -> Tie:
    reports = occurrence.asserted
    known = {(each.iso(), each.text): each for each in (entry.statement.occurred for entry in reports) if each.known}
    # One of several wordings of the same days is enough.
    periods = {each.iso(): each for _, each in sorted(known.items(), key=lambda item: repr(item[0]), reverse=True)}
    published = [entry.document.published for entry in reports if entry.document.published is not None]
    return Tie(
        occurrence,
        stretches(reports, turns),
        figures(reports),
        tuple(sorted(periods.values(), key=when)),
        min(published, key=when) if published else None,
        max(published, key=when) if published else None,
    )
