"""Listing what there is to read."""

from __future__ import annotations

import os
import posixpath
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from dragoman.errors import IntakeError
from dragoman.intake import archives, feed, jsonl, limits, mbox, sources, storage, warc
from dragoman.intake.files import Found, find
from dragoman.intake.item import Item
from dragoman.intake.kinds import HEAD, kind_by_name, kind_of
from dragoman.intake.metadata import Metadata
from dragoman.intake.sources import Sources
from dragoman.records import Failure

STANDARD_INPUT = "-"


def survey(paths: Sequence[str], *, left: Collection[str] = ()) -> Iterator[Item | Failure]:
    """Everything to read behind the paths, one by one, in a stable order; nothing is read but lists.

    A path is a file, a folder (walked to the bottom, sorted), a pattern such as `*.html`, or `-` for standard input.
    Archives and JSON Lines are listed by member and line. What cannot be read is a `Failure`, and the rest goes on.
    Files whose paths are in `left` are passed over.
    """
    tables = _Tables()
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _standard_input(sys.stdin.buffer)
    for found in find([path for path in paths if path != STANDARD_INPUT]):
        if isinstance(found, Failure):
            yield found
        elif found.path not in left:
            known, failures = tables.of(found)
            yield from failures
            yield from _items(found.path, known)


class _Tables:
    """The `sources.csv` of the folders passed through, each read once and its failures told once."""

    def __init__(self) -> None:
        self._read: dict[str, Sources] = {}

    def of(self, found: Found) -> tuple[Metadata, list[Failure]]:
        """What the nearest tables between the file and the folder it was found through say of it."""
        known = Metadata()
        failures: list[Failure] = []
        folder, name = os.path.split(found.path)
        while True:
            table, new = self._table(folder)
            failures.extend(new)
            known = known.over(table.of(name))
            above, step = os.path.split(folder)
            if len(folder) <= len(found.root) or not step:
                return known, failures
            folder, name = above, f"{step}/{name}"

    def _table(self, folder: str) -> tuple[Sources, tuple[Failure, ...]]:
        if folder in self._read:
            return self._read[folder], ()
        path = os.path.join(folder, sources.NAME)
        table, failures = _table_at(path) if storage.is_file(path) else (Sources(), ())
        self._read[folder] = table
        return table, failures


def _table_at(path: str) -> tuple[Sources, tuple[Failure, ...]]:
    try:
        with storage.opened(path) as file:
            return sources.read(file.read(limits.SOURCES_BYTES + 1), path)
    except OSError as error:
        return Sources(), (Failure(path, f"The table cannot be opened ({error.strerror})."),)


def _items(path: str, known: Metadata) -> Iterator[Item | Failure]:
    """The items of one file: itself, its members or its lines."""
    try:
        with storage.opened(path) as file:
            kind = kind_by_name(path) or _kind_within(path, file)
            file.seek(0)
            if kind == "zip":
                yield from _members(file, path)
            elif kind == "jsonl":
                yield from (Item(f"{path}#{line.number}", path, line, known=known) for line in jsonl.lines(file))
            elif kind == "feed":
                yield from _feed_items(file, path, known)
            elif kind in ("mbox", "warc"):
                yield from parts(file, path, Item(path, path, known=known))
            else:
                yield Item(path, path, known=known)
    except OSError as error:
        yield Failure(path, f"The file cannot be opened ({error.strerror}); give permission to read it.")
    except IntakeError as error:
        yield Failure(error.path, error.reason)


def _kind_within(path: str, file: BinaryIO) -> str:
    return kind_of(path, file.read(HEAD))


def _members(file: BinaryIO, path: str) -> Iterator[Item | Failure]:
    for each in archive_items(file, path):
        yield each if isinstance(each, Failure) else Item(each.path, path, each.part, known=each.known)


def _feed_items(file: BinaryIO, path: str, known: Metadata) -> Iterator[Item]:
    """The items of a feed, each with all that it holds; what is known of the feed holds for each, its title and address
    excepted.
    """
    data = file.read(limits.FEED_BYTES + 1)
    kind_of(path, data[:HEAD])
    known = replace(known, title=None, url=None)
    for name, content in feed.records(data, path):
        yield Item(f"{path}#{name}", content=content, known=known)


def parts(file: BinaryIO, path: str, whole: Item) -> Iterator[Item | Failure]:
    """The messages of a mailbox or the pages of a web archive; what is known of the whole holds for each of them, its
    title and address excepted.
    """
    known = replace(whole.known, title=None, url=None)
    kind = kind_of(path, file.read(HEAD))
    file.seek(0)
    for each in mbox.messages(file) if kind == "mbox" else warc.pages(file, path):
        yield each if isinstance(each, Failure) else Item(f"{path}#{each.number}", whole.file, each, known=known)


def archive_items(file: BinaryIO, path: str) -> Iterator[Item | Failure]:
    """The members of an open archive to read, with what its own `sources.csv` says of them; hidden ones passed over.

    Raises `UnreadableFile` or `TooLarge` if the archive itself cannot be read.
    """
    found = [each for each in archives.members(file, path, total=_total(path)) if not _is_hidden(each.name)]
    last = {each.name: each for each in found}
    listed = [each for each in found if each is last[each.name]]
    for name in dict.fromkeys(each.name for each in found if each is not last[each.name]):
        yield Failure(path, f"The archive has several members called {name!r}; the last is read, as it is unpacked.")
    tables: dict[str, Sources] = {}
    for member in listed:
        if posixpath.basename(member.name) == sources.NAME and member.fault is None:
            table, failures = sources.read(archives.unpack(file, member, path), f"{path}!{member.name}")
            tables[posixpath.dirname(member.name)] = table
            yield from failures
    for member in listed:
        called = f"{path}!{member.name}"
        folder, name = posixpath.split(member.name)
        if member.fault:
            yield Failure(called, member.fault)
        elif name != sources.NAME:
            yield Item(called, part=member, known=tables.get(folder, Sources()).of(name))


def _total(path: str) -> int:
    return limits.NESTED_BYTES if "!" in os.path.basename(path) else limits.ARCHIVE_BYTES


def _is_hidden(name: str) -> bool:
    return any(
        step.startswith((".", "~$", "__MACOSX")) and step not in (".", "..")
        for step in name.replace("\\", "/").split("/")
    )


def _standard_input(file: BinaryIO) -> Iterator[Item | Failure]:
    """Standard input as one document, or as JSON Lines if its first line is a record."""
    first = file.readline(limits.DOCUMENT_BYTES + 1)
    try:
        if kind_of(STANDARD_INPUT, first[:HEAD]) == "jsonl":
            yield from _streamed(file, first)
            return
    except IntakeError as error:
        yield Failure(error.path, error.reason)
        return
    data = first + file.read(limits.DOCUMENT_BYTES + 1 - len(first))
    yield Item(STANDARD_INPUT, content=data)


def _streamed(file: BinaryIO, line: bytes) -> Iterator[Item | Failure]:
    number = 0
    while line:
        number += 1
        path = f"{STANDARD_INPUT}#{number}"
        if len(line) > limits.DOCUMENT_BYTES:
            yield Failure(
                path, f"The line is longer than {limits.DOCUMENT_BYTES // limits.MEBIBYTE} MB; the rest is not read."
            )
            return
        if line.strip():
            yield Item(path, content=line)
        line = file.readline(limits.DOCUMENT_BYTES + 1)
