"""Which documents of a pile are worth comparing, by the hashes in their sketches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Final

import numpy as np
from numpy.typing import NDArray

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
    return _Pile(sketches).pairs()


def changes(sketches: Mapping[str, Hashes], new: Set[str]) -> tuple[set[Pair], set[Pair]]:
    """The pairs that are candidates with some new documents and were none without them, and the other way round.

    Only what the new documents share with others is looked at: ten more in ten thousand cost like ten, but for one look
    at every hash.
    """
    pile, before = _Pile(sketches), _Pile({name: each for name, each in sketches.items() if name not in new})
    touched = np.unique(np.concatenate([*(sketches[name] for name in new), np.zeros(0, np.uint64)]))
    with_, without = pile.counts(touched), before.counts(touched)
    fresh = {pair: count for pair, count in with_.items() if new & {*pair}}
    # What two old ones share beside a new one may have become too common to count, or newly led by another document.
    old = {pair for pair in with_.keys() | without.keys() if not new & {*pair} and with_.get(pair) != without.get(pair)}
    is_, was = pile.among(old), before.among(old)
    return {pair for pair, count in fresh.items() if count >= _SHARED} | (is_ - was), was - is_


def among(sketches: Mapping[str, Hashes], pairs: Set[Pair]) -> set[Pair]:
    """Those of some pairs that are candidates in a whole pile."""
    return _Pile(sketches).among(pairs)


class _Pile:
    """The hashes of all documents, end to end."""

    def __init__(self, sketches: Mapping[str, Hashes]) -> None:
        self._sketches = sketches
        self._names = list(sketches)
        sizes = [len(each) for each in sketches.values()]
        self._owners = np.repeat(np.arange(len(self._names), dtype=np.int64), sizes)
        self._hashes = np.concatenate([*sketches.values(), np.zeros(0, np.uint64)])

    def pairs(self) -> set[Pair]:
        """The candidates."""
        return {pair for pair, count in self._counted(self._hashes, self._owners) if count >= _SHARED}

    def among(self, pairs: Set[Pair]) -> set[Pair]:
        """Those of some pairs that are candidates."""
        shared = [np.intersect1d(self._sketches[one], self._sketches[other]) for one, other in pairs]
        counts = self.counts(np.unique(np.concatenate([*shared, np.zeros(0, np.uint64)])))
        return {pair for pair in pairs if counts.get(pair, 0) >= _SHARED}

    def counts(self, among: Hashes) -> dict[Pair, int]:
        """For each two documents how many of some hashes, ascending, count for them."""
        if not len(among):
            return {}
        places = np.minimum(np.searchsorted(among, self._hashes), len(among) - 1)
        chosen = among[places] == self._hashes
        return dict(self._counted(self._hashes[chosen], self._owners[chosen]))

    def _counted(self, hashes: Hashes, owners: NDArray[np.int64]) -> Iterable[tuple[Pair, int]]:
        order = np.lexsort((owners, hashes))
        count = len(self._names)
        found, counts = np.unique(_sharing(hashes[order], owners[order], count), return_counts=True)
        for each, shared in zip(found.tolist(), counts.tolist(), strict=True):
            yield (self._names[each // count], self._names[each % count]), shared


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
