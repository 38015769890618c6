"""Tables as Parquet; the only place that knows Arrow."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final, Self

from dragoman.errors import MissingExtra, TooLarge, UnreadableFile
from dragoman.exchange.tabular.flat import Kind, Row

#: Rows that are held until they are written together.
_TOGETHER: Final = 10_000
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
#: Rows that lie together may always unpack to so many bytes, and to so many times their packed size.
_UNPACKED: Final = 128 * 2**20
_RATIO: Final = 200
#: As many rows are in memory at once when a file is read.
_ROWS = 4_096


@dataclass(frozen=True, slots=True)
class Piece:
    """Those rows of a table that have one value in one column, as the bytes of a Parquet file without that column."""

    value: str
    row_count: int
    content: bytes


def encoded(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """A table as the bytes of a Parquet file: texts, whole numbers, numbers and days; the same table, the same bytes.

    Raises `MissingExtra` if Arrow is not installed.
    """
    held = {name: [row[place] for row in rows] for place, name in enumerate(columns)}
    return _file(_arrow().table(held))


class ParquetSheet:
    """A Parquet file that takes rows one after another; raises `MissingExtra` if Arrow is not installed."""

    def __init__(self, path: Path, columns: Mapping[str, Kind]) -> None:
        self._arrow = _arrow()
        self._schema = _schema(columns)
        self._file = self._arrow.parquet.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[Sequence[object]] = []

    def add(self, row: Sequence[object]) -> None:
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


def batch(rows: Sequence[Row], columns: Mapping[str, Kind]) -> bytes:
    """Rows as an Arrow batch, to be sent to where files are written; raises `MissingExtra`."""
    arrow = _arrow()
    table = arrow.Table.from_pylist(list(rows), schema=_schema(columns))
    file = BytesIO()
    with arrow.ipc.new_stream(file, table.schema) as stream:
        stream.write_table(table)
    return file.getvalue()


def pieces(batches: Iterable[bytes], columns: Mapping[str, Kind], *, by: str) -> Iterator[Piece]:
    """The rows of batches in their order, a piece for each value of the column `by`, which each has, in its order."""
    arrow = _arrow()
    tables = [arrow.ipc.open_stream(each).read_all() for each in batches]
    whole = arrow.concat_tables([_schema(columns).empty_table(), *tables])
    for value in sorted(arrow.compute.unique(whole[by]).to_pylist()):
        part = whole.filter(arrow.compute.equal(whole[by], value)).drop_columns([by])
        yield Piece(value, part.num_rows, _file(part))


def file_of(rows: Sequence[Row], columns: Mapping[str, Kind]) -> bytes:
    """Rows as the bytes of a Parquet file; the same rows, the same bytes. Raises `MissingExtra`."""
    return _file(_arrow().Table.from_pylist(list(rows), schema=_schema(columns)))


def rows_of(
    path: Path, columns: Sequence[str] | None = None, *, among: Mapping[str, Collection[str]] | None = None
) -> Iterator[dict[str, Any]]:
    """The rows of a Parquet file, of some of its columns if they are named; `among` gives of a column which texts are
    wanted in it. Raises `MissingExtra` or `UnreadableFile`.
    """
    arrow = _arrow()
    wanted = {name: arrow.array(sorted(values), arrow.string()) for name, values in (among or {}).items()}
    try:
        with arrow.parquet.ParquetFile(path) as file:
            for each in file.iter_batches(_ROWS, columns=columns):
                for name, values in wanted.items():
                    each = each.filter(arrow.compute.is_in(each[name], values))
                yield from each.to_pylist()
    except (arrow.ArrowException, OSError) as error:
        raise _unreadable(path, error) from error


def row_count(path: Path) -> int:
    """The rows of a Parquet file; raises `MissingExtra` or `UnreadableFile`."""
    arrow = _arrow()
    try:
        return int(arrow.parquet.read_metadata(path).num_rows)
    except (arrow.ArrowException, OSError) as error:
        raise _unreadable(path, error) from error


def row_at(path: Path, number: int) -> dict[str, Any]:
    """A row of a Parquet file, counted from 0; rows beside each other are found at once. Raises as `row_count` does."""
    start, rows = _group_with(path, path.stat().st_mtime_ns, number)
    return dict(rows.slice(number - start, 1).to_pylist()[0])


@lru_cache(maxsize=64)
def _group_with(path: Path, modified: int, number: int) -> tuple[int, Any]:
    arrow, start = _arrow(), 0
    try:
        with arrow.parquet.ParquetFile(path) as file:
            for group in range(file.num_row_groups):
                found = file.metadata.row_group(group)
                count = found.num_rows
                if number < start + count:
                    _refuse_bomb(path, found)
                    return start, _group(path, modified, group)
                start += count
    except (arrow.ArrowException, OSError) as error:
        raise _unreadable(path, error) from error
    raise UnreadableFile(str(path), f"It has no row {number}; it was changed meanwhile.")


def _refuse_bomb(path: Path, group: Any) -> None:
    packed = sum(group.column(number).total_compressed_size for number in range(group.num_columns))
    if group.total_byte_size > max(_UNPACKED, _RATIO * packed):
        raise TooLarge(str(path), f"Its rows unpack to over {_RATIO} times their packed size, as only a bomb does.")


@lru_cache(maxsize=1)
def _group(path: Path, modified: int, group: int) -> Any:
    # A long text that a file holds once for a million rows is held once here, too.
    arrow = _arrow()
    texts = (arrow.string(), arrow.large_string(), arrow.binary(), arrow.large_binary())
    names = [each.name for each in arrow.parquet.read_schema(path) if each.type in texts]
    with arrow.parquet.ParquetFile(path, read_dictionary=names) as file:
        return file.read_row_group(group)


def _unreadable(path: Path, error: Exception) -> UnreadableFile:
    said = str(error).splitlines()[0] if str(error) else type(error).__name__
    return UnreadableFile(str(path), f"It cannot be read as Parquet ({said}); write it anew.")


def _file(table: Any) -> bytes:
    file = BytesIO()
    _arrow().parquet.write_table(table, file, compression="zstd")
    return file.getvalue()


@cache
def _arrow() -> Any:
    try:
        import pyarrow
        import pyarrow.compute
        import pyarrow.ipc
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra("Parquet", "it needs pyarrow; `pip install 'dragoman[parquet]'` brings it.") from error
    return pyarrow


def _schema(columns: Mapping[str, Kind]) -> Any:
    return _arrow().schema([(name, _type(kind)) for name, kind in columns.items()])


def _type(kind: Kind) -> Any:
    arrow = _arrow()
    if isinstance(kind, dict):
        return arrow.struct([(name, _type(each)) for name, each in kind.items()])
    if isinstance(kind, list):
        return arrow.list_(_type(kind[0]))
    named = {
        "text": arrow.string,
        "whole": arrow.int64,
        "number": arrow.float64,
        "truth": arrow.bool_,
        "day": arrow.date32,
        "bytes": arrow.binary,
        "texts": lambda: arrow.list_(arrow.string()),
    }
    return named[kind]()
