"""Messages of electronic mail: letters and newsletters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email._policybase import Compat32
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from itertools import islice
from typing import Final

from dragoman.errors import IntakeError, TooLarge, UnreadableFile
from dragoman.intake import html, limits, text
from dragoman.intake.draft import Draft
from dragoman.intake.metadata import LONGEST, Metadata, tidy, web_address
from dragoman.records import Interval
from dragoman.records.dates import day

#: Parts that hold others, as they are announced.
_HOLDS: Final = re.compile(rb"^content-type:\s*(?:multipart|message)/", re.I | re.M)
#: The least share of the page's text that the plain one beside it must hold; less is a note to open the page.
_ENOUGH: Final = 0.5
#: Characters of a header that are looked at.
_HEADER: Final = 4 * LONGEST


class _Bounded(Compat32):
    """As messages are parsed, but for headers cut off: taking long ones apart costs the square of their length."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_HEADER]


_POLICY: Final = _Bounded()


def parse(data: bytes, path: str) -> Draft:
    """The text of a message, from its plain part or its page, whichever says more; attachments are left alone.

    Title is the subject, publisher the name of the sender (the host of the address if there is none), the date that of
    the `Date` header where the sender was. Raises `UnreadableFile` if there is no text, `TooLarge` if its parts stand
    too deep inside one another.
    """
    _check(data, path)
    message = BytesParser(policy=_POLICY).parsebytes(data)
    drafts = list(_drafts(message, path))
    if not drafts:
        raise UnreadableFile(path, "The message holds no text; give the message itself, saved as .eml or .mbox.")
    draft = _fullest(drafts)
    return Draft(draft.text, _metadata(message).over(draft.metadata))


def _check(data: bytes, path: str) -> None:
    """Bounds what parsing costs: each line is compared with the boundary of each part that it stands in."""
    holders, lines = len(_HOLDS.findall(data)), data.count(b"\n") + data.count(b"\r")
    if lines > limits.MAIL_LINES:
        raise TooLarge(path, f"The message has {lines:,} lines; it may have {limits.MAIL_LINES:,}. Save its text.")
    if holders > limits.MAIL_HOLDERS or holders * lines > limits.MAIL_COMPARED:
        raise TooLarge(path, f"The message has {holders:,} parts that hold others; save what matters in it as text.")


def _drafts(message: Message, path: str) -> Iterator[tuple[str, Draft]]:
    """The first plain part that can be read and the first page, with their kinds; raises if none of a few can be."""
    fault: IntakeError | None = None
    found: set[str] = set()
    for kind, part in islice(_texts(message), limits.MAIL_TRIED):
        content = part.get_payload(decode=True)
        if kind in found or not isinstance(content, bytes) or not content.strip():
            continue
        try:
            draft = _draft(content, kind, part.get_content_charset(), path)
        except IntakeError as error:
            fault = error
            continue
        found.add(kind)
        yield kind, draft
    if fault is not None and not found:
        raise fault


def _texts(message: Message) -> Iterator[tuple[str, Message]]:
    """The parts that are shown as text, each with its kind."""
    for part in message.walk():
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment":
            yield kind, part


def _draft(content: bytes, kind: str, charset: str | None, path: str) -> Draft:
    if kind == "text/html":
        return html.parse(content, path, charset=charset)
    return text.parse(content, path, charset=charset)


def _fullest(drafts: list[tuple[str, Draft]]) -> Draft:
    """The first plain part, unless a page says more than twice as much."""
    plain = next((draft for kind, draft in drafts if kind == "text/plain"), None)
    page = next((draft for kind, draft in drafts if kind == "text/html"), None)
    if plain is None or (page is not None and len(plain.text) < _ENOUGH * len(page.text)):
        return page or drafts[0][1]
    return plain


def _metadata(message: Message) -> Metadata:
    name, address = parseaddr(_header(message, "From") or "")
    host = address.rpartition("@")[2]
    return Metadata(
        title=tidy(_header(message, "Subject")),
        publisher=tidy(name) or tidy(host),
        published=_sent(_header(message, "Date")),
        url=web_address((_header(message, "Archived-At") or "").strip().strip("<>")),
    )


def _header(message: Message, name: str) -> str | None:
    """The header in letters: encoded words decoded, its lines as one."""
    said = message.get(name)
    if said is None:
        return None
    pieces = []
    try:
        for piece, charset in decode_header(str(said)[:_HEADER]):
            pieces.append(piece if isinstance(piece, str) else piece.decode(charset or "utf-8", "replace"))
    except (LookupError, ValueError):
        return tidy(str(said))
    return tidy("".join(pieces))


def _sent(said: str | None) -> Interval | None:
    """The day on the sender's own clock."""
    try:
        when = parsedate_to_datetime(said or "")
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return day(when.date()) if isinstance(when, datetime) else None
