"""Statements as a table of comma-separated values."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from dragoman.cli.plain import plain
from dragoman.records import Entry

#: What a cell begins with that a spreadsheet takes for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(entries: Iterable[Entry], file: TextIO) -> None:
    """A header and one row a statement; several parties or figures of a statement are parted by `; `."""
    from dragoman import Told

    table = csv.writer(file, lineterminator="\n")
    table.writerow(Told.columns)
    table.writerows([cell(value) for value in row] for row in Told(entries).rows())


def cell(value: object) -> object:
    """A value as it goes into a table that a spreadsheet may open."""
    if not isinstance(value, str):
        return value
    text = plain(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
