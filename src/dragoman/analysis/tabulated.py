"""Parts of accounts and surveys as frames."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dragoman.analysis.answers import joined
from dragoman.analysis.disputes import Dispute, FigureDispute
from dragoman.analysis.frame import Frame
from dragoman.analysis.occurrences import Occurrence
from dragoman.analysis.prospects import Prospect
from dragoman.analysis.timeline import Row
from dragoman.analysis.voices import Voice
from dragoman.records import Entry

#: The columns of what some assert and others deny, of what rests on one origin, of what happened, of what is ahead,
#: and of who says so.
DISPUTES: Final = ("about", "type", "actor", "recipient", "for", "against", "numbers")
SINGLE: Final = ("kind", "type", "actor", "recipient", "reports", "statements")
TIMELINE: Final = ("from", "to", "standing", "kind", "type", "actor", "recipient", "reports", "statements")
AHEAD: Final = ("standing", "from", "to", "type", "actor", "recipient", "statements")
VOICES: Final = ("name", "kind", "statements")


def disputes_frame(found: Iterable[Dispute | FigureDispute]) -> Frame:
    """Disputes as rows: `for` and `against` are ids of statements, of numbers all are in `for`."""
    return Frame(DISPUTES, tuple(map(_dispute, found)))


def single_frame(found: Iterable[Occurrence]) -> Frame:
    """Events and ties on one origin as rows."""
    return Frame(SINGLE, tuple((*_head(each), len(each.asserted), _ids(each.asserted)) for each in found))


def timeline_frame(found: Iterable[Row]) -> Frame:
    """The lines of a timeline as rows; `from` and `to` are days."""
    return Frame(TIMELINE, tuple(map(_line, found)))


def ahead_frame(found: Iterable[Prospect]) -> Frame:
    """What is only planned, predicted, possible, called for or supposed as rows; `from` and `to` are days."""
    return Frame(AHEAD, tuple(map(_prospect, found)))


def voices_frame(found: Iterable[Voice]) -> Frame:
    """Who says so as rows, with the number of statements."""
    return Frame(VOICES, tuple((each.name, each.kind, len(each.entries)) for each in found))


def _dispute(doubt: Dispute | FigureDispute) -> tuple[object, ...]:
    head = _head(doubt.occurrence)[1:]
    if isinstance(doubt, Dispute):
        return ("whether", *head, _ids(doubt.asserted), _ids(doubt.denied), None)
    numbers = joined(each.quantity.phrase for each in doubt.reports)
    return ("how much", *head, _ids(each.entry for each in doubt.reports), None, numbers)


def _line(row: Row) -> tuple[object, ...]:
    days = (row.interval.start, row.interval.end)
    return (*days, row.standing.value, *_head(row.occurrence), len(row.reports), _ids(row.reports))


def _prospect(each: Prospect) -> tuple[object, ...]:
    days = (each.interval.start, each.interval.end)
    return (each.standing.value, *days, *_head(each.occurrence)[1:], _ids(each.reports))


def _head(of: Occurrence) -> tuple[str, str, str, str]:
    return (of.kind, of.type, joined(of.actor), joined(of.recipient))


def _ids(entries: Iterable[Entry]) -> str:
    return joined(entry.statement.id for entry in entries)
