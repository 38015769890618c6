"""What a sentence on borders cannot mean: neighbours that are none, and figures and days of something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.codebook.borders import by_land, neighbours
from dragoman.reading.times.expressions import Expression
from dragoman.records import Interval

_DIGIT = re.compile(r"\d")
#: A distance between two, which lie apart.
_LENGTH = r"\d[\d,.]*[ -]?(?:km|kilomet\w+|miles?|nautical|metres?|meters?)\b"
_APART = re.compile(
    rf"{_LENGTH}.{{0,60}}?\b(?:from|off|apart|away|across|between|separat\w+|of)\b"
    rf"|\b(?:distance|separat\w+|apart|between|away|across|nearer|closer)\b.{{0,60}}?{_LENGTH}",
    re.DOTALL,
)
_LAND = re.compile(r"(?:borders?|bordering|frontiers?)\b", re.IGNORECASE)
_SEA = re.compile(
    r"\b(?:maritime|seas?|straits?|gulf|islands?|coasts?|waters?|seabed|shelf|enclaves?|shore\w*)\b", re.I
)
#: What lies along a border or away from it is as long or as far as a figure tells, and not the border.
_OF_LAND = re.compile(
    r"(?: \([^()]{1,40}\)|\))?[ -](?!(?:border|frontier|boundary)\b)(?:[\w-]+ ){0,4}?"
    r"(?:from|along|inside|within|beyond|off|(?:north|south|east|west)\w* of) "
    r"(?:[\w.’'–-]+ ){0,4}?(?:border|frontier|boundary)\b",
    re.IGNORECASE,
)
#: Words that lead the time from which, or until which, a border lies where it does.
_SPANNING = ("since", "from", "until", "till", "up to", "before", "after", "as of")


def are_apart(codes: Sequence[str], trigger: str, sentence: str) -> bool:
    """Whether two states are told to be neighbours that are none on any map, and no distance between them is given.

    A "border" of which nothing says that it runs through a sea is one on land.
    """
    if len(codes) != 2 or not all(each in neighbours() for each in codes):
        return False
    if _DIGIT.search(sentence) is not None and _APART.search(sentence) is not None:
        return False
    if codes[1] not in neighbours()[codes[0]]:
        return True
    is_land = _LAND.match(trigger) is not None and _SEA.search(sentence) is None
    return is_land and frozenset(codes) not in by_land()


def is_of_land(sentence: str, end: int) -> bool:
    """Whether a figure that ends there measures what lies at a border: "five miles from the border"."""
    return _OF_LAND.match(sentence, end) is not None


def is_of_act(expression: Expression, when: Interval) -> bool:
    """Whether a day is that of what was done about a border, which does not lie there for a day."""
    return when.precision == "day" and expression.lead not in _SPANNING
