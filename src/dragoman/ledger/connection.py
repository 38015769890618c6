"""One SQLite connection that speaks in the errors of this project."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any

from dragoman.errors import InvalidValue, LedgerBusy, LedgerDamaged, LedgerError

#: One row of a table, in the order of the columns asked for.
Row = tuple[Any, ...]
Parameters = Sequence[object] | Mapping[str, object]

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_ROW = (sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_TOOBIG)
_PLACE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
#: What readers and writers share in memory is kept in a file, for which a full disk has no room.
_SHARED = ("SQLITE_IOERR_SHMOPEN", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_SHMMAP")
_FAILED_FUNCTION = "user-defined function raised exception"
_KEPT = "nothing of the last step was written, and what was written before stays"
#: What an error means to the person at the keyboard, by SQLite's primary code; `{0}` is its name, `{1}` its text.
_REASONS: dict[int | None, str] = {
    sqlite3.SQLITE_READONLY: " cannot be written to: the file, its folder or its disk is read-only. "
    "Copy the ledger to a folder of your own.",
    sqlite3.SQLITE_FULL: f": the disk is full; {_KEPT}. Make room and run the same again.",
    sqlite3.SQLITE_IOERR: f": the disk did not take or give what was asked ({{0}}); {_KEPT}. See whether it is full, "
    "over a quota, failing or gone, and run the same again.",
    sqlite3.SQLITE_CANTOPEN: " cannot be opened: the file, or one that is needed beside it, cannot be made or read. "
    "See whether its folder takes new files, and run the same again.",
    sqlite3.SQLITE_NOMEM: f": there is not enough memory; {_KEPT}. Close other programs and run the same again.",
}


class Connection:
    """A connection to one ledger file; every SQLite error leaves it as a `LedgerError` with a sentence."""

    def __init__(self, raw: sqlite3.Connection, path: str) -> None:
        self.raw = raw
        self.path = path
        self._stops: list[BaseException] = []

    def function(self, name: str, call: Callable[..., int]) -> None:
        """Let SQL call a function without side effects, of any number of values, that gives a whole number."""

        def called(*values: object) -> int:
            try:
                return call(*values)
            except BaseException as error:
                self._stops.append(error)
                raise

        self.raw.create_function(name, -1, called, deterministic=True)

    def rows(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        """The rows of a query, one by one."""
        with spoken(self.path, self._stops):
            # By way of `chain`, which is not closed with this: whoever is interrupted may let go of it after the file.
            yield from chain(self.raw.execute(sql, parameters))

    def all_rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """All rows of a query at once, which is faster than one by one where all are wanted."""
        with spoken(self.path, self._stops):
            return self.raw.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """The first row of a query, or `None`."""
        with spoken(self.path, self._stops):
            found: Row | None = self.raw.execute(sql, parameters).fetchone()
            return found

    def run(self, sql: str, parameters: Parameters = ()) -> int:
        """Carry out one command; returns the key of the row it put in."""
        with spoken(self.path, self._stops):
            return self.raw.execute(sql, parameters).lastrowid or 0

    def run_many(self, sql: str, rows: Iterable[Row]) -> None:
        """Carry out one command for each row."""
        with spoken(self.path, self._stops):
            self.raw.executemany(sql, rows)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is run inside is kept together, or none of it is; inside another one, with that."""
        if self.raw.in_transaction:
            yield
            return
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

    def shared(self) -> Connection:
        """The same connection for somebody else, who does not close it."""
        return _Shared(self)

    def close(self) -> None:
        """Let go of the file."""
        self.raw.close()


class _Shared(Connection):
    """A connection that somebody else closes."""

    def __init__(self, of: Connection) -> None:
        super().__init__(of.raw, of.path)
        self._stops = of._stops

    def close(self) -> None:
        """Leave the file to whose it is."""


@contextmanager
def spoken(path: str, stops: list[BaseException] | None = None) -> Iterator[None]:
    """Turns what SQLite raises inside into the errors of this project, naming the ledger at `path`; what stopped one of
    its functions, which is in `stops`, is raised as it was.
    """
    try:
        yield
    except sqlite3.Error as error:
        if stops is not None and _FAILED_FUNCTION in str(error):
            # SQLite does not tell what its function raised; what it did not raise itself came of a signal.
            stop = stops.pop() if stops else KeyboardInterrupt()
            if not isinstance(stop, Exception):
                raise stop from error
        raise sentence(error, path) from error
    except UnicodeDecodeError as error:
        # SQLite's own words hold bytes of a damaged page.
        raise unreadable(path) from error
    except (OverflowError, UnicodeEncodeError) as error:
        raise InvalidValue(f"{path}: a value cannot be stored: {error}. Nothing of it was written.") from error


def is_damage(error: sqlite3.Error) -> bool:
    """Whether an error says that the file is not what SQLite, or this program, wrote."""
    reason = str(error)
    return (
        _code(error) in _DAMAGE
        or "no such table" in reason
        or "no such column" in reason
        or "decode to UTF-8" in reason
    )


def is_place(error: sqlite3.Error) -> bool:
    """Whether an error comes from the place where the file lies: what SQLite needs beside it cannot be made there."""
    return _code(error) in _PLACE or _name(error) in _SHARED


def unreadable(path: str) -> LedgerDamaged:
    """What a person is told about a ledger whose tables' own descriptions are damaged."""
    return LedgerDamaged([f"{path} is damaged (it holds what is no text); restore it from a backup or another copy."])


def sentence(error: sqlite3.Error, path: str) -> LedgerError | InvalidValue:
    """What a person is told about an error of SQLite on the ledger at `path`."""
    if is_damage(error):
        return LedgerDamaged([f"{path} is damaged ({_short(error)}); restore it from a backup or another copy."])
    code = _code(error)
    if code in _ROW:
        return InvalidValue(f"{path} does not take this row: {error}. Nothing of it was written.")
    if code in _BUSY:
        return LedgerBusy(f"{path} is being written to by another program; try again when that has finished.")
    if _name(error) in _SHARED:
        code = sqlite3.SQLITE_FULL
    reason = _REASONS.get(code, " could not be used: {1}.").format(_name(error), _short(error))
    return LedgerError(f"{path}{reason}")


def _code(error: sqlite3.Error) -> int | None:
    """SQLite's primary code; none for what Python's own module complains of."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if code is not None else None


def _name(error: sqlite3.Error) -> str:
    return getattr(error, "sqlite_errorname", "")


def _short(error: sqlite3.Error) -> str:
    # Of a text that cannot be decoded the whole text is told.
    return str(error).partition(" with text ")[0]
