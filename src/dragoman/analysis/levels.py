"""Where a series of counts changes its level.

Binary segmentation (Scott and Knott 1974) with the likelihood ratio of a Poisson process that changes its rate once,
and the Bayesian information criterion (Schwarz 1978) as the price of a change: its rate and its place. Events come in
bursts, more uneven than Poisson: the ratio is divided by their dispersion (quasi-likelihood, McCullagh and Nelder
1989), which is estimated from the differences of neighbours, for these a change of level hardly touches (von Neumann
1941).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log

#: Periods that a level lasts at least: what changes and changes back at once is an outlier.
SHORTEST = 3


def changes_in(counts: Sequence[int]) -> tuple[tuple[int, float], ...]:
    """The places at which a series of counts begins to run at another level, in order, and the gain of each.

    The gain is how much the log likelihood, divided by the dispersion, is better for it than the price.
    """
    if len(counts) < 2 * SHORTEST:
        return ()
    return tuple(sorted(_split(counts, 0, _dispersion(counts), log(len(counts)))))


def _split(counts: Sequence[int], offset: int, dispersion: float, price: float) -> Iterator[tuple[int, float]]:
    total, whole = sum(counts), _likelihood(sum(counts), len(counts))
    best, gain, passed = 0, 0.0, sum(counts[: SHORTEST - 1])
    for place in range(SHORTEST, len(counts) - SHORTEST + 1):
        passed += counts[place - 1]
        parts = _likelihood(passed, place) + _likelihood(total - passed, len(counts) - place)
        better = (parts - whole) / dispersion - price
        # A burst at the very end makes the periods before it look like the beginning of a level.
        if better > gain + 1e-12 and _begins(counts, place, passed):
            best, gain = place, better
    if best:
        yield from _split(counts[:best], offset, dispersion, price)
        yield offset + best, gain
        yield from _split(counts[best:], offset + best, dispersion, price)


def _begins(counts: Sequence[int], place: int, passed: int) -> bool:
    """Whether the counts go the way of the change where it is said to be: from the period before to that one."""
    before, after = passed / place, (sum(counts) - passed) / (len(counts) - place)
    return (counts[place] - counts[place - 1]) * (after - before) > 0


def _dispersion(counts: Sequence[int]) -> float:
    """The variance of the counts in relation to their mean, at least that of a Poisson process."""
    mean = sum(counts) / len(counts)
    squares = sum((after - before) ** 2 for before, after in pairwise(counts))
    return max(squares / (2 * (len(counts) - 1)) / mean, 1.0) if mean else 1.0


def _likelihood(total: int, periods: int) -> float:
    """The log likelihood of a Poisson process at its best rate, without what is the same for all rates."""
    return total * log(total / periods) - total if total else 0.0
