"""Documents that are rows of a Parquet file: columns as the keys of JSON Lines, `text` and perhaps `date` and more."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from dragoman.errors import IntakeError
from dragoman.exchange.tabular import parquet
from dragoman.intake import Defaults, Item, load
from dragoman.intake.item import Line
from dragoman.records import Document, Failure

ENDING = ".parquet"


def spread(item: Item) -> Iterator[Item | Failure]:
    """The rows of an item that is a Parquet file, or the item itself."""
    if not _is_table(item):
        yield item
        return
    try:
        count = parquet.row_count(Path(item.file))
    except IntakeError as error:
        yield Failure(item.path, error.reason)
        return
    length = item.size // max(count, 1)
    for number in range(count):
        yield replace(item, path=f"{item.path}#{number + 1}", part=Line(number, length, number + 1))


def loaded(item: Item, defaults: Defaults) -> tuple[Document | Failure, ...]:
    """The documents of an item, a row of a Parquet file included."""
    if not _is_table(item) or not isinstance(item.part, Line):
        return load(item, defaults)
    try:
        row = parquet.row_at(Path(item.file), item.part.start)
    except IntakeError as error:
        return (Failure(item.path, error.reason),)
    record = {name: _plain(value) for name, value in row.items() if value is not None}
    return load(replace(item, file="", part=None, content=json.dumps(record).encode()), defaults)


def _is_table(item: Item) -> bool:
    return item.file.lower().endswith(ENDING)


def _plain(value: object) -> object:
    return (
        value.isoformat() if isinstance(value, date) else value if isinstance(value, str | int | float) else str(value)
    )
