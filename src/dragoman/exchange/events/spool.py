"""Lines on their way into a file, to be put in order when all are there."""

from __future__ import annotations

import re
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from dragoman.records import Entry

_NUMBER = re.compile(r"\d+")
#: What lines are put in order by; those of one file have keys that can be compared.
Key = tuple[object, ...]


class Spool:
    """A file that is written, in order, when it is closed without an error; of its lines only the keys and the places
    are kept in memory.
    """

    def __init__(self, path: Path, *, header: str | None = None) -> None:
        self._path = path
        self._header = header
        self._stack = ExitStack()
        self._waiting: IO[bytes] = self._stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the stack does
        self._end = 0
        self._places: list[tuple[Key, int, int]] = []

    def add(self, key: Key, line: str) -> None:
        """A line, without its end."""
        data = f"{line}\n".encode()
        self._waiting.write(data)
        self._places.append((key, self._end, len(data)))
        self._end += len(data)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._stack:
            if kind is None:
                self._put()

    def _put(self) -> None:
        self._places.sort(key=lambda place: place[:2])
        with open(self._path, "xb") as file:
            if self._header is not None:
                file.write(f"{self._header}\n".encode())
            for _, start, length in self._places:
                self._waiting.seek(start)
                file.write(self._waiting.read(length))


def place(entry: Entry) -> Key:
    """Where a statement's document is: its path, numbers in it by size, then the place in its text."""
    path = entry.document.path or ""
    numbers = tuple((int(each), each) for each in _NUMBER.findall(path))
    return (_NUMBER.sub("0", path), numbers, entry.document.id, entry.statement.evidence.start, entry.statement.id)
