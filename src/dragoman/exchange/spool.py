"""Rows and their evidence on their way into files, put in the order of the files that they are from."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from dragoman.exchange.delivery import beside
from dragoman.exchange.sidecar import ENDING
from dragoman.records import Entry

_NUMBER = re.compile(r"\d+")
_Key = tuple[object, ...]


class Spools:
    """A table and its sidecar, which are written when all rows are there; only where they stand is kept in memory."""

    def __init__(self, target: Path, header: str | None) -> None:
        self._target = target
        self._header = header
        self._stack = ExitStack()
        self._rows, self._evidence = _Spool(self._stack), _Spool(self._stack)

    def add(self, entry: Entry, row: str, evidence: str, *, key: _Key | None = None) -> None:
        """A row with its evidence, without line ends; it comes where its document does, unless it has another key."""
        place = key if key is not None else _place(entry)
        self._rows.add(place, row)
        self._evidence.add(place, evidence)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._stack:
            if kind is None:
                self._put(self._target, self._rows, [self._header] if self._header is not None else [])
                self._put(beside(self._target, ENDING), self._evidence, [])

    def _put(self, path: Path, spool: _Spool, first: Iterable[str]) -> None:
        with open(path, "xb") as file:
            file.writelines(f"{line}\n".encode() for line in first)
            file.writelines(spool.ordered())


class _Spool:
    def __init__(self, stack: ExitStack) -> None:
        self._file: IO[bytes] = stack.enter_context(tempfile.TemporaryFile("w+b"))  # noqa: SIM115 - the stack closes it
        self._end = 0
        self._places: list[tuple[_Key, int, int]] = []

    def add(self, key: _Key, line: str) -> None:
        data = f"{line}\n".encode()
        self._file.write(data)
        self._places.append((key, self._end, len(data)))
        self._end += len(data)

    def ordered(self) -> Iterable[bytes]:
        for _, start, length in sorted(self._places):
            self._file.seek(start)
            yield self._file.read(length)


def _place(entry: Entry) -> _Key:
    """Where a statement's document is: its path, numbers in it by size, then the place in its text."""
    path = entry.document.path or ""
    numbers = tuple((int(each), each) for each in _NUMBER.findall(path))
    return (_NUMBER.sub("0", path), numbers, entry.document.id, entry.statement.evidence.start, entry.statement.id)
