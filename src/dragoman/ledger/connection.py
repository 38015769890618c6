"""One SQLite connection that speaks in the errors of this project."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from dragoman.errors import InvalidValue, LedgerBusy, LedgerDamaged, LedgerError

#: One row of a table, in the order of the columns asked for.
Row = tuple[Any, ...]
Parameters = Sequence[object] | Mapping[str, object]


class Connection:
    """A connection to one ledger file; every SQLite error leaves it as a `LedgerError` with a sentence."""

    def __init__(self, raw: sqlite3.Connection, path: str) -> None:
        self.raw = raw
        self.path = path

    def rows(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        """The rows of a query, one by one."""
        with spoken(self.path):
            yield from self.raw.execute(sql, parameters)

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of a query, or `None`."""
        with spoken(self.path):
            found: Row | None = self.raw.execute(sql, parameters).fetchone()
            return found

    def run(self, sql: str, parameters: Parameters = ()) -> int:
        """Carry out one command; returns the key of the row it put in."""
        with spoken(self.path):
            return self.raw.execute(sql, parameters).lastrowid or 0

    def run_many(self, sql: str, rows: Iterable[Row]) -> None:
        """Carry out one command for each row."""
        with spoken(self.path):
            self.raw.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is run inside is kept together, or none of it is."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            # Some errors (a full disk) have already rolled back; a second time would hide the first error.
            if self.raw.in_transaction:
                self.raw.rollback()
            raise

    def has_table(self, name: str) -> bool:
        """Whether there is a table of that name."""
        return self.row("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", (name,)) is not None

    def close(self) -> None:
        """Let go of the file."""
        self.raw.close()


@contextmanager
def spoken(path: str) -> Iterator[None]:
    """Turns what SQLite raises inside into the errors of this project, naming the ledger at `path`."""
    try:
        yield
    except sqlite3.Error as error:
        raise _sentence(error, path) from error
    except (OverflowError, UnicodeEncodeError) as error:
        raise InvalidValue(f"{path}: a value cannot be stored: {error}. Nothing of it was written.") from error


def _sentence(error: sqlite3.Error, path: str) -> LedgerError | InvalidValue:
    reason = str(error)
    if "locked" in reason or "busy" in reason:
        return LedgerBusy(f"{path} is being written to by another program; try again when that has finished.")
    if "readonly" in reason:
        return LedgerError(f"{path} cannot be written to: the file, its folder or its disk is read-only.")
    if "full" in reason:
        return LedgerError(f"{path}: the disk is full; make room and run the same again, what is written stays.")
    if "malformed" in reason or "not a database" in reason or "no such table" in reason:
        return LedgerDamaged([f"{path} is damaged ({reason}); restore it from a copy."])
    if isinstance(error, sqlite3.IntegrityError):
        return InvalidValue(f"{path} does not take this row: {reason}. Nothing of it was written.")
    return LedgerError(f"{path} could not be used: {reason}.")
