"""How a ledger file is recognised, made and opened."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from dragoman.errors import LedgerError, LedgerMissing, NewerLedger, NotALedger
from dragoman.ledger.clock import moment
from dragoman.ledger.connection import Connection, spoken
from dragoman.ledger.migrations import APPLICATION_ID, VERSION, migrate

_FOR_WRITING = (
    # A kill loses nothing that was committed; a power cut may lose the last commits but never damages the file.
    "PRAGMA synchronous = NORMAL",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
    # Pages, of 8 KiB each: the pages of an index are written over many times before they need to reach the file.
    "PRAGMA wal_autocheckpoint = 16384",
)


def version_of(path: Path) -> int:
    """The version of the ledger at the path, found out without changing or locking anything.

    Raises `LedgerMissing`, `NotALedger`, `NewerLedger`, or `LedgerError` if it cannot be opened at all.
    """
    _check_readable(path)
    # `immutable` makes SQLite take no lock and leave no file beside it.
    try:
        with closing(sqlite3.connect(_uri(path, "mode=ro&immutable=1"), uri=True)) as raw:
            (application,) = raw.execute("PRAGMA application_id").fetchone()
            (version,) = raw.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError as error:
        raise NotALedger(_other(path, "no SQLite file")) from error
    if application != APPLICATION_ID:
        raise NotALedger(_other(path, "a file of another program"))
    if version > VERSION:
        raise NewerLedger(
            f"{path} was written by a later version of Dragoman (ledger version {version}, this program knows "
            f"{VERSION}). It is left untouched; install the newer Dragoman to open it."
        )
    return int(version)


def create(path: Path) -> None:
    """Make an empty ledger at the path; it appears there whole or not at all."""
    if not path.parent.is_dir():
        raise LedgerError(f"The folder {path.parent} does not exist; make it first, then the ledger in it.")
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        with spoken(str(path)):
            raw = sqlite3.connect(_uri(draft, "mode=rwc"), uri=True, isolation_level=None)
            with closing(raw):
                raw.execute("PRAGMA page_size = 8192")
                migrate(Connection(raw, str(path)), moment(datetime.now(UTC).isoformat()))
                raw.execute("PRAGMA journal_mode = WAL")
        _put(draft, path)
    except OSError as error:
        raise LedgerError(f"{path} cannot be made: {error.strerror}.") from error
    finally:
        draft.unlink(missing_ok=True)


def upgrade(path: Path) -> None:
    """Bring the ledger at the path to the present version."""
    with closing(for_writing(path)) as connection:
        migrate(connection, moment(datetime.now(UTC).isoformat()))
        # The version in the file itself is what another program looks at.
        connection.run("PRAGMA wal_checkpoint(TRUNCATE)")


def for_writing(path: Path) -> Connection:
    """A connection that can write."""
    with spoken(str(path)):
        raw = sqlite3.connect(_uri(path, "mode=rw"), uri=True, isolation_level=None, check_same_thread=False)
    connection = Connection(raw, str(path))
    for pragma in _FOR_WRITING:
        connection.run(pragma)
    return connection


def for_reading(path: Path) -> Connection:
    """A connection that cannot write and sees the ledger as it is at this moment, for as long as it is open.

    It may be used from any thread. It works on a read-only file or disk too, unless a killed writer left its `-wal`.
    """
    for mode in ("mode=rw", "mode=ro", "mode=ro&immutable=1"):
        if "immutable" in mode and _unfolded(path):
            break
        connection = _snapshot(path, mode)
        if connection is not None:
            return connection
    raise LedgerError(
        f"{path} cannot be opened where it is: what was last written still lies in {path.name}-wal beside it. "
        "Copy both files to a folder that you can write to and open it there."
    )


def _snapshot(path: Path, mode: str) -> Connection | None:
    try:
        raw = sqlite3.connect(_uri(path, mode), uri=True, isolation_level=None, check_same_thread=False)
    except sqlite3.OperationalError:
        return None
    try:
        raw.execute("PRAGMA query_only = ON")
        raw.execute("BEGIN")
        raw.execute("SELECT latest FROM clock").fetchone()
    except sqlite3.DatabaseError as error:
        raw.close()
        if "open" in str(error) or "readonly" in str(error):
            return None
        with spoken(str(path)):
            raise
    return Connection(raw, str(path))


def _check_readable(path: Path) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; a ledger is one file, for example {path / 'ledger.dragoman'}.")
    if not path.exists():
        raise LedgerMissing(
            f"There is no ledger at {path}; check the name, or make one there "
            f"(`dragoman read ARTICLES --into {path}`, or create=True in Python)."
        )
    if not path.is_file():
        raise NotALedger(_other(path, "no ordinary file"))
    if not os.access(path, os.R_OK):
        raise LedgerError(f"{path} cannot be read: you have no permission; ask its owner for it.")


def _other(path: Path, what: str) -> str:
    return f"{path} is no ledger but {what}; it is left untouched. Give the path of a ledger, or of a new file."


def _unfolded(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _put(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        # Another program made it meanwhile: its ledger is as good as ours.
        return
    except OSError:
        # Disks without hard links, such as memory sticks.
        draft.replace(path)


def _uri(path: Path, options: str) -> str:
    return f"{path.absolute().as_uri()}?{options}"
