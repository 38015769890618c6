"""JSON Lines: one document a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, BinaryIO

from dragoman.errors import TooLarge, UnreadableFile
from dragoman.intake import limits
from dragoman.intake.byline import found_in
from dragoman.intake.dateline import said_date
from dragoman.intake.draft import Draft
from dragoman.intake.encoding import decode, normalise
from dragoman.intake.item import Line
from dragoman.intake.metadata import Metadata, tidy, web_address

_MEANT = 'write {"text": "...", "date": "2025-01-16", "publisher": "..."}'


def lines(file: BinaryIO) -> Iterator[Line]:
    """Where each line that is not empty starts, its length in bytes and its number; one line is in memory at a time.

    A line over the limit is given with its whole length, for `parse` to refuse.
    """
    start = number = 0
    while piece := file.readline(limits.DOCUMENT_BYTES + 1):
        number += 1
        length, empty, seen = len(piece), not piece.strip(), sha256(piece.rstrip(b"\r\n"))
        while not piece.endswith(b"\n") and (piece := file.readline(limits.DOCUMENT_BYTES + 1)):
            length += len(piece)
            seen.update(piece.rstrip(b"\r\n"))
        if not empty:
            yield Line(start, length, number, seen.hexdigest())
        start += length


def parse(data: bytes, path: str) -> Draft:
    """The document that one line holds; raises `UnreadableFile` if it holds none."""
    if len(data) > limits.DOCUMENT_BYTES:
        raise TooLarge(
            path, f"The line is longer than {limits.DOCUMENT_BYTES // limits.MEBIBYTE} MB; split the document."
        )
    try:
        record = json.loads(decode(data, path))
    except ValueError as error:
        raise UnreadableFile(path, f"The line is not JSON ({error}); {_MEANT}.") from error
    except RecursionError as error:
        raise UnreadableFile(path, f"The line nests JSON too deep; {_MEANT}.") from error
    return draft(record, path)


def records(data: bytes, path: str) -> list[Any]:
    """The records of a whole `.json` file: those of its list, or the one object it is; raises `UnreadableFile` if it
    holds none, `TooLarge` if it holds too many.
    """
    try:
        value = json.loads(decode(data, path))
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(
            path, f"The file is not JSON ({error}); a list of objects is expected: {_MEANT}."
        ) from error
    if value == []:
        raise UnreadableFile(path, f"The list is empty; a list of objects is expected: {_MEANT}.")
    if isinstance(value, list) and len(value) > limits.JSON_RECORDS:
        raise TooLarge(path, f"The list has {len(value):,} records; it may have {limits.JSON_RECORDS:,}. Split it.")
    return value if isinstance(value, list) else [value]


def draft(record: Any, path: str) -> Draft:
    """The document that an object holds, with `text` and perhaps `date` (or `published`), `title`, `author`,
    `publisher`, `url` and `transport`.
    """
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise UnreadableFile(path, f"The line is no object with a text; {_MEANT}.")
    text = normalise(record["text"])
    said = tidy(record.get("date")) or tidy(record.get("published"))
    own = Metadata(
        title=tidy(record.get("title")),
        publisher=tidy(record.get("publisher")),
        author=tidy(record.get("author")),
        published=said_date(said) if said else None,
        url=web_address(record.get("url")),
        transport=tidy(record.get("transport")),
    )
    return Draft(text, own.over(found_in(text, text)))


def name_of(record: Any) -> str | None:
    """The record's own `id` where it is short and printable, which is how its document is then called."""
    own = record.get("id") if isinstance(record, dict) else None
    name = tidy(own)
    return name if name is not None and name == str(own) and len(name) <= 200 else None


def name_in(data: bytes) -> str | None:
    """As `name_of`, of a line that `parse` has read."""
    return name_of(json.loads(data.decode("utf-8", "replace").lstrip("\ufeff")))
