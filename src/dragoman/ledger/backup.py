"""A copy of a ledger in use, whole or not at all."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import LedgerBusy, LedgerDamaged, LedgerError
from dragoman.ledger import opening
from dragoman.ledger.clock import FOREVER
from dragoman.ledger.connection import Connection, sentence, spoken
from dragoman.ledger.counts import Counts, count
from dragoman.ledger.digest import digest
from dragoman.ledger.lock import Lock
from dragoman.ledger.verify import findings


@dataclass(frozen=True, slots=True)
class Backup:
    """A ledger copied and verified: where the copy lies, its size in bytes, how much it holds, and the hash of all that
    answers are made of.
    """

    path: Path
    size: int
    counts: Counts
    digest: str


def back_up(ledger: Path, path: Path, *, replace: bool) -> Backup:
    """Copy a ledger as it is at this moment to a path; writers go on meanwhile, and are not in the copy.

    Raises `LedgerError` if the copy cannot be made, and `LedgerDamaged` if it does not agree with itself; nothing is
    then changed at the path.
    """
    _check(ledger, path, replace=replace)
    # Nobody writes into what is about to be replaced, nor makes another copy of the same name.
    lock = Lock(path)
    try:
        opening.clear(path)
        return _made(ledger, path, replace=replace)
    finally:
        with suppress(OSError):
            opening.clear(path)
        lock.release()


def copy(ledger: Path, path: Path) -> None:
    """Copy a ledger as it is at this moment to a path of one's own, unverified; raises `LedgerError`."""
    with closing(opening.for_reading(ledger)) as source, closing(sqlite3.connect(path)) as target, spoken(str(path)):
        source.raw.backup(target)


def _check(ledger: Path, path: Path, *, replace: bool) -> None:
    if not path.parent.is_dir():
        raise LedgerError(f"The folder {path.parent} does not exist; make it first, then the backup in it.")
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; give a file in it, for example {path / ledger.name}.")
    if path.exists() and os.path.samefile(ledger, path):
        raise LedgerError(f"{path} is the ledger itself; give another file for the backup.")
    if path.exists() and not path.is_file():
        raise LedgerError(f"{path} is no ordinary file and is left as it is; give another file for the backup.")
    if path.exists() and not replace:
        raise LedgerError(f"{path} exists and is left as it is; give another file, or --force to replace it.")
    if not os.access(path.parent, os.W_OK):
        raise LedgerError(f"The folder {path.parent} does not take new files; give another place for the backup.")


def _made(ledger: Path, path: Path, *, replace: bool) -> Backup:
    draft = opening.draft(path)
    try:
        _copy(ledger, draft, path)
        with closing(opening.for_reading(draft)) as connection:
            made = _verified(connection, draft, ledger, path)
        _settle(draft)
        _put(draft, path, replace=replace)
    except OSError as error:
        raise LedgerError(f"The backup {path} was not made: {error.strerror}. Nothing was changed there.") from error
    return made


def _put(draft: Path, path: Path, *, replace: bool) -> None:
    if path.exists():
        _fold(path)
        if path.with_name(f"{path.name}-shm").exists():
            raise LedgerBusy(f"{path} is open in another program and is left as it is; close it there, then try again.")
    opening.check_alone(path)
    if replace:
        draft.replace(path)
    elif not opening.put(draft, path):
        raise LedgerError(f"{path} was made by another program meanwhile and is left as it is; give another file.")
    _settle(path.parent)


def _fold(path: Path) -> None:
    """Fold the log of a ledger that is about to be replaced into it: it would be taken for that of the new one."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _settle(path: Path) -> None:
    """Have what was written to a file, or to a folder, on the disk before going on."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _copy(ledger: Path, draft: Path, path: Path) -> None:
    """Copy the pages of one moment."""
    with closing(opening.for_reading(ledger)) as source, closing(sqlite3.connect(draft)) as target:
        try:
            # All pages in one step: the reader's transaction holds the moment.
            source.raw.backup(target)
        except sqlite3.Error as error:
            reason = str(sentence(error, str(path)))
            raise LedgerError(f"The backup was not made, nothing was changed: {reason}") from error


def _verified(connection: Connection, draft: Path, ledger: Path, path: Path) -> Backup:
    wrong = list(findings(connection))
    if wrong:
        first = f"The backup {path} was not made, nothing was changed there: {ledger} does not agree with itself."
        raise LedgerDamaged([first, *(each.replace(str(draft), str(ledger)) for each in wrong)])
    return Backup(path, draft.stat().st_size, count(connection, FOREVER), digest(connection, FOREVER))
