"""Which documents of a pile have their text, or passages of it, from which others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from dragoman.codebook.publishers import publisher
from dragoman.reconcile.candidates import Pair
from dragoman.reconcile.passages import passages
from dragoman.reconcile.sketches import fingerprint
from dragoman.records import Copy, Document

#: A text may bear an earlier date than the one that it says it has its news from: time zones, and dates of the issue.
_AHEAD: Final = timedelta(days=2)
_KEPT: Final = 256
#: When a document was published, how long it is, and its id: what of two like texts came first.
Age = tuple[date, int, str]


def age(document: Document) -> Age:
    """What documents are put in order by: publication, the undated last; of one day the longest first, for a reprint is
    cut more often than added to; then id.
    """
    start = document.published.start if document.published is not None else None
    return (start or date.max, -len(document.text), document.id)


def copies(pairs: Iterable[Pair], text_of: Callable[[str], Document]) -> Iterator[Copy]:
    """Which of two documents that may share passages has what from the other, by their ids; none for most pairs."""
    opened = lru_cache(_KEPT)(lambda identity: _Opened(text_of(identity)))
    for one, other in sorted(pairs):
        copy = compared(opened(one), opened(other))
        if copy is not None:
            yield copy


class _Opened:
    """A document made ready to be compared."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.passages = passages(document.text)
        self.print = fingerprint(document.text)


def compared(one: _Opened, other: _Opened) -> Copy | None:
    """What the later of two documents has from the earlier."""
    first, second = (one, other) if is_before(one.document, other.document) else (other, one)
    if first.print == second.print:
        return Copy(second.document.id, first.document.id, "exact", 1.0)
    found = first.passages.taken_by(second.document.text)
    if found is None or (found.kind == "excerpt" and is_own(first.document, second.document)):
        return None
    return Copy(second.document.id, first.document.id, found.kind, found.share)


def is_before(one: Document, other: Document) -> bool:
    """Whether the first of two like documents came first: it is older, or the other names its publisher as the source.

    A date line a day or two too early does not make an original of a reprint.
    """
    older, newer = sorted((one, other), key=age)
    turned = credits_(older, newer) and not credits_(newer, older) and age(newer)[0] - age(older)[0] <= _AHEAD
    return (older if not turned else newer) is one


def credits_(document: Document, source: Document) -> bool:
    """Whether a document names the publisher of another one, and is not of that publisher itself."""
    if source.publisher is None or is_own(document, source):
        return False
    known = publisher(source.publisher)
    names = {source.publisher, *((known.name, *known.aliases) if known is not None else ())}
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", document.text) for name in names)


def is_own(one: Document, other: Document) -> bool:
    """Whether two documents are of one publisher, who may print a paragraph of background as often as he likes."""
    return one.publisher is not None and one.publisher == other.publisher
