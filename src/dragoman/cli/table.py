"""Statements as a table of comma-separated values."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from dragoman.plain import cell
from dragoman.records import Entry


def write(entries: Iterable[Entry], file: TextIO) -> None:
    """A header and one row a statement; several parties or figures of a statement are parted by `; `."""
    from dragoman import Told

    table = csv.writer(file, lineterminator="\n")
    table.writerow(Told.columns)
    table.writerows([cell(value) for value in row] for row in Told(entries).rows())
