"""Bytes as text."""

from __future__ import annotations

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

from dragoman.errors import TooLarge, UnreadableFile
from dragoman.intake import limits

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_BYTES: Final = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
#: What is not seen and stands inside words: soft hyphens, zero-width spaces, marks of direction. Joiners are part of
#: how Persian is written, and hide between Latin letters.
_UNSEEN: Final = re.compile(
    "[\u00ad\u200b\u200e\u200f\u2060-\u2064\u202a-\u202e\u2066-\u2069\ufeff]|(?<=[A-Za-z])[\u200c\u200d](?=[A-Za-z])"
)
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
#: Bytes that begin a letter of several bytes in UTF-8.
_LEADING: Final = bytes(range(0xC2, 0xF5))
#: Bytes that are enough to tell an encoding.
_SAMPLE: Final = 2**16
_BINARY: Final = "The bytes are binary, not text; give a file of text, Markdown, HTML, PDF, DOCX or JSON Lines."


def decode(data: bytes, path: str, *, declared: str | None = None) -> str:
    """The text of the bytes: by byte order mark, as UTF-8, as `declared`, or by its letters.

    Raises `UnreadableFile` if they are binary or in no encoding known. The text is as in the bytes; see `normalise`.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _readable(data.decode(name, "replace"), path)
    if _looks_binary(data):
        raise UnreadableFile(path, _BINARY)
    text = _utf8(data)
    if text is None:
        text = _legacy(data, path, declared)
    return _readable(text, path)


def normalise(text: str) -> str:
    """The text with `\\n` line ends, without NUL, lone surrogates, letters that are not seen, and spaces at line ends;
    otherwise as it was.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    if not text.isascii():
        text = _SURROGATES.sub("\ufffd", _UNSEEN.sub("", text))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def lines_checked(text: str, path: str) -> str:
    """The text as it is; raises `TooLarge` if it has more lines than a document may have."""
    count = text.count("\n") + 1
    if count > limits.DOCUMENT_LINES:
        raise TooLarge(path, f"The text has {count:,} lines; it may have {limits.DOCUMENT_LINES:,}. Split it.")
    return text


def _looks_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return len(_CONTROL_BYTES.findall(sample)) > len(sample) / 20


def _utf8(data: bytes) -> str | None:
    """As UTF-8, with a few wrong bytes forgiven where most of the others are right; else `None`."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    wrong = text.count("\ufffd")
    right = len(data) - len(data.translate(None, _LEADING)) - wrong
    return text if right > 10 * wrong else None


def _legacy(data: bytes, path: str, declared: str | None) -> str:
    for name in (declared, _guess(data)):
        try:
            if name:
                return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    raise UnreadableFile(path, "The bytes are in no encoding that can be told; save the file as UTF-8.")


def _guess(data: bytes) -> str | None:
    sample = _telling(data)
    high = sum(byte >= 0x80 for byte in sample)
    if high < len(sample) / 50:
        # Too few letters to tell by; they are mostly the quotation marks and dashes of Windows.
        return "cp1252"
    best = from_bytes(sample).best()
    return best.encoding if best else None


def _telling(data: bytes) -> bytes:
    """The first lines that hold letters outside ASCII, which alone tell encodings apart."""
    found = re.search(rb"[\x80-\xff]", data)
    start = max(0, data.rfind(b"\n", 0, found.start()) + 1) if found else 0
    return data[start : start + _SAMPLE]


def _readable(text: str, path: str) -> str:
    strange = len(_CONTROLS.findall(text)) + text.count("\ufffd")
    if strange > max(len(text), 1) / 20:
        raise UnreadableFile(path, _BINARY)
    return text
