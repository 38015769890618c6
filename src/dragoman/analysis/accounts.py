"""All that a pile says about a party, a pair, several parties, or a channel."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from dragoman.analysis.answers import Ties
from dragoman.analysis.disputes import Dispute, FigureDispute, disputes, figure_disputes
from dragoman.analysis.frames import Frames
from dragoman.analysis.occurrences import Occurrence, gathered, ordered
from dragoman.analysis.prospects import Prospect, prospects
from dragoman.analysis.recent import Whole, part
from dragoman.analysis.tabulated import (
    AHEAD,
    DISPUTES,
    SINGLE,
    TIMELINE,
    VOICES,
    ahead_frame,
    disputes_frame,
    single_frame,
    timeline_frame,
    voices_frame,
)
from dragoman.analysis.ties import Tie, stands, ties
from dragoman.analysis.timeline import Row, timeline
from dragoman.analysis.times import latest, publication
from dragoman.analysis.voices import Voice, voices
from dragoman.codebook.turns import turns
from dragoman.errors import InvalidValue
from dragoman.records import Entry, Standing
from dragoman.words import counted


@dataclass(frozen=True, slots=True)
class Account:
    """What is said about its subject: parties, by code, a channel, or parties in a channel.

    `entries` are all statements about it (see `concerns`). `ties` stand on the day `as_of`, `past` are asserted but do
    not; `timeline` holds what has happened or is denied, `ahead` what is only planned, predicted, possible, called for
    or supposed; `disputed` and `figures` hold what is asserted and denied, and numbers that contradict each other;
    `denied` what nobody asserts; `single` what rests on one origin; `later` the reports of what happened after `as_of`,
    which count for nothing else. `as_of` is `None` only if nothing says when anything was published. `whole` is there
    if these are not all statements about it, but those published last and the first reports of ties.
    """

    #: Of each of its `frames`, by name.
    frame_columns: ClassVar[dict[str, tuple[str, ...]]] = {
        "ties": Ties.columns,
        "past": Ties.columns,
        "timeline": TIMELINE,
        "disputes": DISPUTES,
        "ahead": AHEAD,
        "voices": VOICES,
        "one_origin": SINGLE,
    }
    parties: tuple[str, ...]
    channel: str | None
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
    whole: Whole | None = None

    @property
    def frames(self) -> Frames:
        """Its parts as frames: `ties`, `past`, `timeline`, `disputes`, `ahead`, `voices`, `one_origin`."""
        return Frames(
            ties=lambda: Ties(self.ties).table(),
            past=lambda: Ties(self.past).table(),
            timeline=lambda: timeline_frame(self.timeline),
            disputes=lambda: disputes_frame([*self.disputed, *self.figures]),
            ahead=lambda: ahead_frame(self.ahead),
            voices=lambda: voices_frame(self.voices),
            one_origin=lambda: single_frame(self.single),
        )

    def __repr__(self) -> str:
        of = ", ".join((*self.parties, *((self.channel,) if self.channel else ())))
        return f"<{type(self).__name__} of {of}: {counted(len(self.entries), 'statement')}>"

    def _repr_html_(self) -> str:
        return self.frames._repr_html_()


def account(
    entries: Iterable[Entry],
    *parties: str,
    channel: str | None = None,
    as_of: date | None = None,
    most: int | None = None,
) -> Account:
    """What the entries say about parties, by code, on whichever sides they stand, and in a channel if one is given.

    Entries about others are passed over. `as_of` is the day of the world that is looked at; left out, it is the day of
    the latest publication. Of more than `most` entries about one or two parties only those published last by that day
    are told, with the first reports of ties. Raises `InvalidValue` if a code comes twice, or if there is neither a code
    nor a channel.
    """
    if not parties and channel is None:
        raise InvalidValue("An account is of a party, of several, or of a channel; give one of them.")
    if len({*parties}) < len(parties):
        raise InvalidValue(f"Each party is given once, but these are {', '.join(parties)}; give different ones.")
    about = ordered(entry for entry in entries if concerns(entry, parties, channel))
    day = as_of if as_of is not None else latest(about)
    if most is None or len(about) <= most or not may_be_cut(parties, channel):
        return _account(parties, channel, day, about)
    told, whole = part(about, parties, most, as_of)
    return _account(parties, channel, day, told, whole)


def account_of_part(told: Iterable[Entry], whole: Whole, *parties: str, as_of: date | None = None) -> Account:
    """What `account` gives of so many entries that only a part of them is told, of that part (see `recent.part`)."""
    about = ordered(told)
    return _account(parties, None, as_of if as_of is not None else latest(about), about, whole)


def may_be_cut(parties: Collection[str], channel: str | None) -> bool:
    """Whether an account of some parties, in a channel, can tell of what was published last alone."""
    return len(parties) in (1, 2) and channel is None


def concerns(entry: Entry, parties: Sequence[str], channel: str | None = None) -> bool:
    """Whether an entry is about a party; about both of two; about any two of more.

    In a channel are its ties, and events whose sentence says that they begin or end one.
    """
    taking_part = {party.code for party in entry.statement.parties} & {*parties}
    return len(taking_part) >= min(len(parties), 2) and (channel is None or _is_in(entry, channel))


def _is_in(entry: Entry, channel: str) -> bool:
    statement = entry.statement
    return statement.type == channel or turns(channel).turned_by(statement.type, statement.words) is not None


def _account(
    parties: tuple[str, ...],
    channel: str | None,
    day: date | None,
    about: tuple[Entry, ...],
    whole: Whole | None = None,
) -> Account:
    later = tuple(entry for entry in about if _is_after(entry, day))
    left_out = {entry.statement.id for entry in later}
    occurrences = gathered(entry for entry in about if entry.statement.id not in left_out)
    asserted = ties(occurrences)
    known = {tie.occurrence.id for tie in asserted}
    now = {tie.occurrence.id for tie in asserted if day is None or _stands(tie, day, whole)}
    return Account(
        parties=parties,
        channel=channel,
        as_of=day,
        entries=about,
        ties=tuple(tie for tie in asserted if tie.occurrence.id in now),
        past=tuple(tie for tie in asserted if tie.occurrence.id not in now),
        timeline=timeline(occurrences),
        voices=voices(entry for entry in about if entry.statement.id not in left_out),
        disputed=disputes(occurrences),
        figures=figure_disputes(occurrences),
        denied=tuple(each for each in occurrences if each.denied and not each.asserted and each.id not in known),
        ahead=prospects(occurrences),
        single=tuple(each for each in occurrences if _rests_on_one(each, whole)),
        later=later,
        whole=whole,
    )


def _stands(tie: Tie, day: date, whole: Whole | None) -> bool:
    """Whether a tie stands on a day, by all of its reports where they are not all at hand."""
    known = whole.ties.get(tie.occurrence.id) if whole is not None else None
    return known.stands(day) if known is not None else stands(tie, day)


def _rests_on_one(occurrence: Occurrence, whole: Whole | None) -> bool:
    if whole is None:
        return occurrence.origins(Standing.ASSERTED) == 1
    return bool(occurrence.asserted) and max(entry.origins or 1 for entry in occurrence.asserted) == 1


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
