"""Of which state somebody's name may be, going by the names of the officeholders whom the codebook knows."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.codebook.people import people
from dragoman.codebook.states import states
from dragoman.reading.naming.bearers import bare

#: Lengths of the runs of letters that are counted, and the weight of what is true of all states against one.
_LENGTHS = (3, 4)
_PRIOR = 100.0
#: Runs of letters in one name are told twice and thrice, so that each counts for less than by itself.
_EACH = 0.1


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many officeholders have a run of letters in their names: by state, by run, and of all."""

    of: dict[str, Counter[str]]
    having: dict[str, dict[str, int]]
    all: Counter[str]
    sizes: dict[str, int]
    size: int


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


@lru_cache(maxsize=512)
def greatest(name: str) -> float:
    """How much likelier a name is in the state where it is likeliest than in any."""
    counts = _counts()
    runs = [run for run in set(_runs(name)) if run in counts.all]
    # A state that has none of the runs has the same against it for each of them.
    told = {code: len(runs) * math.log(_PRIOR / (size + _PRIOR)) for code, size in counts.sizes.items()}
    for run in runs:
        usual = _PRIOR * counts.all[run] / counts.size
        for code, number in counts.having[run].items():
            told[code] += math.log1p(number / usual)
    return math.exp(_EACH * max(told.values()))


@cache
def _counts() -> _Counts:
    of: dict[str, Counter[str]] = {}
    everything: Counter[str] = Counter()
    for name, code in sorted({(each.name, each.code) for offices in people().values() for each in offices}):
        if code in states():
            runs = set(_runs(name))
            of.setdefault(code, Counter()).update(runs)
            everything.update(runs)
    having: dict[str, dict[str, int]] = {}
    for code, counted in of.items():
        for run, number in counted.items():
            having.setdefault(run, {})[code] = number
    return _Counts(of, having, everything, {code: counted.total() for code, counted in of.items()}, everything.total())


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
