"""Which format a file has, by its name and its first bytes."""

from __future__ import annotations

import json
import os
import re
from typing import Final, Literal

from dragoman.errors import UnreadableFile

Kind = Literal["text", "markdown", "html", "pdf", "docx", "jsonl", "json", "feed", "mail", "mbox", "warc", "zip"]

#: Bytes that are enough to tell.
HEAD: Final = 4096
UNDERSTOOD: Final = (
    "text (.txt), Markdown (.md), HTML (.html), PDF (.pdf), Word (.docx), JSON Lines (.jsonl), feeds (.rss, .atom),"
    " mail (.eml, .mbox), web archives (.warc, .warc.gz) and zip of these"
)
_ENDINGS: Final[dict[str, Kind]] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".rss": "feed",
    ".atom": "feed",
    ".eml": "mail",
    ".mbox": "mbox",
    ".mbx": "mbox",
    ".warc": "warc",
    ".zip": "zip",
}
_PACKED: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_GZIP: Final = b"\x1f\x8b"
_PROMISES: Final[dict[Kind, tuple[bytes, ...]]] = {
    "docx": (_PACKED,),
    "mbox": (b"From ",),
    "warc": (b"WARC/", _GZIP),
    "zip": (_PACKED, b"PK\x05\x06"),
}
_FOREIGN: Final = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    _GZIP: "a gzip file",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"{\\rtf": "rich text (RTF)",
    b"SQLite format 3": "an SQLite file",
}
#: Comments, of which each ends at its first mark (`*+`): where two may be read as one there is no end of the ways to.
_COMMENTS: Final = rb"(?:<!--.*?-->\s*)*+"
_HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?" + _COMMENTS + rb"<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
#: What a feed begins with, whatever it is called.
_FEED: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*>\s*)*" + _COMMENTS + rb"(?:<!doctype\s+rss[^>]*>\s*)?"
    rb"<(?:rss|(?:\w+:)?feed|rdf:RDF)[\s>]",
    re.I | re.S,
)
_MBOX: Final = re.compile(rb"From \S+.{5,80}\d{4}\s*\n(?:>?From .*\n)?[\w-]+:\s")
#: The header of a message saved without an ending, as mail folders hold them.
_MAIL: Final = re.compile(rb"(?:[\w-]+:[ \t].*\n(?:[ \t].*\n)*)+\r?\n")
_MAILED: Final = (
    re.compile(rb"^From:", re.I | re.M),
    re.compile(rb"^(?:Received|Message-ID|MIME-Version):", re.I | re.M),
)


def kind_by_name(path: str) -> Kind | None:
    """The format that the ending of the name promises, `None` if it promises none."""
    if path.lower().endswith(".warc.gz"):
        return "warc"
    return _ENDINGS.get(os.path.splitext(path)[1].lower())


def kind_of(path: str, head: bytes) -> Kind:
    """The format by the name and the first bytes; raises `UnreadableFile` if they do not go together."""
    named = kind_by_name(path)
    if head.startswith(b"%PDF-") or (named == "pdf" and b"%PDF-" in head[:1024]):
        return "pdf"
    if named != "warc":
        _check_foreign(path, head, named)
    if named is None:
        return _kind_by_bytes(head)
    _check_promise(path, head, named)
    return "html" if named == "text" and _HTML.match(head) else named


def ending_of(media: str, content: bytes) -> str | None:
    """The ending to give a file of what a server sent, by what it called it and by its bytes; `None` if it is nothing
    that is read.
    """
    called = media.partition(";")[0].strip().lower()
    head = content[:HEAD]
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if any(head.startswith(mark) for mark in (*_FOREIGN, _PACKED, _OLE)):
        return None
    if _FEED.match(head):
        return ".rss"
    if _HTML.match(head) or called in ("text/html", "application/xhtml+xml"):
        return ".html"
    return ".txt" if called == "text/plain" else None


def _kind_by_bytes(head: bytes) -> Kind:
    if head.startswith(_PACKED):
        return "docx" if b"[Content_Types].xml" in head or b"word/" in head else "zip"
    if _HTML.match(head):
        return "html"
    if _FEED.match(head):
        return "feed"
    if head.startswith(b"WARC/1."):
        return "warc"
    if _MBOX.match(head):
        return "mbox"
    if _is_mail(head):
        return "mail"
    return "jsonl" if _is_record(head.split(b"\n", 1)[0]) else "text"


def _is_mail(head: bytes) -> bool:
    header = _MAIL.match(head)
    return header is not None and all(each.search(header[0]) for each in _MAILED)


def _is_record(line: bytes) -> bool:
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        # A line longer than the head is cut and cannot be parsed, but begins as records do.
        return len(line) >= HEAD - 1 and re.match(rb'\s*\{\s*"\w+"\s*:', line) is not None


def _check_foreign(path: str, head: bytes, named: Kind | None) -> None:
    if head.startswith(_OLE):
        what = "encrypted, or of the older .doc format" if named == "docx" else "an older Office file"
        raise UnreadableFile(path, f"The file is {what}; save it as .docx without a password.")
    for mark, what in _FOREIGN.items():
        if head.startswith(mark):
            raise UnreadableFile(path, f"The file is {what}, which cannot be read; give {UNDERSTOOD}.")


def _check_promise(path: str, head: bytes, named: Kind) -> None:
    if named == "pdf":
        raise UnreadableFile(path, "The file is called .pdf but does not begin as a PDF does; fetch it again.")
    marks = _PROMISES.get(named)
    if marks and not head.startswith(marks):
        raise UnreadableFile(path, f"The file is called .{named} but does not begin as one does; fetch it again.")
    if not marks and head.startswith(_PACKED):
        raise UnreadableFile(path, f"The file is an archive, not {named}; rename it to .zip or .docx.")
