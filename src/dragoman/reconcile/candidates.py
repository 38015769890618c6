"""Which documents of a pile are worth comparing, by the hashes in their sketches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dragoman.reconcile.heap import Heap, held
from dragoman.reconcile.sketches import Hashes

#: Two documents, the one that comes first in the order given before the other.
Pair = tuple[str, str]
#: Passages in more documents than this are compared with those of the first few only: all that print one release
#: are found by it, and a line that ten thousand pages carry costs no more than ten thousand comparisons.
_FEW: Final = 12
_FIRST: Final = 4
#: Hashes that two documents must share to be compared word by word.
_SHARED: Final = 2


def candidates(sketches: Mapping[str, Hashes]) -> set[Pair]:
    """The pairs of documents that may share passages; the order of the mapping is that of age."""
    return _Owned.of(sketches).candidates()


def changes(heap: Heap, new: Set[str]) -> tuple[set[Pair], set[Pair]]:
    """The pairs that are candidates with some new documents and were none without them, and the other way round.

    Only what the new documents share with others is looked at: ten more in ten thousand cost like ten, but for one look
    at every hash.
    """
    touched = _different(heap.of(new).values())
    owned = _Owned.of(heap.sharing(touched)).only(touched)
    with_, without = owned.counted(), owned.without(new).counted()
    is_new = owned.are_of(with_.pairs, new)
    fresh = owned.named(with_.pairs[is_new & (with_.counts >= _SHARED)])
    # What two old ones share beside a new one may have become too common to count, or newly led by another document.
    both = np.union1d(with_.pairs[~is_new], without.pairs)
    is_, was = _among(heap, owned.named(both[with_.of(both) != without.of(both)]), new)
    return fresh | (is_ - was), was - is_


def among(heap: Heap, pairs: Set[Pair]) -> set[Pair]:
    """Those of some pairs that are candidates in a whole pile."""
    return _among(heap, pairs, frozenset())[0]


def _among(heap: Heap, pairs: Set[Pair], new: Set[str]) -> tuple[set[Pair], set[Pair]]:
    """Those of some pairs that are candidates in a whole pile, and those that are without some documents."""
    of = heap.of({name for pair in pairs for name in pair})
    shared = _different(np.intersect1d(of[one], of[other]) for one, other in pairs)
    owned = _Owned.of(heap.sharing(shared)).only(shared)
    return owned.candidates() & pairs, owned.without(new).candidates() & pairs


def _different(sketches: Iterable[Hashes]) -> Hashes:
    """The different hashes of some sketches, ascending."""
    return np.unique(np.concatenate([*sketches, np.zeros(0, np.uint64)]))


@dataclass(frozen=True, slots=True)
class _Counts:
    """Pairs of documents as numbers, ascending, and how many hashes that count for it each shares."""

    pairs: NDArray[np.int64]
    counts: NDArray[np.int64]

    def of(self, pairs: NDArray[np.int64]) -> NDArray[np.int64]:
        """How many hashes some pairs share."""
        if not len(self.pairs):
            return np.zeros(len(pairs), np.int64)
        places = np.minimum(np.searchsorted(self.pairs, pairs), len(self.pairs) - 1)
        return np.where(self.pairs[places] == pairs, self.counts[places], 0)


@dataclass(frozen=True, slots=True)
class _Owned:
    """Hashes end to end, the number of the document that has each, and what the documents are called, by age."""

    names: list[str]
    hashes: Hashes
    owners: NDArray[np.int64]

    @classmethod
    def of(cls, sketches: Mapping[str, Hashes]) -> _Owned:
        owners = np.repeat(np.arange(len(sketches), dtype=np.int64), [len(each) for each in sketches.values()])
        return cls(list(sketches), np.concatenate([*sketches.values(), np.zeros(0, np.uint64)]), owners)

    def only(self, hashes: Hashes) -> _Owned:
        """Without all hashes but some, which are ascending."""
        return self._where(held(self.hashes, hashes))

    def without(self, names: Set[str]) -> _Owned:
        """Without the hashes of some documents; all are numbered as before."""
        return self._where(~self._are(names)[self.owners])

    def _where(self, chosen: NDArray[np.bool_]) -> _Owned:
        return _Owned(self.names, self.hashes[chosen], self.owners[chosen])

    def counted(self) -> _Counts:
        """How many hashes each two documents share, of those that count for them."""
        order = np.lexsort((self.owners, self.hashes))
        shared = _sharing(self.hashes[order], self.owners[order], len(self.names))
        return _Counts(*np.unique(shared, return_counts=True))

    def candidates(self) -> set[Pair]:
        """The pairs that share enough to be compared."""
        counted = self.counted()
        return self.named(counted.pairs[counted.counts >= _SHARED])

    def named(self, pairs: NDArray[np.int64]) -> set[Pair]:
        """What the documents of some pairs are called."""
        count = max(len(self.names), 1)
        return {(self.names[each // count], self.names[each % count]) for each in pairs.tolist()}

    def are_of(self, pairs: NDArray[np.int64], names: Set[str]) -> NDArray[np.bool_]:
        """Of each of some pairs whether one of certain documents is in it."""
        are, count = self._are(names), max(len(self.names), 1)
        return np.asarray(are[pairs // count] | are[pairs % count])

    def _are(self, names: Set[str]) -> NDArray[np.bool_]:
        return np.fromiter((name in names for name in self.names), np.bool_, len(self.names))


def _sharing(hashes: Hashes, owners: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """A number (first * count + second) for each two owners, once for each hash that they share."""
    starts = np.flatnonzero(np.r_[True, hashes[1:] != hashes[:-1]]) if len(hashes) else np.zeros(0, np.int64)
    lengths = np.diff(np.r_[starts, len(hashes)])
    found = [np.zeros(0, np.int64)]
    for size in range(2, _FEW + 1):
        group = owners[starts[lengths == size][:, None] + np.arange(size)]
        first, second = np.triu_indices(size, 1)
        found.append((group[:, first] * count + group[:, second]).ravel())
    for start, length in zip(starts[lengths > _FEW].tolist(), lengths[lengths > _FEW].tolist(), strict=True):
        group = owners[start : start + length]
        for place in range(_FIRST):
            found.append(group[place] * count + group[place + 1 :])
    return np.concatenate(found)
