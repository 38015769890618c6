"""What a worker does: one item of a pile, loaded and read."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import InvalidValue
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
    """Load and read one item; what cannot be loaded or read is among the failures."""
    item, defaults = task
    readings: list[Reading] = []
    failures: list[Failure] = []
    for loaded in load(item, defaults):
        outcome = _read(loaded) if isinstance(loaded, Document) else loaded
        if isinstance(outcome, Reading):
            readings.append(outcome)
        else:
            failures.append(outcome)
    prints = {reading.document.id: packed(reading.document.text) for reading in readings}
    return Done(item, tuple(readings), prints, tuple(failures))


def _read(document: Document) -> Reading | Failure:
    try:
        return checked(read(document))
    except Exception as error:  # noqa: BLE001 - one text that breaks the reader must not take the pile with it
        return Failure(document.path or document.id, f"The reader broke on this text ({error!r}); please report it.")


def checked(reading: Reading) -> Reading:
    """The reading; raises `InvalidValue` if words of its statements do not stand where they say in the document."""
    text = reading.document.text
    for span in (span for statement in reading.statements for span in statement.spans):
        if text[span.start : span.end] != span.text:
            raise InvalidValue(
                f"The reader says that {span.text[:60]!r} stands at {span.start}, where the document has "
                f"{text[span.start : span.end][:60]!r}; please report it."
            )
    return reading


def packed(text: str) -> bytes:
    """Fingerprint (32 bytes) and signature of a text, as the ledger stores them together."""
    return bytes.fromhex(fingerprint(text)) + signature(text)


def unpacked(stored: bytes) -> tuple[bytes, str]:
    """The signature and the fingerprint that `packed` put together."""
    return stored[32:], stored[:32].hex()
