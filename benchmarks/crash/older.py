"""Ledgers as earlier versions of the program left them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from dragoman.ledger.migrations import APPLICATION_ID, MIGRATIONS

_TABLES = "SELECT name FROM {0}.sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search*' AND name != 'migrations'"
_COLUMNS = "SELECT name FROM pragma_table_info(?, ?)"


def make(path: Path, of: Path, *, version: int) -> None:
    """Make a ledger of an earlier version with what another ledger holds, as far as that version can hold it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA page_size = 8192")
        for number, (name, sql) in enumerate(MIGRATIONS[:version], start=1):
            raw.executescript(sql)
            raw.execute("INSERT INTO migrations VALUES (?, ?, '2024-01-01T00:00:00')", (number, name))
        raw.execute("ATTACH ? AS later", (str(of),))
        tables = _names(raw, _TABLES.format("main")) & _names(raw, _TABLES.format("later"))
        for table in sorted(tables):
            shared = ", ".join(sorted(_names(raw, _COLUMNS, table, "main") & _names(raw, _COLUMNS, table, "later")))
            raw.execute(f"INSERT OR REPLACE INTO main.{table} ({shared}) SELECT {shared} FROM later.{table}")
        raw.execute("INSERT INTO main.search (rowid, title, text) SELECT key, title, text FROM main.documents")
        raw.execute("DETACH later")
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.execute(f"PRAGMA user_version = {version}")
        raw.execute("PRAGMA journal_mode = WAL")


def _names(raw: sqlite3.Connection, sql: str, *values: str) -> set[str]:
    return {name for (name,) in raw.execute(sql, values)}
