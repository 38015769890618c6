"""A ledger as a folder of CSV files: UTF-8, a header, days and timestamps in ISO 8601, nothing where nothing is known.

Texts that a spreadsheet would take for a formula have an apostrophe in front, as in all tables of Dragoman's own.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from dragoman.exchange.exported import Exported
from dragoman.exchange.tabular.concepts import Kind, Row
from dragoman.exchange.tabular.tables import write_tables
from dragoman.plain import cell


class CsvSheet:
    """A file of comma-separated values."""

    def __init__(self, path: Path, columns: Mapping[str, Kind]) -> None:
        # It is closed when the sheet is left.
        self._file = open(path, "x", encoding="utf-8", errors="replace", newline="")  # noqa: SIM115
        self._rows = csv.writer(self._file, lineterminator="\n")
        self._rows.writerow(columns)

    def add(self, row: Row) -> None:
        """Write one row."""
        self._rows.writerow([_written(value) for value in row])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


def write(exported: Exported, target: Path) -> None:
    """Write the tables beside the manifest, which is at `target`."""
    write_tables(exported, target, "csv", CsvSheet)


def _written(value: object) -> object:
    return str(value).lower() if isinstance(value, bool) else cell(value)
