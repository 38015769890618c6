"""Letters without what stands above and below them."""

from __future__ import annotations

import unicodedata


def unaccented(text: str) -> str:
    """A text without diacritics, as many others spell it: "Sao Tome"."""
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
