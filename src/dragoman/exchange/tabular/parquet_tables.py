"""A ledger as a folder of Parquet files, with types: texts as they are, days as days."""

from __future__ import annotations

from pathlib import Path

from dragoman.exchange.exported import Exported
from dragoman.exchange.tabular.parquet import ParquetSheet
from dragoman.exchange.tabular.tables import write_tables


def write(exported: Exported, target: Path) -> None:
    """Write the tables beside the manifest, which is at `target`; raises `MissingExtra` if Arrow is not installed."""
    write_tables(exported, target, "parquet", ParquetSheet)
