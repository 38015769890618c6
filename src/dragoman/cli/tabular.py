"""Frames as comma-separated values on standard output, and as Parquet in a file."""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING

from dragoman.cli.output import STANDARD_OUTPUT, put_bytes
from dragoman.errors import InvalidValue
from dragoman.plain import cell

if TYPE_CHECKING:
    from dragoman import Frame, Frames


def put_csv(*frames: Frame) -> None:
    """The frames, all of the same columns, as one table with one header."""
    table = csv.writer(sys.stdout, lineterminator="\n")
    for number, frame in enumerate(frames):
        if number == 0:
            table.writerow(frame.columns)
        table.writerows([cell(value) for value in row] for row in frame.rows)


def put_frame(frames: Frames, name: str | None) -> None:
    """The frame of a name, or else the chief one."""
    put_csv(frames[name if name is not None else next(iter(frames))])


def put_parquet(frame: Frame, name: str, *, beside: str) -> None:
    """The frame as Parquet at `name`, which is not the ledger `beside` it; raises `InvalidValue` or `MissingExtra`."""
    from dragoman.exchange.tabular.parquet import encoded

    if name == STANDARD_OUTPUT:
        raise InvalidValue("Parquet is no text; give a file to write it to, as in `-o series.parquet`.")
    content = encoded(frame.columns, frame.rows)
    put_bytes(content, name, beside=beside)
