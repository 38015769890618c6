"""Statements as a table of comma-separated values."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

from dragoman.cli import words
from dragoman.cli.plain import plain
from dragoman.records import Entry, Party

COLUMNS = (
    "id claim kind type mode contexts actor actor_names recipient recipient_names from to precision standing figures "
    "chain certainty publisher transport original_source published title url path document start end evidence "
    "occurrence origins origin superseded"
).split()
#: What a cell begins with that a spreadsheet takes for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(entries: Iterable[Entry], file: TextIO) -> None:
    """A header and one row a statement; several parties or figures of a statement are parted by `; `."""
    table = csv.writer(file, lineterminator="\n")
    table.writerow(COLUMNS)
    for entry in entries:
        table.writerow([cell(value) for value in _row(entry)])


def _row(entry: Entry) -> list[object]:
    statement, document = entry.statement, entry.document
    return [
        *(statement.id, statement.claim, statement.kind, statement.type, statement.mode),
        _joined(statement.contexts),
        *_side(statement.actor),
        *_side(statement.recipient),
        *(statement.occurred.start, statement.occurred.end, statement.occurred.precision, statement.standing.value),
        _joined([words.figure(each) for each in statement.quantities]),
        _joined([link.source.name for link in statement.chain]),
        *(statement.certainty, document.publisher, document.transport, entry.original_source),
        document.published.iso() if document.published else None,
        *(document.title, document.url, document.path, document.id),
        *(statement.evidence.start, statement.evidence.end, statement.evidence.text),
        *(entry.occurrence, entry.origins, entry.origin, entry.superseded),
    ]


def _side(parties: Sequence[Party]) -> tuple[str, str]:
    return _joined([party.code or "" for party in parties]), _joined([party.name for party in parties])


def _joined(parts: Sequence[str]) -> str:
    return "; ".join(parts)


def cell(value: object) -> object:
    """A value as it goes into a table that a spreadsheet may open."""
    if not isinstance(value, str):
        return value
    text = plain(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
