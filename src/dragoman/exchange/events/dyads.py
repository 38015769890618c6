"""What formats share that hold one actor and one recipient in a row, in CAMEO's codes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

from dragoman.codebook.cameo import Match, coded, to_cameo
from dragoman.exchange.exported import Exported
from dragoman.exchange.manifest import Manifest
from dragoman.records import Entry, Party, Statement

#: One party of each side, if that has any.
Pair = tuple[Party | None, Party | None]


@dataclass(frozen=True, slots=True)
class Event:
    """A statement of an event in CAMEO: its code, how well that fits, its Goldstein score and name, and its day.

    `exact` says whether the statement gives that very day.
    """

    code: str
    match: Match
    goldstein: float
    name: str
    day: date
    exact: bool


def events(exported: Exported, manifest: Manifest, *, own: str) -> Iterator[tuple[Entry, Event | None]]:
    """The entries that are to be rows, with what they are in CAMEO; of those that `own`, a reader, took in from this
    format, which are written as they were, nothing. What is left out is counted.
    """
    for entry in exported.entries:
        statement = entry.statement
        if statement.kind == "tie":
            manifest.left_out["standing ties, which the format has no rows for"] += 1
        elif statement.standing not in exported.standings:
            manifest.left_out[statement.standing.value] += 1
        elif statement.reader == own:
            yield entry, None
        elif (day := day_of(entry)) is None:
            manifest.left_out["without any date"] += 1
        else:
            yield entry, _event(statement, day)


def day_of(entry: Entry) -> date | None:
    """The first day of an event, or the last one by which it was; that of publication where nothing is known of it."""
    occurred, published = entry.statement.occurred, entry.document.published
    return occurred.start or occurred.end or (published.start if published is not None else None)


def pairs(statement: Statement) -> list[Pair]:
    """Each actor with each recipient."""
    return list(product(statement.actor or (None,), statement.recipient or (None,)))


def _event(statement: Statement, day: date) -> Event:
    code, match = to_cameo(statement.type, statement.mode, statement.contexts)
    about = coded(code)
    exact = statement.occurred.start == statement.occurred.end == day
    return Event(code, match, about.goldstein, about.name, day, exact)
