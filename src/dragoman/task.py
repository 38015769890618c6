"""What a worker does: one item of a pile, loaded and read."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.intake import Defaults, Item, fingerprint, load, signature
from dragoman.reading.reader import read
from dragoman.records import Document, Failure, Reading


@dataclass(frozen=True, slots=True)
class Done:
    """The readings of an item's documents, what it takes to know their copies by document id, and what failed."""

    item: Item
    readings: tuple[Reading, ...]
    prints: dict[str, bytes]
    failures: tuple[Failure, ...]


def work(task: tuple[Item, Defaults]) -> Done:
    """Load and read one item; what cannot be read is among the failures."""
    item, defaults = task
    loaded = load(item, defaults)
    documents = [each for each in loaded if isinstance(each, Document)]
    return Done(
        item,
        tuple(read(document) for document in documents),
        {document.id: packed(document.text) for document in documents},
        tuple(each for each in loaded if isinstance(each, Failure)),
    )


def packed(text: str) -> bytes:
    """Fingerprint (32 bytes) and signature of a text, as the ledger stores them together."""
    return bytes.fromhex(fingerprint(text)) + signature(text)


def unpacked(stored: bytes) -> tuple[bytes, str]:
    """The signature and the fingerprint that `packed` put together."""
    return stored[32:], stored[:32].hex()
