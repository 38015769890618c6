"""Plain text, and text saved from web pages."""

from __future__ import annotations

from dragoman.intake.byline import found_in
from dragoman.intake.draft import Draft
from dragoman.intake.encoding import decode, normalise
from dragoman.intake.furniture import clean


def parse(data: bytes, path: str) -> Draft:
    """The text of a plain text file without page furniture; raises `UnreadableFile` if the bytes are no text."""
    saved = normalise(decode(data, path))
    cleaned = clean(saved)
    return Draft(cleaned, found_in(saved, cleaned))
