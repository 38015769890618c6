"""Where the parties of a network are placed, such that ties are short: the same ties give the same places.

Places lie in the square from -1 to 1. Cosines are rounded at once: their last digits differ between machines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import combinations
from math import cos, pi, sin, sqrt
from typing import Final

Point = tuple[float, float]
#: To whom each party is tied.
Tied = Mapping[str, Set[str]]
#: More parties than these on a ring are placed at even heights, so that their names have room.
ROUND: Final = 8
_INNER: Final = 0.5
_GAIN: Final = 1e-6


def facing(one: str, other: str, others: Sequence[str]) -> dict[str, Point]:
    """Two parties left and right, and those they have to do with above and below, between them."""
    places: dict[str, Point] = {one: (-1.0, 0.0), other: (1.0, 0.0)}
    for y, row in ((-1.0, others[::2]), (1.0, others[1::2])):
        for place, party in enumerate(row):
            x = round((2 * place + 1) / len(row) - 1, 4)
            places[party] = (x, y)
    return places


def rings(inner: Sequence[str], outer: Sequence[str], tied: Tied) -> dict[str, Point]:
    """Parties on a ring and others around them; one within others is their centre, as is an inner ring without outer
    ones the outer.
    """
    scale = 1.0 if not outer else 0.0 if len(inner) == 1 else _INNER
    places = {party: (x * scale, y * scale) for party, (x, y) in zip(inner, _ring(len(inner)), strict=True)}
    places.update(zip(outer, _ring(len(outer)), strict=True))
    _settle(places, [*combinations(inner, 2), *combinations(outer, 2)], tied)
    return places


def _ring(count: int) -> list[Point]:
    """A circle from the top on; of many two bowed columns, down the right one and up the left one."""
    if count <= ROUND:
        angles = [2 * pi * place / count - pi / 2 for place in range(count)]
        return [(round(cos(angle), 4), round(sin(angle), 4)) for angle in angles]
    right = (count + 1) // 2
    return [*_column(right, 1), *reversed(_column(count - right, -1))]


def _column(count: int, side: int) -> list[Point]:
    heights = [2 * place / (count - 1) - 1 for place in range(count)]
    return [(round(side * sqrt(1 - 0.8 * y * y), 4), round(y, 4)) for y in heights]


def _settle(places: dict[str, Point], pairs: Sequence[tuple[str, str]], tied: Tied) -> None:
    """Let those of one ring change places as long as that makes the ties shorter."""
    better = True
    while better:
        better = False
        for one, other in pairs:
            before = _length(one, places, tied) + _length(other, places, tied)
            places[one], places[other] = places[other], places[one]
            if _length(one, places, tied) + _length(other, places, tied) < before - _GAIN:
                better = True
            else:
                places[one], places[other] = places[other], places[one]


def _length(party: str, places: Mapping[str, Point], tied: Tied) -> float:
    """How long all ties of a party are together, the nearer first so that a sum does not hang on the order of sets."""
    x, y = places[party]
    others = (places[other] for other in tied.get(party, ()))
    return sum(sorted(sqrt((x - x2) ** 2 + (y - y2) ** 2) for x2, y2 in others))
