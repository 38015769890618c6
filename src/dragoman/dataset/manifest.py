"""What a dataset holds, part by part: a line of JSON for each, written when all files of the part are there."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from dragoman.errors import InvalidValue

NAME = "manifest.jsonl"
#: The first line: how the others are to be understood.
HEAD = {"format": "dragoman dataset", "version": 1}


@dataclass(frozen=True, slots=True)
class File:
    """A Parquet file of a part: its path within the dataset, its table and month, its rows, and its SHA-256."""

    path: str
    table: str
    month: str | None
    rows: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Part:
    """Some items of a pile in their order, with all that was read of them; `reader` is who read."""

    number: int
    reader: str
    items: int
    documents: int
    statements: int
    failures: int
    files: tuple[File, ...]

    def of(self, table: str) -> list[File]:
        """The files of a table, by month."""
        return [each for each in self.files if each.table == table]


def parts(folder: Path) -> Iterator[Part]:
    """The parts of the dataset in a folder; a line that a kill cut short is none.

    Raises `InvalidValue` if there is no dataset.
    """
    path = folder / NAME
    try:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        head = json.loads(lines[0]) if lines else None
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else error
        raise InvalidValue(f"{folder} is no dataset ({said}); give a folder that --into-dataset wrote.") from error
    if head != HEAD:
        raise InvalidValue(f"{path} does not begin with {json.dumps(HEAD)}; a later version may have written it.")
    for line in lines[1:]:
        if line.endswith("\n"):
            yield _part(json.loads(line))


def begin(folder: Path) -> None:
    """Make an empty dataset in a folder that is empty or missing; raises `InvalidValue` if it is neither."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise InvalidValue(f"{folder} holds other things than a dataset; give a new folder.")
        _append(folder / NAME, HEAD)
    except OSError as error:
        raise InvalidValue(f"{folder} cannot be made ({error.strerror}); give another folder.") from error


def append(folder: Path, part: Part) -> None:
    """Add a part whose files are there."""
    path = folder / NAME
    content = path.read_bytes()
    if not content.endswith(b"\n"):
        os.truncate(path, content.rfind(b"\n") + 1)
    _append(path, asdict(part))


def _append(path: Path, line: dict[str, Any]) -> None:
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())


def _part(line: dict[str, Any]) -> Part:
    return Part(**{**line, "files": tuple(File(**each) for each in line["files"])})
