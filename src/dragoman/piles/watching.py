"""A folder into which files keep coming."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Collection, Set
from pathlib import Path

from dragoman.intake import found_files, table_beside
from dragoman.piles.pile import Progress
from dragoman.records import Report

#: Seconds that a file must have stood still before it is read.
QUIET = 3.0
#: Endings of files that a browser or another program has not finished.
UNFINISHED = (".part", ".partial", ".crdownload", ".download", ".tmp")
#: How a file looks: its size in bytes and when it was last written, in nanoseconds.
State = tuple[int, int]


class Watch:
    """Looks at a folder, and reads it when something new in it has settled.

    `read` reads the folder but for the paths given; `own` are files of the ledger, which tell nothing; `quiet` is in
    seconds. A file has settled when it was written that long ago, or has looked the same for that long.
    """

    def __init__(
        self,
        folder: str | Path,
        read: Callable[[Collection[str], Progress | None], Report],
        *,
        own: Set[str] = frozenset(),
        quiet: float = QUIET,
    ) -> None:
        self._folder = os.fspath(folder)
        self._read = read
        self._own = own
        self._quiet = quiet
        self._since: dict[str, tuple[State, float]] = {}
        self._done: dict[str, State] = {}
        self.left: tuple[str, ...] = ()

    def look(self, progress: Progress | None = None) -> Report | None:
        """Read what has come and settled; `None` if nothing has. `left` then holds the paths still being written."""
        states = self._states()
        self.left = self._unsettled(states)
        settled = {path: state for path, state in states.items() if path not in self.left}
        if settled == self._done:
            return None
        report = self._read(self.left, progress)
        # Only now: what was not read, because the ledger was busy for one, is tried again.
        self._done = settled
        return report

    def waits(self) -> bool:
        """Whether some file must be waited for."""
        return bool(self._unsettled(self._states()))

    def _unsettled(self, states: dict[str, State]) -> tuple[str, ...]:
        now, today = time.monotonic(), time.time()
        self._since = {
            path: before if (before := self._since.get(path)) and before[0] == state else (state, now)
            for path, state in states.items()
        }
        return tuple(
            path
            for path, (state, since) in self._since.items()
            if path.lower().endswith(UNFINISHED) or (today - state[1] / 1e9 < self._quiet and now - since < self._quiet)
        )

    def _states(self) -> dict[str, State]:
        """How each file of the folder looks, the tables beside them included."""
        paths = found_files(self._folder)
        tables = {table_beside(path) for path in paths}
        found = {}
        for path in (*paths, *sorted(tables)):
            try:
                status = os.stat(path)
            except OSError:
                continue
            if os.path.realpath(path) not in self._own:
                found[path] = (status.st_size, status.st_mtime_ns)
        return found
