"""Lands and inland seas in rough strokes, from `coasts.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from dragoman.codebook.rows import listed, rows


@dataclass(frozen=True, slots=True)
class Coast:
    """The coast of a land, or of a sea within one: a ring of points in degrees north and east, in order."""

    kind: Literal["land", "water"]
    name: str
    points: tuple[tuple[float, float], ...]


@cache
def coasts() -> tuple[Coast, ...]:
    """All coasts; seas come after the lands that they lie in."""
    found = [
        Coast(cast(Literal["land", "water"], row["kind"]), row["name"], tuple(map(_point, listed(row["coast"]))))
        for row in rows("coasts.csv")
    ]
    return tuple(sorted(found, key=lambda coast: coast.kind))


def _point(text: str) -> tuple[float, float]:
    latitude, longitude = text.split()
    return float(latitude), float(longitude)
