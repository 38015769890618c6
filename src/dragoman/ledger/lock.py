"""The right to write into a ledger, held by one writer at a time."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from dragoman.errors import LedgerBusy, LedgerError

_FULL = (errno.ENOSPC, errno.EDQUOT)
#: That another has the lock; anything else means that there are no locks here.
_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)


class Lock:
    """A lock file beside the ledger; the operating system lets go of it when its process ends, however it ends.

    SQLite's own lock covers one transaction; this one covers all that a writer does. It is not taken on the ledger
    itself because closing a second handle of that file would drop the locks of SQLite.
    """

    def __init__(self, ledger: Path) -> None:
        self._ledger = ledger
        self._owner = os.getpid()
        self._path = ledger.with_name(f"{ledger.name}-writing")
        self._handle = self._taken()

    @property
    def ours(self) -> bool:
        """Whether this process took the lock; a process forked from it did not."""
        return self._owner == os.getpid()

    def release(self) -> None:
        """Let the next writer in."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if sys.platform == "win32":
            os.close(handle)
            self._path.unlink(missing_ok=True)
            return
        # The name goes before the lock, so that nobody can lock a file that is about to lose its name unnoticed.
        self._path.unlink(missing_ok=True)
        os.close(handle)

    def _taken(self) -> int | None:
        while True:
            handle = self._opened()
            try:
                _lock(handle)
            except OSError as error:
                os.close(handle)
                if error.errno not in _HELD:
                    raise LedgerError(
                        f"{self._ledger} cannot be written to: its folder does not take locks ({error.strerror}). "
                        "Copy the ledger to a folder of your own."
                    ) from error
                raise LedgerBusy(
                    f"{self._ledger} is being written to by another program or window; "
                    "try again when that has finished. Reading goes on meanwhile."
                ) from error
            if self._still_named(handle):
                return handle
            os.close(handle)

    def _opened(self) -> int:
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            is_full = error.errno in _FULL
            todo = "Make room and run the same again" if is_full else "Copy the ledger to a folder of your own"
            raise LedgerError(
                f"{self._ledger} cannot be written to: its folder does not take new files ({error.strerror}). {todo}."
            ) from error

    def _still_named(self, handle: int) -> bool:
        # The writer before may have removed the file between our opening and our locking it.
        try:
            return os.path.samestat(os.fstat(handle), os.stat(self._path))
        except FileNotFoundError:
            return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
