"""Which documents of a ledger have their text from which: only new ones are compared, with what they share words with;
the result is that of comparing all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from datetime import date

from dragoman import reconcile
from dragoman.ledger import View, Writer
from dragoman.reconcile import Heap, Pair
from dragoman.reconcile.signatures import print_of, unpacked
from dragoman.records import Copy


def compare(view: View, writer: Writer, *, recorded: str) -> tuple[Copy, ...]:
    """Find the copies and excerpts among all documents, and write them down; returns those that were not known."""
    new, parted = view.uncompared()
    if not (new or parted):
        return ()
    stored = view.signatures()
    # A run that was killed may have written a document and no signature.
    unsigned = _prints_of(view, (identity for identity in new if identity not in stored))
    # Those that an earlier version of this program made cannot be compared with today's.
    renewed = _prints_of(view, (identity for identity, each in stored.items() if not _is_current(each)))
    if unsigned:
        writer.add_signatures(unsigned, recorded=recorded)
    if renewed:
        writer.renew_signatures(renewed, recorded=recorded)
    prints = _Prints(view, stored | unsigned | renewed)
    if parted or renewed or len(new) == len(prints.stored):
        # Without a document that was there, other pairs may be worth comparing; then all of them are compared again.
        found = tuple(reconcile.copies(prints.pairs(), view.document))
        writer.replace_copies(found, compared=prints.stored, recorded=recorded)
        return found
    gained, lost = prints.changes({*new})
    found = tuple(reconcile.copies(gained, view.document))
    writer.add_copies(found, without=lost, compared=new, recorded=recorded)
    return found


def _prints_of(view: View, documents: Iterable[str]) -> dict[str, bytes]:
    return {identity: print_of(view.document(identity)) for identity in documents}


def _is_current(stored: bytes) -> bool:
    return reconcile.is_current(unpacked(stored)[0])


class _Prints:
    """The signatures of all documents of a ledger."""

    def __init__(self, view: View, stored: Mapping[str, bytes]) -> None:
        self._view = view
        self.stored = stored
        apart = {identity: unpacked(each) for identity, each in stored.items()}
        self._prints = {identity: print_ for identity, (_, print_) in apart.items()}
        self._heap = Heap({identity: sketch for identity, (sketch, _) in apart.items()}, self._by_age)

    def _by_age(self, names: Iterable[str]) -> list[str]:
        """Documents in the order in which they were published."""
        heads = self._view.heads({*names})
        return [each.id for each in sorted(heads, key=lambda head: (head.published or date.max, head.id))]

    def pairs(self) -> set[Pair]:
        """The pairs of documents that are worth comparing: they share passages, or all their words."""
        return reconcile.candidates(self._heap.of(self.stored)) | self._same(self.stored)

    def changes(self, new: Set[str]) -> tuple[set[Pair], set[Pair]]:
        """The pairs that are worth comparing with some new documents and were not without them, and the other way
        round.
        """
        gained, lost = reconcile.changes(self._heap, new)
        touched = {self._prints[identity] for identity in {*new}.union(*lost)}
        alike = {identity for identity, print_ in self._prints.items() if print_ in touched}
        now, before = self._same(alike), self._same(alike - new)
        gone = before - now
        return gained | (now - before), (lost - now) | (gone - reconcile.among(self._heap, gone) if gone else set())

    def _same(self, among: Iterable[str]) -> set[Pair]:
        """Each document whose words are all those of others, with the oldest of them."""
        first: dict[bytes, str] = {}
        names = ((name, self._prints[name]) for name in self._by_age(among))
        return {(first[each], name) for name, each in names if first.setdefault(each, name) != name}
