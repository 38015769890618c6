"""The ledger: one SQLite file."""

from __future__ import annotations

import os
import shutil
import tempfile
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Self

from dragoman.ledger import opening
from dragoman.ledger.backup import Backup, back_up, copy
from dragoman.ledger.connection import Connection
from dragoman.ledger.lock import Lock
from dragoman.ledger.migrations import VERSION
from dragoman.ledger.view import View
from dragoman.ledger.writer import Writer

#: What tells one moment of a ledger from another.
Mark = tuple[int | str | None, ...]
_ALONE = count()


class _Moment(threading.local):
    """What a thread looks at while it is still: two that share a connection could close it under each other."""

    connection: Connection | None = None
    mark: Mark = ()


class Ledger:
    """Everything that was read, in one file that only grows; make one with `Ledger.open`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open: weakref.WeakSet[View | Writer] = weakref.WeakSet()
        self._passed: Callable[[], object] | None = None
        self._moment = _Moment()

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Self:
        """The ledger at the path, made there if it is missing and `create` is set; an older one is brought up to date.

        `:memory:` is a new ledger that is gone when it is closed. Raises `LedgerMissing`, `NotALedger`, `NewerLedger`,
        or `LedgerError` for anything else that stands in the way; the file is then untouched.
        """
        if str(path) == ":memory:":
            return cls._passing()
        place = Path(path)
        if create and not place.exists():
            opening.create(place)
        if opening.version_of(place) < VERSION:
            lock = Lock(place)
            try:
                opening.upgrade(place)
            finally:
                lock.release()
        return cls(place)

    @property
    def files(self) -> frozenset[str]:
        """The real paths of the ledger and of the files that SQLite and the writer's lock keep beside it."""
        return frozenset(os.path.realpath(f"{self.path}{ending}") for ending in ("", "-wal", "-shm", "-writing"))

    @property
    def mark(self) -> Mark:
        """What is another one after anything was written; inside `still`, that of the moment that is looked at."""
        with self.still():
            return self._moment.mark

    def _looks(self) -> tuple[int, ...]:
        """Sizes and times of the files that hold it."""
        found: list[int] = []
        for ending in ("", "-wal"):
            # Whoever only looks makes an empty log and takes it away again, at any moment.
            with suppress(FileNotFoundError):
                status = os.stat(f"{self.path}{ending}")
                if status.st_size:
                    found += [status.st_size, status.st_mtime_ns]
        return tuple(found)

    def writer(self) -> Writer:
        """The one writer of the file; raises `LedgerBusy` while another one, of any process, is open."""
        lock = Lock(self.path)
        try:
            opening.clear(self.path)
            writer = Writer(opening.for_writing(self.path), lock)
        except BaseException:
            lock.release()
            raise
        self._open.add(writer)
        return writer

    def view(self, *, known: str | None = None) -> View:
        """What the ledger says now, or said at `known`: an ISO timestamp, or a day (its end, in UTC).

        A view does not change while it is open: what is written later is seen by the next view.
        """
        still = self._moment.connection
        view = View(still.shared() if still is not None else opening.for_reading(self.path), known)
        self._open.add(view)
        return view

    @contextmanager
    def still(self) -> Iterator[None]:
        """Inside, all views of this thread are of this moment, whatever is written meanwhile."""
        if self._moment.connection is not None:
            yield
            return
        before = self._looks()
        with closing(opening.for_reading(self.path)) as connection:
            self._moment.mark = _mark(connection, before, self._looks())
            self._moment.connection = connection
            try:
                yield
            finally:
                self._moment.connection = None

    def backup(self, path: str | Path, *, replace: bool = False) -> Backup:
        """Copy it as it is at this moment to a path, whole and verified or not at all; raises `LedgerError`."""
        return back_up(self.path, Path(path), replace=replace)

    def close(self) -> None:
        """Close the views and the writer that are still open, of which none may be in use by another thread."""
        for each in list(self._open):
            each.close()
        if self._passed is not None:
            self._passed()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def copied(self) -> Iterator[Self]:
        """A copy of it as it is now, in a folder of its own that is gone afterwards; raises `LedgerError`."""
        with tempfile.TemporaryDirectory(prefix="dragoman-") as folder:
            path = Path(folder, "ledger")
            copy(self.path, path)
            with type(self).open(path) as copied:
                yield copied

    @classmethod
    def _passing(cls) -> Self:
        # A file in a folder of its own behaves as every other ledger does, views beside a writer included.
        folder = tempfile.mkdtemp(prefix="dragoman-")
        ledger = cls.open(Path(folder, "ledger"), create=True)
        ledger._passed = weakref.finalize(ledger, shutil.rmtree, folder, ignore_errors=True)
        return ledger


def _mark(connection: Connection, before: tuple[int, ...], after: tuple[int, ...]) -> Mark:
    """The mark of the moment that a connection looks at, by how the files looked before it was opened and after.

    A file looks written to a little before what was written can be seen, so that its looks alone would be taken for
    those of a later moment; where they changed meanwhile, the moment is like no other.
    """
    view = View(connection.shared())
    seen = (view.latest, view.has_outlines)
    return (*seen, *after) if before == after else (*seen, next(_ALONE))
