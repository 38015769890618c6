"""Which states are neighbours, and on which side, from `borders.csv`."""

from __future__ import annotations

from functools import cache

from dragoman.codebook.rows import rows

#: What lies on one side of a border has its neighbour on the other.
_OPPOSITE = str.maketrans("NESW", "SWNE")


@cache
def neighbours() -> dict[str, dict[str, str]]:
    """For each state its neighbours by land and narrow sea, with the side they lie on: letters of N, E, S and W."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("borders.csv"):
        one, other, lies = row["one"], row["other"], row["lies"]
        found.setdefault(one, {})[other] = lies
        found.setdefault(other, {})[one] = lies.translate(_OPPOSITE)
    return found


@cache
def by_land() -> frozenset[frozenset[str]]:
    """The pairs of states with a border on land."""
    return frozenset(frozenset((row["one"], row["other"])) for row in rows("borders.csv") if row["by"] == "land")
