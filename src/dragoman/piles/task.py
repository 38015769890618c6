"""What a worker does: a few items of a pile, loaded and read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from dragoman.errors import InvalidValue
from dragoman.intake import Defaults, Item
from dragoman.piles.tabled import loaded
from dragoman.reading.encoder import Encoded, load_ahead
from dragoman.reading.reader import Begun, begin, encode, finish, read
from dragoman.reading.windows import WINDOW, windows
from dragoman.reconcile.signatures import packed
from dragoman.records import Document, Failure, Reading
from dragoman.uncollected import uncollected

Step = TypeVar("Step")

#: Items that a worker is given at a time, and the bytes they may hold: enough for the encoder's batches to be full.
TOGETHER = 32
BYTES_TOGETHER = 200_000
#: A worker is given at most this part of its part of what is left, so that all end together; and at least so many
#: bytes, which are still worth the way.
SHARES = 4
LEAST = 2_000


@dataclass(frozen=True, slots=True)
class Done:
    """The readings of an item's documents, what it takes to know their copies by document id, and what failed."""

    item: Item
    readings: tuple[Reading, ...]
    prints: dict[str, bytes]
    failures: tuple[Failure, ...]


def work(task: tuple[Sequence[Item], Defaults]) -> list[Done]:
    """Load and read some items, in their order; what cannot be loaded or read is among the failures.

    The encoder sees the sentences of all of them at once, which changes nothing but its speed.
    """
    items, defaults = task
    load_ahead()
    given = [(item, loaded(item, defaults)) for item in items]
    documents = [each for _, outcomes in given for each in outcomes if isinstance(each, Document)]
    with uncollected():
        readings = iter(_read_all(documents))
    return [
        _done(item, [next(readings) if isinstance(each, Document) else each for each in outcomes])
        for item, outcomes in given
    ]


def read_again(documents: Sequence[Document]) -> list[Reading | Failure]:
    """Read some documents that were loaded before, in their order."""
    with uncollected():
        return _read_all(documents)


def shared_out(items: Sequence[Item], workers: int) -> Iterator[Sequence[Item]]:
    """The items in their order, as many together as one worker is given at a time: ever fewer if there are several, so
    that all end together though some texts are long and others short.
    """
    if workers == 1:
        return in_shares(items)
    sizes = [item.size for item in items]
    return _cut(items, sizes, lambda left: max(LEAST, min(BYTES_TOGETHER, left // (SHARES * workers))))


def in_shares(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The items in their order, as many together as are read well at once, whoever reads and after whatever."""
    return _cut(items, [item.size for item in items], lambda left: BYTES_TOGETHER)


def _cut(items: Sequence[Item], sizes: Sequence[int], most: Callable[[int], int]) -> Iterator[Sequence[Item]]:
    """The items cut into shares; `most` says how many bytes the next may hold if so many are left."""
    together: list[Item] = []
    held, left = 0, sum(sizes)
    for item, size in zip(items, sizes, strict=True):
        if together and (len(together) == TOGETHER or held + size > most(left)):
            yield together
            left -= held
            together, held = [], 0
        together.append(item)
        held += size
    if together:
        yield together


def _done(item: Item, outcomes: Sequence[Reading | Failure]) -> Done:
    readings = tuple(each for each in outcomes if isinstance(each, Reading))
    failures = tuple(each for each in outcomes if isinstance(each, Failure))
    prints = {reading.document.id: packed(reading.document.text) for reading in readings}
    return Done(item, readings, prints, failures)


def _read_all(documents: Sequence[Document]) -> list[Reading | Failure]:
    return [each for together in windows(documents, _size) for each in _read_together(together)]


def _size(document: Document) -> int:
    return len(document.text)


def _read_together(documents: Sequence[Document]) -> list[Reading | Failure]:
    """The readings of documents that are not too long to be encoded at once, or of one that is and is read in parts."""
    first = documents[0]
    if _size(first) > WINDOW:
        return [_tried(first, lambda: checked(read(first)))]
    begun = [_tried(each, partial(begin, each)) for each in documents]
    encoded = iter(_encoded([each for each in begun if isinstance(each, Begun)]))
    return [_finished(each, next(encoded)) if isinstance(each, Begun) else each for each in begun]


def _encoded(begun: Sequence[Begun]) -> list[list[Encoded] | Failure]:
    """What the encoder makes of the documents, together; if it breaks on one, each by itself."""
    try:
        return [*encode([each.texts for each in begun])]
    except Exception:  # noqa: BLE001 - the one that breaks it is told from the others below
        return [_tried(each.document, partial(_alone, each)) for each in begun]


def _alone(begun: Begun) -> list[Encoded]:
    return encode([begun.texts])[0]


def _finished(begun: Begun, encoded: list[Encoded] | Failure) -> Reading | Failure:
    if isinstance(encoded, Failure):
        return encoded
    return _tried(begun.document, lambda: checked(finish(begun, encoded)))


def _tried(document: Document, step: Callable[[], Step]) -> Step | Failure:
    try:
        return step()
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
