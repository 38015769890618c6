"""Where a series of counts changes its level.

Binary segmentation (Scott and Knott 1974) with the likelihood ratio of a Poisson process that changes its rate once,
and the Bayesian information criterion (Schwarz 1978) as the price of a change: its rate and its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

#: Parameters that a change adds: another rate, and where it begins.
_PARAMETERS = 2


def changes_in(counts: Sequence[int]) -> tuple[tuple[int, float], ...]:
    """The places at which a series of counts begins to run at another level, in order, and the gain of each."""
    return tuple(sorted(_split(counts, 0)))


def _split(counts: Sequence[int], offset: int) -> Iterator[tuple[int, float]]:
    whole = _likelihood(sum(counts), len(counts))
    best, gain, passed = 0, 0.0, 0
    total = sum(counts)
    for place in range(1, len(counts)):
        passed += counts[place - 1]
        parts = _likelihood(passed, place) + _likelihood(total - passed, len(counts) - place)
        better = parts - whole - _PARAMETERS / 2 * log(len(counts))
        if better > gain + 1e-12:
            best, gain = place, better
    if best:
        yield from _split(counts[:best], offset)
        yield offset + best, gain
        yield from _split(counts[best:], offset + best)


def _likelihood(total: int, periods: int) -> float:
    """The log likelihood of a Poisson process at its best rate, without what is the same for all rates."""
    return total * log(total / periods) - total if total else 0.0
