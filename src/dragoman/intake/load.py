"""Reading one item into documents."""

from __future__ import annotations

import io
import os
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO, Final

from lxml import etree  # type: ignore[import-untyped]

from dragoman.errors import IntakeError, TooLarge, UnreadableFile
from dragoman.intake import (
    archives,
    docx,
    feed,
    html,
    jsonl,
    limits,
    lookalikes,
    mail,
    markdown,
    mbox,
    pdf,
    storage,
    text,
    warc,
)
from dragoman.intake.archives import Member
from dragoman.intake.draft import Draft
from dragoman.intake.item import Defaults, Item, Line, Message, Response
from dragoman.intake.kinds import HEAD, UNDERSTOOD, kind_of
from dragoman.intake.metadata import Metadata
from dragoman.intake.survey import archive_items, parts
from dragoman.records import Document, Failure

_PARSERS: Final[dict[str, Callable[[bytes, str], Draft]]] = {
    "text": text.parse,
    "markdown": markdown.parse,
    "html": html.parse,
    "pdf": pdf.parse,
    "docx": docx.parse,
    "mail": mail.parse,
}
#: What parsers raise on files made to break them. `KeyboardInterrupt` and the like pass.
_BROKEN: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    etree.LxmlError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)


def load(item: Item, defaults: Defaults) -> tuple[Document | Failure, ...]:
    """The documents of an item: one of most, several of an archive inside an archive or of a `.json` list.

    Never raises for what the item holds: what cannot be read is a `Failure`, and what had to be left out of a document
    is one beside it. What `sources.csv` says wins over what the document says, that over `defaults`.
    """
    loading = _Loading(defaults)
    try:
        data = _bytes(item)
    except IntakeError as error:
        return (Failure(error.path, error.reason),)
    except OSError as error:
        return (Failure(item.path, f"The file cannot be read ({error.strerror}); give permission to read it."),)
    return tuple(loading.outcomes(data, item, depth=2 if isinstance(item.part, Member) else 1))


class _Loading:
    def __init__(self, defaults: Defaults) -> None:
        self._defaults = Metadata(publisher=defaults.publisher, published=defaults.published)

    def outcomes(self, data: bytes, item: Item, *, depth: int) -> Iterator[Document | Failure]:
        """The documents of some bytes; `depth` is that of an archive, should the bytes be one."""
        try:
            yield from self._read(data, item, depth)
        except IntakeError as error:
            yield Failure(error.path, error.reason)
        except _BROKEN as error:
            said = " ".join(str(error).split())[:200] or type(error).__name__
            yield Failure(item.path, f"The document is damaged ({said}); fetch it again.")

    def _read(self, data: bytes, item: Item, depth: int) -> Iterator[Document | Failure]:
        if isinstance(item.part, Line) or (item.file == "" and "#" in item.path and item.content is not None):
            yield from self._record(jsonl.parse(data, item.path), item, jsonl.name_in(data))
            return
        if isinstance(item.part, Message | Response):
            parse = mail.parse if isinstance(item.part, Message) else warc.parse
            yield from self._finished(parse(data, item.path), item, item.path)
            return
        if not data.strip():
            raise UnreadableFile(item.path, "The file is empty." if not data else "The file holds nothing but spaces.")
        kind = kind_of(item.path, data[:HEAD])
        if kind == "zip":
            yield from self._archive(data, item, depth)
        elif kind == "jsonl":
            yield from self._lines(data, item)
        elif kind == "json":
            yield from self._list(data, item)
        elif kind == "feed":
            yield from self._feed(data, item)
        elif kind in ("mbox", "warc"):
            yield from self._parts(data, item)
        else:
            yield from self._finished(_PARSERS[kind](data, item.path), item, item.path)

    def _archive(self, data: bytes, item: Item, depth: int) -> Iterator[Document | Failure]:
        if depth > limits.ARCHIVE_DEPTH or item.part is None:
            raise UnreadableFile(
                item.path, f"Archives are read {limits.ARCHIVE_DEPTH} deep from files; unpack this one first."
            )
        file = io.BytesIO(data)
        for each in archive_items(file, item.path):
            if isinstance(each, Item) and isinstance(each.part, Member):
                try:
                    unpacked = archives.unpack(file, each.part, each.path)
                except IntakeError as error:
                    yield Failure(error.path, error.reason)
                    continue
                yield from self.outcomes(unpacked, each, depth=depth + 1)
            elif isinstance(each, Failure):
                yield each

    def _lines(self, data: bytes, item: Item) -> Iterator[Document | Failure]:
        for line in jsonl.lines(io.BytesIO(data)):
            part = Item(f"{item.path}#{line.number}", part=line, known=item.known)
            yield from self.outcomes(data[line.start : line.start + line.length], part, depth=limits.ARCHIVE_DEPTH)

    def _list(self, data: bytes, item: Item) -> Iterator[Document | Failure]:
        for number, record in enumerate(jsonl.records(data, item.path), 1):
            path = f"{item.path}#{number}"
            try:
                draft = jsonl.draft(record, path)
            except IntakeError as error:
                yield Failure(error.path, error.reason)
                continue
            yield from self._record(draft, Item(path, known=item.known), jsonl.name_of(record))

    def _feed(self, data: bytes, item: Item) -> Iterator[Document | Failure]:
        known = replace(item.known, title=None, url=None)
        for name, draft in feed.entries(data, item.path):
            path = f"{item.path}#{name}"
            try:
                yield from self._finished(draft, Item(path, known=known), path)
            except IntakeError as error:
                yield Failure(error.path, error.reason)

    def _parts(self, data: bytes, item: Item) -> Iterator[Document | Failure]:
        """The messages of a mailbox or pages of a web archive that is itself only bytes, in an archive for one."""
        file = io.BytesIO(data)
        for each in list(parts(file, item.path, Item(item.path, known=item.known))):
            if isinstance(each, Failure):
                yield each
                continue
            try:
                cut = _cut_out(file, each)
            except IntakeError as error:
                yield Failure(error.path, error.reason)
                continue
            yield from self.outcomes(cut, each, depth=limits.ARCHIVE_DEPTH)

    def _record(self, draft: Draft, item: Item, name: str | None) -> Iterator[Document | Failure]:
        path = item.path if name is None else f"{item.path.rsplit('#', 1)[0]}#{name}"
        yield from self._finished(draft, item, path)

    def _finished(self, draft: Draft, item: Item, path: str) -> Iterator[Document | Failure]:
        if not re.search(r"[^\W_]", draft.text):
            raise UnreadableFile(item.path, "The file holds no text, or only menus and links of a web page.")
        known = item.known.over(draft.metadata).over(self._defaults)
        yield Document(
            text=draft.text,
            title=known.title,
            publisher=known.publisher,
            author=known.author,
            published=known.published,
            url=known.url,
            path=path,
            transport=known.transport,
        )
        for note in (*draft.notes, lookalikes.note(draft.text)):
            if note is not None:
                yield Failure(path, note)


def _bytes(item: Item) -> bytes:
    """The bytes that the item means, at most those of one document."""
    if item.content is not None:
        return _bounded(item.content, item.path)
    # A pipe would be waited for without end.
    if not storage.is_address(item.file) and not stat.S_ISREG(os.stat(item.file).st_mode):
        raise UnreadableFile(item.path, f"The path is no file any more; give {UNDERSTOOD}.")
    with storage.opened(item.file) as file:
        if item.part is not None:
            return _cut_out(file, item)
        return _bounded(file.read(limits.DOCUMENT_BYTES + 1), item.path)


def _cut_out(file: BinaryIO, item: Item) -> bytes:
    """The bytes of the part of an open file that an item means."""
    part = item.part
    if isinstance(part, Member):
        return archives.unpack(file, part, item.path)
    if isinstance(part, Response):
        return warc.cut_out(file, part, item.path)
    if part is None:
        return file.read()
    file.seek(part.start)
    data = file.read(min(part.length, limits.DOCUMENT_BYTES + 1))
    return data if isinstance(part, Line) else mbox.unwrapped(_bounded(data, item.path))


def _bounded(data: bytes, path: str) -> bytes:
    if len(data) > limits.DOCUMENT_BYTES:
        most = limits.DOCUMENT_BYTES // limits.MEBIBYTE
        raise TooLarge(path, f"The file is larger than {most} MB; split it, or pack many documents into an archive.")
    return data
