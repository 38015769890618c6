"""Plain text, and text saved from web pages."""

from __future__ import annotations

from dragoman.intake.byline import found_in
from dragoman.intake.draft import Draft
from dragoman.intake.encoding import decode, lines_checked, normalise
from dragoman.intake.furniture import clean


def parse(data: bytes, path: str, *, charset: str | None = None) -> Draft:
    """The text of a plain text file without page furniture; raises `UnreadableFile` if the bytes are no text.

    `charset` is the encoding that whoever sent it gave it.
    """
    saved = lines_checked(normalise(decode(data, path, declared=charset)), path)
    cleaned = clean(saved)
    return Draft(cleaned, found_in(saved, cleaned))
