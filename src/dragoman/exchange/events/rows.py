"""Lines of files of data, whatever they are packed in."""

from __future__ import annotations

import csv
import gzip
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import IO, Final, cast

from dragoman.errors import InvalidValue
from dragoman.records import Failure

#: Bytes of one line; no row of a data set is longer.
LINE_BYTES: Final = 2**22
_BOM: Final = "\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, or of a member of a zip archive (`archive.zip!member`), without its end; counted from 1."""

    path: str
    number: int
    text: str

    @property
    def place(self) -> str:
        """Where it stands: `file.txt#12`."""
        return f"{self.path}#{self.number}"


def files(path: str) -> Iterator[Iterator[Line] | Failure]:
    """The lines of a file, of each member of a zip archive, or of what a gzip file holds, by its name.

    Lines are UTF-8, and ISO-8859-1 where they are not. A file that cannot be read is a failure; one that breaks off
    raises `InvalidValue` where it does.
    """
    try:
        if path.lower().endswith(".zip"):
            yield from _members(path)
        elif path.lower().endswith(".gz"):
            with gzip.open(path) as packed:
                yield _lines(path, cast(IO[bytes], packed))
        else:
            with open(path, "rb") as file:
                yield _lines(path, file)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield Failure(path, f"The file cannot be read ({reason}); check its name, or fetch it again.")


def delimited(lines: Iterator[Line], between: str | None = None) -> Iterator[tuple[Line, list[str]]]:
    """The cells of each line of a table in which quotation marks may enclose cells, line ends in them included.

    `between` parts the cells; left out, it is a tab, a semicolon or a comma, whichever the first line has most of.
    """
    first = next(lines, None)
    if first is None:
        return
    between = between or max("\t;,", key=first.text.count)
    read = _Counted(first, lines)
    cells = csv.reader(read, delimiter=between)
    while True:
        try:
            row = next(cells)
        except StopIteration:
            return
        except csv.Error as error:
            raise InvalidValue(f"The table breaks off in line {read.last.number} ({error}).") from error
        if row:
            yield read.taken(), row


class _Counted(Iterator[str]):
    """Texts of lines for a reader of tables, and the line with which the row that it has read began."""

    def __init__(self, first: Line, others: Iterator[Line]) -> None:
        self._ahead: Line | None = first
        self._others = others
        self._began: Line | None = None
        self.last = first

    def __next__(self) -> str:
        line = self._ahead or next(self._others)
        self._ahead, self.last = None, line
        self._began = self._began or line
        return line.text + "\n"

    def taken(self) -> Line:
        began, self._began = self._began or self.last, None
        return began


def _members(path: str) -> Iterator[Iterator[Line]]:
    with zipfile.ZipFile(path) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                with archive.open(info) as file:
                    yield _lines(f"{path}!{info.filename}", file)


def _lines(path: str, file: IO[bytes]) -> Iterator[Line]:
    ends: bytes | None = None
    for number, data in enumerate(_pieces(path, file), start=1):
        # A cell may end with a carriage return where the lines of the file do not.
        ends = ends or (b"\r\n" if data.endswith(b"\r\n") else b"\n")
        text = _decoded(data.removesuffix(ends) if data.endswith(ends) else data.removesuffix(b"\n"))
        yield Line(path, number, text.removeprefix(_BOM) if number == 1 else text)


def _pieces(path: str, file: IO[bytes]) -> Iterable[bytes]:
    try:
        while data := file.readline(LINE_BYTES):
            if len(data) == LINE_BYTES:
                raise InvalidValue(f"{path} has a line of over {LINE_BYTES:,} bytes; it is no table of events.")
            yield data
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
        raise InvalidValue(f"{path} breaks off ({error}); fetch it again.") from error


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("iso-8859-1")
