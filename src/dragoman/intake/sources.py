"""The table `sources.csv` beside a pile, which says where each file comes from."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from dragoman.errors import IntakeError
from dragoman.intake import limits
from dragoman.intake.dateline import said_date
from dragoman.intake.encoding import decode, normalise
from dragoman.intake.metadata import Metadata, tidy, web_address
from dragoman.records import Failure, Interval

NAME: Final = "sources.csv"
_COLUMNS: Final = "file, publisher, author, title, published, url, transport"


@dataclass(frozen=True, slots=True)
class Sources:
    """What a table says of each file, by the file's path beside the table with `/` between folders."""

    rows: Mapping[str, Metadata] = field(default_factory=dict)

    def of(self, name: str) -> Metadata:
        """What the table says of the file; nothing if it does not name it."""
        return self.rows.get(name.replace(os.sep, "/"), Metadata())


def read(data: bytes, path: str) -> tuple[Sources, tuple[Failure, ...]]:
    """The table, and a failure for each thing in it that cannot be understood; the rest of it holds."""
    try:
        if len(data) > limits.SOURCES_BYTES:
            return Sources(), (Failure(path, f"The table is over {limits.SOURCES_BYTES:,} bytes; split the pile."),)
        text = normalise(decode(data, path))
        reader = csv.DictReader(io.StringIO(text), restkey="", restval="")
        table = list(reader)
    except (csv.Error, IntakeError) as error:
        return Sources(), (Failure(path, f"The table cannot be read ({error}); its columns are {_COLUMNS}."),)
    if "file" not in (reader.fieldnames or ()):
        return Sources(), (Failure(path, f"The table has no column called file; its columns are {_COLUMNS}."),)
    rows: dict[str, Metadata] = {}
    failures: list[Failure] = []
    for number, row in enumerate(table, 2):
        name = str(row.get("file") or "").strip()
        if name:
            rows.setdefault(os.path.normpath(name).replace(os.sep, "/"), _known(row, f"{path}#{number}", failures))
    return Sources(rows), tuple(failures)


def _known(row: Mapping[str, object], path: str, failures: list[Failure]) -> Metadata:
    return Metadata(
        title=tidy(row.get("title")),
        publisher=tidy(row.get("publisher")),
        author=tidy(row.get("author")),
        published=_date(tidy(row.get("published")), path, failures),
        url=web_address(row.get("url")),
        transport=tidy(row.get("transport")),
    )


def _date(said: str | None, path: str, failures: list[Failure]) -> Interval | None:
    if said is None:
        return None
    when = said_date(said)
    if when is None:
        failures.append(Failure(path, f"The date {said!r} is none; write 2025, 2025-01 or 2025-01-16."))
    return when
