"""Check sums of what is stored, by which `verify` sees that it was changed by anything but a writer.

A sum is the exclusive or of the hashes of the rows that it is of. A row that comes, goes or is superseded changes it by
its own hashes alone, so that what was damaged before stays seen, whatever is written later.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from struct import Struct

from dragoman.ledger.connection import Connection, Row


@dataclass(frozen=True, slots=True)
class _Summed:
    """A table: in the sums of the rows of which table its rows are, under which key, and what writers do to them."""

    of: str
    key: str
    events: tuple[str, ...] = ()


_STATEMENT = "(SELECT document FROM statements WHERE key = {0}.statement)"
_BOTH = ("INSERT", "UPDATE")
#: All that is stored, not derived. One sum is of the whole of a table whose rows have no keys.
_TABLES = {
    "documents": _Summed("documents", "{0}.key", _BOTH),
    "readings": _Summed("documents", "{0}.document", _BOTH),
    "statements": _Summed("documents", "{0}.document", ("UPDATE",)),
    "mentions": _Summed("documents", _STATEMENT),
    "chains": _Summed("documents", _STATEMENT),
    "quantities": _Summed("documents", _STATEMENT),
    "names": _Summed("names", "{0}.key", ("INSERT",)),
    "offers": _Summed("offers", "{0}.key", _BOTH),
    "offered_documents": _Summed("offers", "{0}.offer", ("INSERT",)),
    "failures": _Summed("offers", "{0}.offer", _BOTH),
    "copies": _Summed("copies", "{0}.key", _BOTH),
    "signatures": _Summed("signatures", "0", _BOTH),
    "compared": _Summed("compared", "0", ("INSERT", "DELETE")),
    "decisions": _Summed("decisions", "{0}.key", _BOTH),
    "decided": _Summed("decisions", "{0}.decision", ("INSERT",)),
    "clock": _Summed("clock", "0", ("UPDATE",)),
    "migrations": _Summed("migrations", "0"),
}
#: Put in many at a time, their sums are taken when they are there: a trigger for each row costs more.
_MANY = {"statements": "key", "mentions": "statement", "chains": "statement", "quantities": "statement"}
_SIDES = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}
_HASH = "dragoman_hash"
#: SQLite has no exclusive or.
_ADD = "ON CONFLICT (of, key) DO UPDATE SET sum = (sum | excluded.sum) - (sum & excluded.sum)"
_NUMBER = Struct(">q")


def keep(connection: Connection) -> None:
    """Have the sums kept up by all that the connection writes from now on, but the statements that it puts in."""
    connection.function(_HASH, lambda *row: _hash(row))
    # Not a transaction for each of them: SQLite would look whether the file changed in between.
    connection.run("BEGIN")
    for table, summed in _TABLES.items():
        columns = [name for (name,) in connection.rows("SELECT name FROM pragma_table_info(?)", (table,))]
        for event in summed.events:
            steps = (_step(table, row, ", ".join(f'{row}."{each}"' for each in columns)) for row in _SIDES[event])
            # A trigger of this connection: another program that writes leaves the sums as they were.
            connection.run(f"CREATE TEMP TRIGGER {table}_{event} AFTER {event} ON {table} BEGIN {' '.join(steps)} END")
    connection.run("COMMIT")


def _step(table: str, row: str, values: str) -> str:
    summed = _TABLES[table]
    key = summed.key.format(row)
    return f"INSERT INTO sums VALUES ('{summed.of}', {key}, {_HASH}({key}, '{table}', {values})) {_ADD};"


def add(connection: Connection, first: int, last: int) -> None:
    """Add statements with their parts, by their first and last key, that were just put in."""
    found: dict[int, int] = {}
    for table, key in _MANY.items():
        _take(found, connection.rows(f"{_selection(table)} WHERE {key} BETWEEN ? AND ?", (first, last)))
    _write(connection, "documents", found)


def renew(connection: Connection) -> None:
    """Take the sums of all that is there."""
    connection.run("DELETE FROM sums")
    for of in _owners():
        _write(connection, of, _taken(connection, of))


def changed(connection: Connection) -> Iterator[tuple[str, int]]:
    """The tables and keys of the rows that are not as they were written, or something that belongs to them is not."""
    for of in _owners():
        found = _taken(connection, of)
        for key, kept in connection.rows("SELECT key, sum FROM sums WHERE of = ?", (of,)):
            found[key] = found.get(key, 0) ^ kept
        yield from ((of, key) for key, left in found.items() if left)


def _owners() -> list[str]:
    return list(dict.fromkeys(summed.of for summed in _TABLES.values()))


def _taken(connection: Connection, of: str) -> dict[int, int]:
    found: dict[int, int] = {}
    for table, summed in _TABLES.items():
        if summed.of == of:
            _take(found, connection.rows(_selection(table)))
    return found


def _selection(table: str) -> str:
    """The question for what is hashed of rows: the key of the row that they belong to, their table, their columns."""
    return f"SELECT {_TABLES[table].key.format(table)}, '{table}', * FROM {table}"


def _take(found: dict[int, int], rows: Iterable[Row]) -> None:
    for row in rows:
        found[row[0]] = found.get(row[0], 0) ^ _hash(row)


def _write(connection: Connection, of: str, found: Mapping[int, int]) -> None:
    connection.run_many(f"INSERT INTO sums VALUES (?, ?, ?) {_ADD}", ((of, *each) for each in found.items()))


def _hash(row: Row) -> int:
    # Not `repr`: which characters it escapes differs from one Python to the next.
    found: int
    (found,) = _NUMBER.unpack(blake2b(ascii(row).encode(), digest_size=_NUMBER.size).digest())
    return found
