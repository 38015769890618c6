"""A ledger in which every stored column holds something, and what can be changed in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from dragoman.ledger import Ledger, Offer
from dragoman.records import Anchor, Copy, Decision, Failure, Interval
from tests.factories import a_denial, a_document, a_party, a_quantity, a_reading, a_statement, a_visit

DAY = Interval(date(2023, 6, 1), date(2023, 6, 1), "day", "1 June 2023", "stated")
#: What the tables are that are no part of what is stored.
_BESIDE = ("sqlite_*", "search*", "derived_*")


def make(path: Path) -> None:
    """Make it: read, read again by another reader, judged, undone, copied, offered again, failed."""
    whole = {"author": "A. Writer", "url": "https://a.example/1", "path": "a/1.html", "transport": "A Feed"}
    document = a_document(published=DAY, **whole)
    visit = a_visit(document, occurred=DAY, actor=(a_party(document, "President Herzog", "ISR", role="president"),))
    oil = a_statement(document, quantities=(a_quantity(document), a_quantity(document, low=1, high=2)))
    reprint = a_document(title="Printed again")
    decisions = (
        Decision("wrong type", "A. Analyst", "read it again", Anchor.of(visit), "COOPERATE"),
        Decision("retracted", "A. Analyst", "made up", scope="publisher", name="The Other Gazette"),
        Decision("same", "A. Analyst", "one visit", Anchor.of(oil), other=Anchor.of(a_denial(document))),
    )
    offers = (
        Offer("a.html", 10, 20, "d", (document.id, reprint.id), (Failure("a.html#2", "It is empty."),)),
        Offer("a.html", 11, 21, "e", (document.id,)),
    )
    with Ledger.open(path, create=True) as ledger, ledger.writer() as writer:
        writer.add_many([a_reading(document, oil, visit), a_reading(reprint)], recorded="2024-05-01")
        writer.add_signatures({document.id: b"one", reprint.id: b"two"}, recorded="2024-05-01")
        writer.add_signatures({document.id: b"another"}, recorded="2024-05-02")
        for of in ([Copy(reprint.id, document.id, "near", 0.75)], [Copy(reprint.id, document.id, "exact", 1.0)]):
            writer.replace_copies(of, compared=[document.id, reprint.id], recorded="2024-05-02")
        writer.add(a_reading(document, oil, visit, a_denial(document), reader="dragoman 0.2"), recorded="2024-05-03")
        writer.take_over(decisions, recorded="2024-05-04", fallen={})
        writer.undo(decisions[0].id, recorded="2024-05-05", who="B. Analyst")
        writer.note_offers(offers, recorded="2024-05-06")


@dataclass(frozen=True)
class Column:
    """A column of a table, what SQLite calls its type, and the columns that its rows are told by."""

    table: str
    name: str
    type: str
    keys: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.table}.{self.name}"


def columns(raw: sqlite3.Connection, *, beside: tuple[str, ...] = _BESIDE) -> Iterator[Column]:
    """The columns of all tables that are stored."""
    names = [name for (name,) in raw.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")]
    for table in names:
        if any(raw.execute("SELECT ? GLOB ?", (table, each)).fetchone()[0] for each in beside):
            continue
        info = raw.execute("SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid", (table,)).fetchall()
        keys = tuple(name for name, _, key in info if key) or ("rowid",)
        yield from (Column(table, name, kind, keys) for name, kind, _ in info)


def held(raw: sqlite3.Connection, column: Column) -> list[tuple[Any, ...]]:
    """What the column holds: each value that is not missing, with the keys of its row."""
    sql = f'SELECT "{column.name}", {", ".join(column.keys)} FROM {column.table} WHERE "{column.name}" IS NOT NULL'
    return raw.execute(sql).fetchall()


def put(raw: sqlite3.Connection, column: Column, row: tuple[Any, ...], value: object, *, cast: str = "?") -> None:
    """Put another value in the place of the one in the row."""
    raw.execute(f'UPDATE {column.table} SET "{column.name}" = {cast} WHERE {_where(column)}', (value, *row[1:]))


def take(raw: sqlite3.Connection, column: Column, row: tuple[Any, ...]) -> None:
    """Take the whole row away."""
    raw.execute(f"DELETE FROM {column.table} WHERE {_where(column)}", row[1:])


def _where(column: Column) -> str:
    return " AND ".join(f"{key} = ?" for key in column.keys)
