"""Numbers that are only known to lie between two bounds, and what follows for their sums: interval arithmetic.

Sums, differences and narrowing follow Moore, Kearfott and Cloud, *Introduction to Interval Analysis* (2009); nothing is
averaged and no point is picked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import fsum

from dragoman.errors import InvalidValue

#: More shares than this are not tried out in all combinations.
_TRIED = 12
#: Narrowing that moves no bound by more than this has come to its end.
_SETTLED = 1e-9


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, both included; raises `InvalidValue` if they are the wrong way round."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise InvalidValue(f"A range cannot reach from {self.low} to {self.high}; give the lower bound first.")

    def __add__(self, other: Range) -> Range:
        return Range(self.low + other.low, self.high + other.high)

    def within(self, low: float, high: float) -> Range:
        """The range with its bounds moved between two others."""
        return Range(min(max(self.low, low), high), max(min(self.high, high), low))

    def over(self, other: Range) -> Range:
        """The least range that holds both."""
        return Range(min(self.low, other.low), max(self.high, other.high))


Sets = Mapping[frozenset[str], Range]


def narrowed(stated: Sets, whole: float = 100.0) -> dict[str, Range] | None:
    """What each member can have, given what sets of members have together and that all have the whole at most.

    Sound and not always the narrowest (bounds propagation). `None` if no numbers fit.
    """
    members = sorted({member for each in stated for member in each})
    known = {**stated, frozenset(members): Range(0.0, whole)} if frozenset(members) not in stated else dict(stated)
    found = dict.fromkeys(members, (0.0, whole))
    for _ in range(1000):
        before = dict(found)
        for each, together in known.items():
            for member in each:
                others = [found[other] for other in each if other != member]
                low, high = found[member]
                low = max(low, together.low - fsum(bound for _, bound in others))
                high = min(high, together.high - fsum(bound for bound, _ in others))
                if low > high + _SETTLED:
                    return None
                found[member] = (min(low, high), high)
        if all(abs(a - b) <= _SETTLED for key in found for a, b in zip(found[key], before[key], strict=True)):
            break
    return {member: Range(*map(_tidy, bounds)) for member, bounds in found.items()}


def total(stated: Sets, each: Mapping[str, Range], whole: float = 100.0) -> Range:
    """What all members have together, given what sets of them have and what each can have."""
    low = fsum(one.low for one in each.values())
    high = fsum(one.high for one in each.values())
    for members, together in stated.items():
        rest = [one for member, one in each.items() if member not in members]
        low = max(low, together.low + fsum(one.low for one in rest))
        high = min(high, together.high + fsum(one.high for one in rest))
    return Range(_tidy(min(low, whole)), _tidy(max(min(high, whole), min(low, whole))))


def concentration(shares: Iterable[Range], rest: Range) -> Range:
    """The bounds of the Herfindahl–Hirschman index, 0-1, of shares in per cent.

    What the rest is made of is unknown: at best of endlessly many, at worst of one.
    """
    listed = [*shares]
    least = fsum((one.low / 100) ** 2 for one in listed)
    bounds = [*listed, rest]
    # No index is over its greatest share.
    corners = _corners(bounds) if len(bounds) <= _TRIED else [max(one.high for one in bounds) / 100]
    most = max(corners, default=1.0)
    return Range(_tidy(least), _tidy(max(least, min(most, 1.0))))


def _corners(bounds: Sequence[Range]) -> Iterable[float]:
    """The index where it can be greatest: all shares but one at a bound, the whole given out (it is convex)."""
    for free, one in enumerate(bounds):
        others = [*bounds[:free], *bounds[free + 1 :]]
        for chosen in product(*((each.low, each.high) for each in others)):
            left = 100 - fsum(chosen)
            if one.low - _SETTLED <= left <= one.high + _SETTLED:
                yield fsum((value / 100) ** 2 for value in (*chosen, left))


def _tidy(value: float) -> float:
    """Without the dust of floating point."""
    return round(value, 9) + 0.0
