"""How a ledger file is recognised, made and opened."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from dragoman.errors import LedgerBusy, LedgerDamaged, LedgerError, LedgerMissing, NewerLedger, NotALedger
from dragoman.ledger.clock import moment
from dragoman.ledger.connection import Connection, is_damage, is_place, sentence, spoken, unreadable
from dragoman.ledger.lock import Lock
from dragoman.ledger.migrations import APPLICATION_ID, VERSION, migrate

_FOR_WRITING = (
    # A kill loses nothing that was committed; a power cut may lose the last commits but never damages the file.
    "PRAGMA synchronous = NORMAL",
    "PRAGMA cache_size = -65536",
    "PRAGMA temp_store = MEMORY",
    # Pages, of 8 KiB each: the pages of an index are written over many times before they need to reach the file.
    "PRAGMA wal_autocheckpoint = 16384",
)

#: How each SQLite file begins, and how many bytes tell what it is.
_MAGIC, _HEAD = b"SQLite format 3\0", 100
#: Seconds to wait for another program that makes the same ledger, and between two looks.
_PATIENCE, _PAUSE = 10.0, 0.02


def version_of(path: Path) -> int:
    """The version of the ledger at the path, found out without changing or locking anything.

    Raises `LedgerMissing`, `NotALedger`, `LedgerDamaged` if it was cut short, `NewerLedger`, or `LedgerError` if it
    cannot be opened at all.
    """
    _check_readable(path)
    application, version = _stamps(path)
    if application != APPLICATION_ID:
        # SQLite takes what it does not find in the first bytes for noughts.
        raise _unlike(path) if path.stat().st_size < _HEAD else NotALedger(_other(path, "a file of another program"))
    check_known(path, version)
    return version


def check_known(path: Path, version: int) -> None:
    """Raises `NewerLedger` if this program does not know the version of the ledger at the path."""
    if version > VERSION:
        raise NewerLedger(
            f"{path} was written by a later version of Dragoman (ledger version {version}, this program knows "
            f"{VERSION}). It is left untouched; install the newer Dragoman to open it."
        )


def _stamps(path: Path) -> tuple[int, int]:
    """The numbers that tell the program and the version."""
    # `immutable` makes SQLite take no lock and leave no file beside it.
    try:
        return _stamped(path, "mode=ro&immutable=1")
    except UnicodeDecodeError as error:
        raise unreadable(str(path)) from error
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise sentence(error, str(path)) from error
    # The first page tells how many there are, and may have been folded in from the log before the others.
    try:
        return _stamped(path, "mode=ro" if _unfolded(path) else "mode=ro&immutable=1")
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise LedgerError(_beside(path)) from error
        raise _unlike(path) from error


def _stamped(path: Path, mode: str) -> tuple[int, int]:
    with closing(sqlite3.connect(_uri(path, mode), uri=True)) as raw:
        (application,) = raw.execute("PRAGMA application_id").fetchone()
        (version,) = raw.execute("PRAGMA user_version").fetchone()
    return int(application), int(version)


def _unlike(path: Path) -> LedgerError:
    """Why SQLite does not take a file for one of its own."""
    # Only a file in which no connection of this process can be: closing it would drop their locks.
    with open(path, "rb") as file:
        head = file.read(_HEAD)
    if not head.startswith(_MAGIC):
        return NotALedger(_other(path, "no SQLite file"))
    if len(head) == _HEAD and int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        return NotALedger(_other(path, "a file of another program"))
    size, pages = path.stat().st_size, int.from_bytes(head[28:32], "big")
    expected = pages * int.from_bytes(head[16:18], "big")
    if len(head) == _HEAD and expected <= size:
        return LedgerDamaged([f"{path} is damaged: SQLite cannot make out its first page; restore it from a backup."])
    there = f"{size:,} bytes" + (f" of {expected:,}" if len(head) == _HEAD else "")
    todo = "It is left untouched; copy it again from where it came from, or restore it from a backup."
    return LedgerDamaged([f"{path} was cut short: {there} are there. {todo}"])


def create(path: Path) -> None:
    """Make an empty ledger at the path; it appears there whole or not at all."""
    if not path.parent.is_dir():
        raise LedgerError(f"The folder {path.parent} does not exist; make it first, then the ledger in it.")
    if not os.access(path.parent, os.W_OK):
        raise LedgerError(f"{path} cannot be made: its folder does not take new files; give a folder of your own.")
    lock = _right_to_make(path)
    if lock is None:
        return
    try:
        check_alone(path)
        clear(path)
        _make(path)
    finally:
        clear(path)
        lock.release()


def check_alone(path: Path) -> None:
    """Raises `LedgerError` if the log of an earlier ledger lies where one is to appear: it would be replayed."""
    for ending in ("-wal", "-journal"):
        beside = path.with_name(f"{path.name}{ending}")
        if beside.exists() and beside.stat().st_size > 0:
            raise LedgerError(
                f"{path} cannot be made: {beside.name} beside it belongs to another ledger of that name. Put that "
                f"ledger back, or delete {beside.name} with what was last written into it, or give another name."
            )


def clear(path: Path) -> None:
    """Remove what somebody who was killed while making the ledger left of it; the writer's lock must be held."""
    place = draft(path)
    for ending in ("", "-journal", "-wal", "-shm"):
        place.with_name(f"{place.name}{ending}").unlink(missing_ok=True)


def _make(path: Path) -> None:
    place = draft(path)
    try:
        with spoken(str(path)):
            raw = sqlite3.connect(_uri(place, "mode=rwc"), uri=True, isolation_level=None)
            with closing(raw):
                raw.execute("PRAGMA page_size = 8192")
                migrate(Connection(raw, str(path)), moment(datetime.now(UTC).isoformat()))
                raw.execute("PRAGMA journal_mode = WAL")
        put(place, path)
    except OSError as error:
        raise LedgerError(f"{path} cannot be made: {error.strerror}.") from error


def draft(path: Path) -> Path:
    """Where a ledger is made before it appears at the path."""
    return path.with_name(f"{path.name}.new")


def _right_to_make(path: Path) -> Lock | None:
    """The lock of somebody who may make the ledger, or `None` if another one has made it meanwhile."""
    last = time.monotonic() + _PATIENCE
    while True:
        try:
            lock = Lock(path)
        except LedgerBusy:
            if path.exists():
                return None
            if time.monotonic() > last:
                raise
            time.sleep(_PAUSE)
            continue
        if not path.exists():
            return lock
        lock.release()
        return None


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
    try:
        for pragma in _FOR_WRITING:
            connection.run(pragma)
        # What is in the log counts, and `version_of` does not see it.
        check_known(path, version(connection))
    except BaseException:
        connection.close()
        raise
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
    _check_readable(path)
    raise LedgerError(_beside(path))


def _snapshot(path: Path, mode: str) -> Connection | None:
    try:
        raw = sqlite3.connect(_uri(path, mode), uri=True, isolation_level=None, check_same_thread=False)
    except sqlite3.OperationalError:
        return None
    try:
        raw.execute("PRAGMA query_only = ON")
        raw.execute("BEGIN")
        raw.execute("SELECT latest FROM clock").fetchone()
        check_known(path, version(Connection(raw, str(path))))
    except sqlite3.DatabaseError as error:
        raw.close()
        if is_place(error):
            return None
        raise sentence(error, str(path)) from error
    except UnicodeDecodeError as error:
        raw.close()
        raise unreadable(str(path)) from error
    except LedgerError:
        raw.close()
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


def version(connection: Connection) -> int:
    """The version of the ledger that a connection sees, its log included."""
    (found,) = connection.row("PRAGMA user_version") or (0,)
    return int(found)


def _beside(path: Path) -> str:
    return (
        f"{path} cannot be opened where it is: what was last written still lies in {path.name}-wal beside it. "
        "Copy both files to a folder that you can write to, on a disk with room, and open it there."
    )


def _other(path: Path, what: str) -> str:
    return f"{path} is no ledger: it is {what}. It is left untouched. Give the path of a ledger, or of a new file."


def _unfolded(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0


def put(made: Path, path: Path) -> bool:
    """Give a ledger that was made as a draft its name; returns whether that was still free."""
    try:
        os.link(made, path)
    except FileExistsError:
        return False
    except OSError:
        # Disks without hard links, such as memory sticks.
        made.replace(path)
    return True


def _uri(path: Path, options: str) -> str:
    return f"{path.absolute().as_uri()}?{options}"
