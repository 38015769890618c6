"""Documents as trees: under each those that have their text or their news from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman import reconcile
from dragoman.analysis.borrowings import Borrowing, precedence
from dragoman.records import Document


@dataclass(frozen=True, slots=True)
class Branch:
    """A document, what it has from the one above it (`None` at the root), what it has from others beside that do not
    themselves have it from there, and the branches of those that have most of theirs from it, the oldest first.
    """

    document: Document
    borrowing: Borrowing | None
    beside: tuple[Borrowing, ...]
    branches: tuple[Branch, ...]

    @property
    def size(self) -> int:
        """How many documents there are in it."""
        return 1 + sum(each.size for each in self.branches)


def branches(borrowings: Iterable[Borrowing]) -> tuple[Branch, ...]:
    """The trees of all documents that borrow or are borrowed from, by the age of their roots."""
    listed: dict[str, list[Borrowing]] = {}
    known: dict[str, Document] = {}
    for each in borrowings:
        listed.setdefault(each.document.id, []).append(each)
        known |= {document.id: document for document in (each.document, each.of) if document is not None}
    above = _above(listed, sorted(known.values(), key=reconcile.age))
    below: dict[str, list[Document]] = {}
    for document in sorted(known.values(), key=reconcile.age):
        chosen = above.get(document.id)
        below.setdefault(chosen.of.id if chosen is not None and chosen.of is not None else "", []).append(document)
    return _grown("", below, above, listed)


def _above(listed: Mapping[str, Sequence[Borrowing]], documents: Sequence[Document]) -> dict[str, Borrowing]:
    """What each document has from the one that it is put under: what it has most of, unless that is under it."""
    found: dict[str, Borrowing] = {}
    for document in documents:
        for each in sorted(listed.get(document.id, ()), key=precedence):
            if each.of is not None and document.id not in _path(each.of.id, found):
                found[document.id] = each
                break
    return found


def _path(identity: str, above: Mapping[str, Borrowing]) -> set[str]:
    path = {identity}
    while (further := above.get(identity)) is not None and further.of is not None:
        identity = further.of.id
        path.add(identity)
    return path


def _grown(
    identity: str,
    below: Mapping[str, Sequence[Document]],
    above: Mapping[str, Borrowing],
    listed: Mapping[str, Sequence[Borrowing]],
) -> tuple[Branch, ...]:
    found = []
    for document in below.get(identity, ()):
        chosen = above.get(document.id)
        beside = tuple(each for each in listed.get(document.id, ()) if _tells_more(each, chosen, above))
        found.append(Branch(document, chosen, beside, _grown(document.id, below, above, listed)))
    return tuple(found)


def _tells_more(each: Borrowing, chosen: Borrowing | None, above: Mapping[str, Borrowing]) -> bool:
    """Whether a borrowing is more than the one that puts a document under another: an excerpt of a reprint is none."""
    if chosen is None or chosen.of is None or each.of is None:
        return each is not chosen
    return each is not chosen and chosen.of.id not in _path(each.of.id, above)
