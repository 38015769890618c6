"""Tables as Parquet; the only place that knows Arrow."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, Final, Self

from dragoman.errors import MissingExtra
from dragoman.exchange.concepts import Kind, Row

#: Rows that are held until they are written together.
_TOGETHER: Final = 10_000
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def encoded(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """A table as the bytes of a Parquet file: texts, whole numbers, numbers and days; the same table, the same bytes.

    Raises `MissingExtra` if Arrow is not installed.
    """
    arrow = _arrow()
    held = {name: [row[place] for row in rows] for place, name in enumerate(columns)}
    file = BytesIO()
    arrow.parquet.write_table(arrow.table(held), file, compression="zstd")
    return file.getvalue()


class ParquetSheet:
    """A Parquet file that takes rows one after another; raises `MissingExtra` if Arrow is not installed."""

    def __init__(self, path: Path, columns: Mapping[str, Kind]) -> None:
        self._arrow = _arrow()
        types = {
            "text": self._arrow.string(),
            "whole": self._arrow.int64(),
            "number": self._arrow.float64(),
            "truth": self._arrow.bool_(),
            "day": self._arrow.date32(),
            "texts": self._arrow.list_(self._arrow.string()),
        }
        self._schema = self._arrow.schema([(name, types[kind]) for name, kind in columns.items()])
        self._file = self._arrow.parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        """Write one row, or hold it until there are more."""
        self._rows.append(row)
        if len(self._rows) == _TOGETHER:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            columns = [[_encodable(value) for value in column] for column in zip(*self._rows, strict=True)]
            self._file.write_table(self._arrow.table(columns, schema=self._schema))
            self._rows.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._flush()
        self._file.close()


def _encodable(value: object) -> object:
    if isinstance(value, list):
        return [_encodable(each) for each in value]
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else value


def _arrow() -> Any:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra("Parquet", "it needs pyarrow; `pip install 'dragoman[parquet]'` brings it.") from error
    return pyarrow
