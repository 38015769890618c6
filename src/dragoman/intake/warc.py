"""Web archives: WARC files, plain or gzipped record by record; the one place that knows FastWARC."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from dragoman.errors import MissingExtra, TooLarge, UnreadableFile
from dragoman.intake import html, limits, pdf
from dragoman.intake.draft import Draft
from dragoman.intake.item import Response
from dragoman.intake.metadata import Metadata, web_address
from dragoman.records import Failure, Interval
from dragoman.records.dates import day

if TYPE_CHECKING:
    from fastwarc.warc import ArchiveIterator, WarcRecord

_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_PDF: Final = "application/pdf"
#: What the library raises on files made to break it.
_BROKEN: Final = (OSError, ValueError, EOFError, OverflowError, RuntimeError)


def pages(file: BinaryIO, path: str) -> Iterator[Response | Failure]:
    """Where the record of each page stands that was answered with 200 and is HTML or PDF, in the order of the file.

    A file that breaks off gives what comes before and a failure. Raises `MissingExtra`, and `TooLarge` if there are
    more pages than the limit.
    """
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    number, last = 0, -1
    try:
        for record in _records(file, path, parsed=False):
            start, length = record.stream_pos, max(0, record.content_length)
            if not last < start < size:
                yield Failure(path, "The file is gzipped as a whole, not record by record; unpack it with gunzip.")
                return
            last, mark = start, _mark(record, length)
            if _is_page(record):
                number += 1
                _check_number(number, path)
                yield Response(start, length, number, mark)
        if not number:
            yield Failure(path, "The web archive holds no page that was answered with 200 and is HTML or PDF.")
    except _BROKEN as error:
        yield Failure(path, f"The web archive breaks off or is damaged ({_said(error)}); fetch it again.")


def cut_out(file: BinaryIO, part: Response, path: str) -> bytes:
    """The record of a page, unpacked; raises `UnreadableFile` if it is not whole, `TooLarge` if over the limit."""
    file.seek(part.start)
    try:
        record = next(iter(_records(file, path, parsed=False)))
        length = record.content_length
        if length > limits.DOCUMENT_BYTES:
            most = limits.DOCUMENT_BYTES // limits.MEBIBYTE
            raise TooLarge(path, f"The page is said to have {length:,} bytes; a document may have {most} MB.")
        content = record.reader.read(length)
        if len(content) < length:
            raise UnreadableFile(
                path, f"The page breaks off after {len(content):,} of {length:,} bytes; fetch it again."
            )
        record.set_bytes_content(content)
        whole = io.BytesIO()
        record.write(whole)
    except StopIteration:
        raise UnreadableFile(path, "The web archive has no page there any more; read it again.") from None
    except _BROKEN as error:
        raise UnreadableFile(path, f"The page is damaged ({_said(error)}); fetch the archive again.") from error
    return whole.getvalue()


def parse(data: bytes, path: str) -> Draft:
    """The document that a record, as `cut_out` gives it, holds: its text, its address, its date.

    The date is the page's own, or, where it has none, the day on which the archive fetched it. Raises as the parsers of
    web pages and PDF do.
    """
    try:
        record = next(iter(_records(io.BytesIO(data), path)))
        kind, charset = record.http_content_type, record.http_charset
        content = record.reader.read(limits.DOCUMENT_BYTES + 1)
    except (*_BROKEN, StopIteration) as error:
        raise UnreadableFile(path, f"The page is damaged ({_said(error)}); fetch the archive again.") from error
    if len(content) > limits.DOCUMENT_BYTES:
        raise TooLarge(path, f"The page unpacks to over {limits.DOCUMENT_BYTES // limits.MEBIBYTE} MB.")
    if not content.strip():
        raise UnreadableFile(path, "The page is empty.")
    draft = pdf.parse(content, path) if kind == _PDF else html.parse(content, path, charset=charset)
    fetched = Metadata(published=_fetched(record))
    address = Metadata(url=web_address((record.headers.get("WARC-Target-URI") or "").strip("<>")))
    return Draft(draft.text, address.over(draft.metadata).over(fetched), draft.notes)


def _records(file: BinaryIO, path: str, *, parsed: bool = True) -> ArchiveIterator:
    try:
        from fastwarc.warc import ArchiveIterator, WarcRecordType
    except ImportError as error:
        raise MissingExtra(path, "Web archives need the extra `warc`: pip install 'dragoman[warc]'.") from error
    return ArchiveIterator(file, record_types=WarcRecordType.response, parse_http=parsed, auto_decode="all")


def _mark(record: WarcRecord, length: int) -> str:
    """A hash of all that `cut_out` gives of a record; of one over the limit only of its headers, as it is not read."""
    seen = sha256(repr((length, [*record.headers.items()])).encode("utf-8", "surrogatepass"))
    if length <= limits.DOCUMENT_BYTES:
        content = record.reader.read(length)
        seen.update(content)
        record.set_bytes_content(content)
    return seen.hexdigest()


def _is_page(record: WarcRecord) -> bool:
    record.parse_http()
    headers: Any = record.http_headers
    kind = (record.http_content_type or "").lower()
    return headers is not None and headers.status_code == 200 and (kind in _PAGES or kind == _PDF)


def _check_number(number: int, path: str) -> None:
    if number > limits.WARC_PAGES:
        raise TooLarge(path, f"The web archive has more than {limits.WARC_PAGES:,} pages. Split it.")


def _fetched(record: WarcRecord) -> Interval | None:
    try:
        return day(record.record_date.date())
    except (AttributeError, *_BROKEN):
        return None


def _said(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
