"""From when to when a tie stood, as often as it began and ended.

A report that a tie stands ends nothing, nor does a newer report that speaks of something else: an ending needs words of
its own (`codebook/turns.toml`), and so does a beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import permutations

from dragoman.analysis.occurrences import Occurrence
from dragoman.analysis.times import exact, latest, publication, when
from dragoman.codebook.ties import MUTUAL
from dragoman.codebook.turns import Turning, Turns, says, turns
from dragoman.records import Entry, Interval, Standing
from dragoman.records.outline import Days


@dataclass(frozen=True, slots=True)
class Turn:
    """That a tie begins or ends, with the reports that say so and when that was."""

    turning: Turning
    interval: Interval
    reports: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """One time in which a tie stands, with all reports that it does.

    `begun` and `ended` are what is reported of its beginning and its end, `None` where no report tells of one: then it
    stood before, or stands on, as far as is known.
    """

    begun: Turn | None
    ended: Turn | None
    reports: tuple[Entry, ...] = field(default=())

    @property
    def begins(self) -> date:
        """What stretches are sorted by: the first day that anything gives; of one that only ends the first of all."""
        if self.begun is None and self.ended is not None:
            return date.min
        days = [each for each in (_day(entry) for entry in self.reports) if each is not None]
        return self.since or min(days, default=date.min)

    @property
    def since(self) -> date | None:
        """The first day on which it is reported to stand."""
        told = [entry.statement.occurred for entry in self.reports if entry.statement.occurred.basis != "assumed"]
        days = [each.start for each in ([self.begun.interval] if self.begun else told) if each.start is not None]
        return min(days, default=None)

    @property
    def last_told(self) -> date | None:
        """The day of the last publication of a report that it stands or began; of a month or a year its last.

        Until then it is attested; what is open stands on, for a newer report of something else ends nothing.
        """
        return latest((*self.reports, *(self.begun.reports if self.begun is not None else ())))

    @property
    def reach(self) -> Days:
        """The first and the last day on which it may stand: it may have begun, and is not reported to have ended.

        There may be none between them.
        """
        begun = self.begun.interval.start if self.begun is not None else None
        ended = (self.ended.interval.end or self.ended.interval.start) if self.ended is not None else None
        if ended is None:
            return begun or date.min, date.max
        return begun or date.min, ended - timedelta(1) if ended > date.min else ended

    def covers(self, day: date) -> bool:
        """Whether a day is within its reach."""
        first, last = self.reach
        return first <= day <= last


def is_ending(entry: Entry) -> bool:
    """Whether a report that denies a tie says that it ended, and so does not deny that it stood before."""
    statement = entry.statement
    denied = statement.kind == "tie" and statement.standing is Standing.DENIED
    return denied and _by(entry).known and says("ends", statement.words)


def _by(entry: Entry) -> Interval:
    """When what a report tells of was over: if it gives no time, by the day it was published."""
    occurred, published = entry.statement.occurred, publication(entry.document)
    return occurred if _is_dated(occurred) else Interval(end=published.end or published.start)


def turned(tie: Occurrence, events: Iterable[Occurrence]) -> tuple[Turn, ...]:
    """What is asserted to have begun or ended a tie, in order of time, told by reports of it or of events between its
    parties.

    What has no time is left out, but for the end that a report of the tie itself tells of: that came by publication.
    """
    of = turns(tie.type)
    near = (event for event in events if of.may_be_turned_by(event.type) and _between(event, tie))
    found = [*_by_itself(tie), *(turn for event in near for turn in _by_event(of, event))]
    merged: dict[tuple[Turning, str | None], Turn] = {}
    for each in found:
        key = (each.turning, each.interval.iso())
        reports = merged[key].reports if key in merged else ()
        merged[key] = replace(each, reports=(*reports, *(one for one in each.reports if one not in reports)))
    # What closed and reopened in one month closed first.
    return tuple(sorted(merged.values(), key=lambda turn: (when(turn.interval), turn.turning == "begins")))


def beside(events: Iterable[Occurrence]) -> Callable[[Occurrence], Sequence[Occurrence]]:
    """A way to find, for a tie, the events that may turn it: those with its first party and one of the others."""
    found: dict[tuple[str, str], list[Occurrence]] = {}
    for event in events:
        for two in permutations({*event.actor, *event.recipient}, 2):
            found.setdefault(two, []).append(event)
    return lambda tie: found.get((*tie.actor, *tie.recipient)[:2], ())  # type: ignore[arg-type]


def stretches(reports: Sequence[Entry], turns_: Sequence[Turn]) -> tuple[Stretch, ...]:
    """The times in which a tie stands, by the reports that it does and its turns in order of time.

    Reports of a time in which it is not known to have begun anew are a stretch of their own; one in the very words in
    which it ended is of what ended: "broke off relations" tells that there were some.
    """
    spans = list(_spans(turns_))
    held: dict[Stretch | int, list[Entry]] = {span: [] for span in spans}
    for entry in reports:
        day = _day(entry)
        fits = [span for span in spans if span.ended is not None and _in_its_words(entry, span.ended)]
        fits = fits or [span for span in spans if day is None or span.covers(day)]
        behind = sum(span.begins <= (day or date.max) for span in spans)
        held.setdefault(fits[0] if fits else behind, []).append(entry)
    found = [
        replace(span, reports=tuple(told)) if isinstance(span, Stretch) else Stretch(None, None, tuple(told))
        for span, told in held.items()
    ]
    return tuple(sorted(found, key=lambda each: each.begins))


def _spans(turns_: Sequence[Turn]) -> Iterator[Stretch]:
    """Stretches without their reports: from a beginning, or from unknown times, to the next ending."""
    begun: Turn | None = None
    stands, stood = False, False
    for turn in turns_:
        if turn.turning == "begins":
            begun = begun if stands else turn
            stands = True
        elif stands or not stood:
            yield Stretch(begun, turn)
            begun, stands = None, False
        stood = True
    if stands:
        yield Stretch(begun, None)


def _in_its_words(entry: Entry, turn: Turn) -> bool:
    """Whether a report stands in the words of a turn, and these do not tell of a beginning as well."""
    if says("begins", entry.statement.words):
        return False
    place = (entry.document.id, entry.statement.evidence)
    return any((each.document.id, each.statement.evidence) == place for each in turn.reports)


def _day(entry: Entry) -> date | None:
    """A day on which a report lets its tie stand; if it gives none, the day it was published."""
    occurred = entry.statement.occurred
    if occurred.known and occurred.basis != "assumed":
        return occurred.start or occurred.end
    published = publication(entry.document)
    return published.start or published.end


def _by_itself(tie: Occurrence) -> Iterator[Turn]:
    for entry in tie.denied:
        if is_ending(entry):
            yield Turn("ends", _by(entry), (entry,))
    # What nothing is known to begin, as two states becoming neighbours, is not begun by a word beside it.
    for entry in tie.asserted if turns(tie.type).begun_by else ():
        occurred = entry.statement.occurred
        if _is_dated(occurred) and says("begins", entry.statement.words):
            yield Turn("begins", occurred, (entry,))


def _by_event(of: Turns, event: Occurrence) -> Iterator[Turn]:
    said: dict[Turning, list[Entry]] = {}
    for entry in event.asserted:
        turning = of.turned_by(event.type, entry.statement.words)
        if turning is not None:
            said.setdefault(turning, []).append(entry)
    for turning, reports in said.items():
        interval = exact(reports)
        if _is_dated(interval):
            yield Turn(turning, interval, tuple(reports))


def _is_dated(interval: Interval) -> bool:
    return interval.known and interval.basis != "assumed"


def _between(event: Occurrence, tie: Occurrence) -> bool:
    """Whether the actors and those acted upon are the tie's: one who acts is on its side if it has sides."""
    if event.kind != "event":
        return False
    sides = {*event.actor}, {*event.recipient}
    if tie.type in MUTUAL:
        return {*sides[0], *sides[1]} == {*tie.actor} and len(tie.actor) > 1
    return {*tie.actor} <= sides[0] and {*tie.recipient} <= sides[1]
