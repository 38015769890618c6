"""All that a pile says about two parties."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.disputes import Dispute, FigureDispute, disputes, figure_disputes
from dragoman.analysis.occurrences import Occurrence, gathered, ordered
from dragoman.analysis.prospects import Prospect, prospects
from dragoman.analysis.ties import Tie, stands, ties
from dragoman.analysis.timeline import Row, timeline
from dragoman.analysis.times import latest, publication
from dragoman.analysis.voices import Voice, voices
from dragoman.errors import InvalidValue
from dragoman.records import Entry, Standing


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two parties, by code, and what is said about both of them.

    `entries` are all statements in which both take part. `ties` stand on the day `as_of`, `past` are asserted but do
    not; `timeline` holds what has happened or is denied, `ahead` what is only planned, predicted, possible, called for
    or supposed; `disputed` and `figures` hold what is asserted and denied, and numbers that contradict each other;
    `denied` what nobody asserts; `single` what rests on one origin; `later` the reports of what happened after `as_of`,
    which count for nothing else. `as_of` is `None` only if nothing says when anything was published.
    """

    a: str
    b: str
    as_of: date | None
    entries: tuple[Entry, ...]
    ties: tuple[Tie, ...]
    past: tuple[Tie, ...]
    timeline: tuple[Row, ...]
    voices: tuple[Voice, ...]
    disputed: tuple[Dispute, ...]
    figures: tuple[FigureDispute, ...]
    denied: tuple[Occurrence, ...]
    ahead: tuple[Prospect, ...]
    single: tuple[Occurrence, ...]
    later: tuple[Entry, ...]


def dyad(entries: Iterable[Entry], a: str, b: str, *, as_of: date | None = None) -> Dyad:
    """What the entries say about the parties with the codes `a` and `b`, on whichever sides they stand.

    Entries about others are passed over. `as_of` is the day of the world that is looked at; left out, it is the day of
    the latest publication. Raises `InvalidValue` if both codes are the same.
    """
    if a == b:
        raise InvalidValue(f"A dyad has two parties, but both are {a!r}; give two different codes.")
    about = ordered(entry for entry in entries if {a, b} <= {party.code for party in entry.statement.parties})
    day = as_of if as_of is not None else latest(about)
    later = tuple(entry for entry in about if _is_after(entry, day))
    return _dyad(a, b, day, about, later)


def _dyad(a: str, b: str, day: date | None, about: tuple[Entry, ...], later: tuple[Entry, ...]) -> Dyad:
    left_out = {entry.statement.id for entry in later}
    occurrences = gathered(entry for entry in about if entry.statement.id not in left_out)
    asserted = ties(occurrences)
    known = {tie.occurrence.id for tie in asserted}
    return Dyad(
        a=a,
        b=b,
        as_of=day,
        entries=about,
        ties=tuple(tie for tie in asserted if day is None or stands(tie, day)),
        past=tuple(tie for tie in asserted if day is not None and not stands(tie, day)),
        timeline=timeline(occurrences),
        voices=voices(entry for entry in about if entry.statement.id not in left_out),
        disputed=disputes(occurrences),
        figures=figure_disputes(occurrences),
        denied=tuple(each for each in occurrences if each.denied and not each.asserted and each.id not in known),
        ahead=prospects(occurrences),
        single=tuple(each for each in occurrences if each.origins(Standing.ASSERTED) == 1),
        later=later,
    )


def _is_after(entry: Entry, day: date | None) -> bool:
    """Whether a report tells of something that began, as a fact, only after the day; what gives no time of its own is
    of the time of its publication.
    """
    statement = entry.statement
    settled = statement.standing in (Standing.ASSERTED, Standing.DENIED)
    start = statement.occurred.start
    if start is None and (statement.occurred.basis == "assumed" or not statement.occurred.known):
        start = publication(entry.document).start
    return settled and day is not None and start is not None and start > day
