"""Events that no report gives a time, by the day on which they were first told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final, Literal, get_args

from dragoman.analysis.occurrences import gathered
from dragoman.analysis.times import publication
from dragoman.errors import InvalidValue
from dragoman.records import Entry, Interval

#: What becomes of an event without a time: it stays apart, or is taken to be of the day of its publication.
Undated = Literal["apart", "published"]
CHOICES: Final[tuple[Undated, ...]] = get_args(Undated)


def undated(name: str) -> Undated:
    """What is to become of events without a time, by its name; raises `InvalidValue`."""
    for each in CHOICES:
        if each == name:
            return each
    raise InvalidValue(f"What is undated cannot be {name!r}; it may be apart or published.")


def as_published(entries: Iterable[Entry], *, each: bool) -> Iterator[Entry]:
    """The entries of events; where no report tells when one was, the first has the time of its publication, or `each`
    report that gives no time its own.
    """
    for occurrence in gathered(entries):
        is_told = any(_is_told(entry) for entry in occurrence.asserted)
        first = occurrence.asserted[:1]
        for entry in occurrence.entries:
            is_meant = not _is_told(entry) if each else not is_told and entry in first
            yield _published(entry) if is_meant else entry


def is_by_publication(entry: Entry) -> bool:
    """Whether the time of an event is that of its publication, as `as_published` has it: no words give it."""
    occurred = entry.statement.occurred
    return occurred.basis == "relative" and occurred.text is None


def _is_told(entry: Entry) -> bool:
    """Whether a report tells when its event was, however vaguely."""
    occurred = entry.statement.occurred
    return occurred.known and occurred.basis != "assumed"


def _published(entry: Entry) -> Entry:
    day = publication(entry.document)
    occurred = Interval(day.start, day.end, day.precision, basis="relative")
    return replace(entry, statement=replace(entry.statement, occurred=occurred))
