"""Tables as Parquet; the only place that knows Arrow."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from dragoman.errors import MissingExtra


def encoded(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    """A table as the bytes of a Parquet file: texts, whole numbers, numbers and days; the same table, the same bytes.

    Raises `MissingExtra` if Arrow is not installed.
    """
    try:
        from pyarrow import parquet, table
    except ImportError as error:
        raise MissingExtra("Parquet", "it needs pyarrow; `pip install 'dragoman[parquet]'` brings it.") from error
    held = {name: [row[place] for row in rows] for place, name in enumerate(columns)}
    file = BytesIO()
    parquet.write_table(table(held), file, compression="zstd")
    return file.getvalue()
