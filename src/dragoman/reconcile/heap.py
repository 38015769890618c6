"""The sketches of many documents, end to end, so that those that share some hashes are found at one look."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import accumulate

import numpy as np

from dragoman.reconcile.sketches import Hashes, hashes_end_to_end


class Heap:
    """The sketches of all documents of a pile, by id; `by_age` puts some ids in the order of age."""

    def __init__(self, sketches: Mapping[str, bytes], by_age: Callable[[Iterable[str]], Iterable[str]]) -> None:
        self._names = list(sketches)
        self._places = {name: place for place, name in enumerate(self._names)}
        self._hashes, sizes = hashes_end_to_end(sketches.values())
        self._ends = np.fromiter(accumulate(sizes), np.int64, len(sizes))
        self._by_age = by_age

    def of(self, names: Iterable[str]) -> dict[str, Hashes]:
        """The hashes of some documents, by age."""
        return {name: self._one(self._places[name]) for name in self._by_age(names)}

    def sharing(self, hashes: Hashes) -> dict[str, Hashes]:
        """All hashes of the documents that have any of some hashes, which are ascending; by age."""
        found = np.flatnonzero(held(self._hashes, hashes))
        owners = np.unique(np.searchsorted(self._ends, found, side="right")).tolist()
        return self.of(self._names[place] for place in owners)

    def _one(self, place: int) -> Hashes:
        return self._hashes[self._ends[place - 1] if place else 0 : self._ends[place]]


def held(hashes: Hashes, among: Hashes) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Of each hash whether it is one of some others, which are ascending."""
    if not len(among):
        return np.zeros(len(hashes), np.bool_)
    return np.asarray(among[np.minimum(np.searchsorted(among, hashes), len(among) - 1)] == hashes)
