"""What is stored of a document to know its copies: the fingerprint and the sketch of its text, together."""

from __future__ import annotations

import hashlib

from dragoman.reconcile.sketches import fingerprint, sketch
from dragoman.records import Document


def packed(text: str) -> bytes:
    """Fingerprint (32 bytes) and sketch of a text, as the ledger stores them together."""
    return bytes.fromhex(fingerprint(text)) + sketch(text)


def unshared(document: Document) -> bytes:
    """What stands in the place of `packed` for a row of a data set, which shares passages with nothing: rows are alike
    because their columns are.
    """
    return hashlib.sha256(document.id.encode()).digest() + sketch("")


def print_of(document: Document) -> bytes:
    """What is stored of a document to know its copies."""
    return unshared(document) if document.is_row else packed(document.text)


def unpacked(stored: bytes) -> tuple[bytes, bytes]:
    """The sketch and the fingerprint, as bytes, that `packed` put together."""
    return stored[32:], stored[:32]
