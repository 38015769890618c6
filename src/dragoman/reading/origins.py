"""Of which state somebody's name may be, going by the names of the officeholders whom the codebook knows."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.codebook.people import people
from dragoman.codebook.states import states
from dragoman.reading.bearers import bare

#: Lengths of the runs of letters that are counted, and the weight of what is true of all states against one.
_LENGTHS = (3, 4)
_PRIOR = 100.0
#: Runs of letters in one name are told twice and thrice, so that each counts for less than by itself.
_EACH = 0.2


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many officeholders have a run of letters in their names: by state, and of all states."""

    of: dict[str, Counter[str]]
    all: Counter[str]
    sizes: dict[str, int]

    @property
    def size(self) -> int:
        """All that was counted."""
        return sum(self.sizes.values())


@lru_cache(maxsize=4096)
def likelihood(name: str, code: str) -> float:
    """How much likelier a name is in a state, by code, than in any: 1 if the codebook tells nothing of it."""
    counts = _counts()
    of, size, everything = counts.of.get(code, Counter()), counts.sizes.get(code, 0), counts.size
    told = 0.0
    for run in set(_runs(name)):
        if run in counts.all:
            usual = counts.all[run] / everything
            told += math.log((of[run] + _PRIOR * usual) / (size + _PRIOR) / usual)
    return math.exp(_EACH * told)


@cache
def _counts() -> _Counts:
    of: dict[str, Counter[str]] = {}
    everything: Counter[str] = Counter()
    for name, code in sorted({(each.name, each.code) for offices in people().values() for each in offices}):
        if code in states():
            runs = set(_runs(name))
            of.setdefault(code, Counter()).update(runs)
            everything.update(runs)
    return _Counts(of, everything, {code: counted.total() for code, counted in of.items()})


def _runs(name: str) -> Iterator[str]:
    """The runs of letters of a name's words, their beginnings and ends marked, and the words."""
    for word in bare(name).lower().split():
        if len(word) < 2 or word.endswith("."):
            continue
        marked = f"^{word}$"
        for length in _LENGTHS:
            yield from (marked[at : at + length] for at in range(len(marked) - length + 1))
        if len(word) > 3:
            yield marked
