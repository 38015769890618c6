"""Who predicted what of whom, and what came of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dragoman.analysis.occurrences import ordered
from dragoman.analysis.ties import standing_days
from dragoman.analysis.times import latest, publication
from dragoman.codebook.chances import Chance, chance
from dragoman.codebook.ties import MUTUAL
from dragoman.records import Entry, Standing

#: `happened` and `did not`: a later report asserts or denies it. `passed`: its time is over and nobody reports it.
#: `open`: its time is still to come. `undated`: it gives no time, and no later report settles it.
Outcome = Literal["happened", "did not", "passed", "open", "undated"]

_FOR = re.compile(r"\b(?:because|since|as|given that|given|owing to|due to|thanks to)\b[^.;]*", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:despite|although|though|even if|but|however|unless|in spite of)\b[^.;]*", re.IGNORECASE)
#: What says behind a probability that it is one of something not being so.
_NOT = re.compile(r"(?:(?!\b(?:and|but|while)\b)[^.;,])*(?:\b(?:not|never)\b|n['’]t\b)", re.IGNORECASE)
_EVEN = 0.5
#: A reason takes a few words: "as Iran" is none.
_LEAST = 4


@dataclass(frozen=True, slots=True)
class Forecast:
    """A prediction as one document tells it.

    `by` is the last day it speaks of, `chance` how likely the words call it, `reasons` and `doubts` the words of its
    sentence that argue for and against it. `outcome` is what later reports make of it, and `settled_by` those reports.
    """

    entry: Entry
    by: date | None
    chance: Chance | None
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]
    outcome: Outcome
    settled_by: tuple[Entry, ...]

    @property
    def speaker(self) -> str:
        """Who makes it: the innermost source that is quoted, or the publisher."""
        chain = self.entry.statement.chain
        return chain[-1].source.name if chain else self.entry.document.publisher or "an unnamed publisher"


@dataclass(frozen=True, slots=True)
class Record:
    """How forecasts fared: how many of those that later reports settle came true, and the mean squared error of those
    of them that gave a probability as a number (Brier 1950), `None` without any.

    One whose time has passed without a report is not settled: that nobody reports a thing does not undo it.
    """

    count: int
    resolved: int
    happened: int
    brier: float | None

    @property
    def hit_rate(self) -> float | None:
        """The share of the settled that happened, 0 to 1; `None` if none is settled."""
        return self.happened / self.resolved if self.resolved else None


def forecasts(entries: Iterable[Entry], *, on: date | None = None, today: date | None = None) -> tuple[Forecast, ...]:
    """The predictions among entries, by publication, each settled by what the others say later: what is predicted, what
    is planned or possible and given a probability as a number, and what is denied by being called unlikely.

    `on` is the day from which it is judged: what was published later is not known then. Left out, it is the day of the
    latest publication, or `today`, if these are not all entries.
    """
    listed = [entry for entry in ordered(entries) if on is None or _was_out(entry, on)]
    day = on or today or latest(listed)
    about: dict[tuple[object, ...], list[Entry]] = {}
    for entry in listed:
        about.setdefault(_matter(entry), []).append(entry)
    reports = {matter: _Reports(entries) for matter, entries in about.items()}
    return tuple(_forecast(entry, reports[_matter(entry)], day) for entry in listed if _predicts(entry))


def _predicts(entry: Entry) -> bool:
    standing = entry.statement.standing
    if standing in (Standing.ASSERTED, Standing.REQUESTED, Standing.HYPOTHETICAL):
        return False
    said = None if standing is Standing.PREDICTED else _chance(entry)
    if standing is Standing.DENIED:
        return said is not None and said.middle < _EVEN
    return standing is Standing.PREDICTED or (said is not None and said.is_number)


def _chance(entry: Entry) -> Chance | None:
    """How likely the words call what is stated; of what is denied they may tell how likely it is that it is not so."""
    text = entry.statement.evidence.text
    said = chance(text)
    if said is None or entry.statement.standing is not Standing.DENIED:
        return said
    behind = text[text.find(said.words) + len(said.words) :]
    return said.turned if _NOT.match(behind) is not None else said


def _was_out(entry: Entry, on: date) -> bool:
    published = publication(entry.document).start
    return published is None or published <= on


def record(listed: Sequence[Forecast]) -> Record:
    """How the forecasts fared."""
    resolved = [each for each in listed if each.outcome in ("happened", "did not")]
    scored = [
        (each.chance.middle, each.outcome == "happened")
        for each in resolved
        if each.chance is not None and each.chance.is_number
    ]
    happened = sum(each.outcome == "happened" for each in resolved)
    return Record(len(listed), len(resolved), happened, brier(scored))


def brier(scored: Sequence[tuple[float, bool]]) -> float | None:
    """The mean squared error of probabilities, each with whether it happened (Brier 1950); `None` without any."""
    return round(sum((chance - happened) ** 2 for chance, happened in scored) / len(scored), 4) if scored else None


def _forecast(entry: Entry, reports: _Reports, day: date | None) -> Forecast:
    text, by = entry.statement.evidence.text, entry.statement.occurred.end
    if entry.statement.occurred.basis == "assumed":
        by = None
    settling = reports.settling(publication(entry.document).end, by)
    return Forecast(
        entry, by, _chance(entry), _clauses(_FOR, text), _clauses(_AGAINST, text), _outcome(settling, by, day), settling
    )


def _outcome(settling: Sequence[Entry], by: date | None, day: date | None) -> Outcome:
    if any(each.statement.standing is Standing.ASSERTED for each in settling):
        return "happened"
    if settling:
        return "did not"
    if by is None:
        return "undated"
    return "passed" if day is not None and day > by else "open"


class _Reports:
    """The reports of one matter that may settle forecasts of it, by the first day of what they tell."""

    def __init__(self, about: Sequence[Entry]) -> None:
        found = (_settling(place, entry) for place, entry in enumerate(about))
        self._listed = sorted((each for each in found if each is not None), key=lambda each: each.first)
        self._firsts = [each.first for each in self._listed]
        self._known: dict[tuple[date | None, date | None], tuple[Entry, ...]] = {}

    def settling(self, published: date | None, by: date | None) -> tuple[Entry, ...]:
        """Those that say of the time of a forecast, after it was published, that it is so or not; in their order."""
        if (published, by) not in self._known:
            self._known[published, by] = () if published is None else tuple(self._found(published, by))
        return self._known[published, by]

    def _found(self, published: date, by: date | None) -> Iterator[Entry]:
        among = self._listed[: len(self._listed) if by is None else bisect_right(self._firsts, by)]
        found = [each for each in among if each.said > published and each.last > published]
        return (each.entry for each in sorted(found, key=lambda each: each.place))


@dataclass(frozen=True, slots=True)
class _Settling:
    """A report, with when it was published, on which days it lets stand what it tells, and its place among all."""

    said: date
    first: date
    last: date
    place: int
    entry: Entry


def _settling(place: int, later: Entry) -> _Settling | None:
    """A report as one that settles forecasts, if it says that something is so or not, and not of what is ahead."""
    said = publication(later.document).start
    if later.statement.standing not in (Standing.ASSERTED, Standing.DENIED) or said is None or _is_ahead(later):
        return None
    if later.statement.kind == "tie":
        return _Settling(said, *standing_days(later), place, later)
    occurred = later.statement.occurred
    start = occurred.start if occurred.basis != "assumed" else said
    return None if start is None else _Settling(said, start, start, place, later)


def _is_ahead(report: Entry) -> bool:
    """Whether a denial is of a time that was not over when it was published, and so settles nothing: "will not before
    2030".
    """
    statement, published = report.statement, publication(report.document).end
    if statement.standing is not Standing.DENIED or published is None:
        return False
    occurred = statement.occurred
    is_later = occurred.basis != "assumed" and occurred.end is not None and occurred.end > published
    return _predicts(report) or is_later


def _clauses(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(each.group().strip(" ,") for each in pattern.finditer(text) if len(each.group().split()) >= _LEAST)


def _matter(entry: Entry) -> tuple[object, ...]:
    statement = entry.statement
    actor, recipient = (frozenset(party.key for party in side) for side in (statement.actor, statement.recipient))
    return (statement.type, actor | recipient) if statement.type in MUTUAL else (statement.type, actor, recipient)
