"""A frame as comma-separated values on standard output."""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING

from dragoman.cli.table import cell

if TYPE_CHECKING:
    from dragoman import Frame


def put_csv(*frames: Frame) -> None:
    """The frames, all of the same columns, as one table with one header."""
    table = csv.writer(sys.stdout, lineterminator="\n")
    for number, frame in enumerate(frames):
        if number == 0:
            table.writerow(frame.columns)
        table.writerows([cell(value) for value in row] for row in frame.rows)
