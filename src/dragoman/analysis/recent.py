"""What was published last about a subject of which very much is said, with what all of it says of its ties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from dragoman.analysis.occurrences import gathered
from dragoman.analysis.ties import outline, ties
from dragoman.analysis.times import publication
from dragoman.records import Entry, Outline
from dragoman.records.latest import reach

#: Of the ties that most reports assert so many are told, however long ago their reports were published.
TIES = 60


@dataclass(frozen=True, slots=True)
class Whole:
    """What an account tells only a part of: `statements` in all, of which those published from `first` to `last` are
    told (`None` if nothing says when), and the ties as all of them make them, by id.
    """

    statements: int
    first: date | None
    last: date | None
    ties: Mapping[str, Outline]

    @classmethod
    def of(cls, statements: int, told: Iterable[Entry], outlines: Iterable[Outline]) -> Self:
        """Of so many statements those that were published last, before others are added to them."""
        days = sorted(day for day in map(_day, told) if day)
        first, last = (date.fromordinal(days[place]) if days else None for place in (0, -1))
        return cls(statements, first, last, {each.id: each for each in outlines})


def recent(entries: Sequence[Entry], most: int, day: date | None) -> list[Entry]:
    """The entries that were published last by a day, `most` and the rest of the earliest of their days; if there are
    not so many, with those that were published first after it. What nothing dates counts as the oldest.
    """
    until = (day or date.max).toordinal()
    days = sorted(map(_day, entries))
    before, after = ([each for each in days if (each <= until) == is_past] for is_past in (True, False))
    first, last = reach(before[::-1], after, most, until)
    return [entry for entry in entries if first <= _day(entry) <= last]


def part(
    entries: Sequence[Entry], parties: Sequence[str], most: int, day: date | None
) -> tuple[tuple[Entry, ...], Whole]:
    """What was published last of entries about a party, or about two, and the first reports of their main ties."""
    told = recent(entries, most, day)
    outlines = [each for each in map(outline, ties(gathered(entries))) if each.reports]
    between = sorted(
        (each for each in outlines if _is_between(each, parties)), key=lambda each: (-each.reports, each.id)
    )
    firsts = {identity for each in between[:TIES] for identity in (each.report, each.denial)}
    kept = {entry.statement.id for entry in told} | firsts
    return tuple(entry for entry in entries if entry.statement.id in kept), Whole.of(len(entries), told, outlines)


def _is_between(of: Outline, parties: Sequence[str]) -> bool:
    return of.is_named and any({*parties} <= {*two} for two in of.ends)


def _day(entry: Entry) -> int:
    """When it was published, as an ordinal, of a month or a year its last day; 0 if nothing says."""
    published = publication(entry.document)
    day = published.end or published.start
    return day.toordinal() if day is not None else 0
