"""Which of two numbers of a change holds: the one behind "to", be it "from 5 to 3 tonnes" or "to 5 tonnes from 3"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.codebook.units import CHANGES, RANGES, UNITS
from dragoman.records import Quantity

#: How far before the numbers a word of change may stand.
_NEAR = 100
_CHANGE = re.compile(rf"\b(?:{CHANGES})\b(?!.*[.;:!?]\s)|\b(?:up|down)\s+$", re.IGNORECASE | re.DOTALL)
_RANGE = re.compile(rf"\b(?:{RANGES})\s+$", re.IGNORECASE)
_FROM = re.compile(r"\b(?P<way>(?:up|down)\s+)?from\s+$", re.IGNORECASE)
_TO = re.compile(r"\bto\s+$", re.IGNORECASE)
_LONGEST_LEAD = 10
#: What may stand between the two numbers: nothing that ends the clause.
_BETWEEN = re.compile(r"[^.;:!?]{0,60}")
_THEN = re.compile(r"\b(?:1[5-9]|20)\d\d\b|\b(?:last|previous|this) (?:year|month|quarter)\b", re.IGNORECASE)


#: A time right behind a number, or behind what it is an amount of.
_DATED = re.compile(
    r"(?: of [^,;.:()]{2,60}?)?,? (?:in|during|over)(?: the)? (?:[A-Z][a-z]+ )?(?:1[5-9]|20)\d\d\b"
    r"| (?:an?|\w+) (?:week|month|quarter|year|decade)s? (?:earlier|ago|before)\b"
)

#: What stands before a time with which what is told is compared; behind a share "on" is of a day as well.
_COMPARED = re.compile(
    r"\b(?:(?P<share>(?:(?:percent|per cent|points?|half|third|quarter)|\d%) (?:\w+ )?(?:on|from|over|against))"
    r"|(?:more|less|fewer|higher|lower|greater|smaller|up|down) than|compared (?:with|to)|versus)"
    r"(?: in| that of)?(?: the)? $",
    re.IGNORECASE,
)
_TIMES_BEFORE = ("later", "beside", "relative", "ago")


def is_dated(text: str, end: int) -> bool:
    """Whether the words behind a number that ends there say when it was so."""
    return _DATED.match(text, end) is not None


def is_compared(text: str, start: int, kind: str) -> bool:
    """Whether a time of a kind is only that with which something is compared: "down 12 percent on last year"."""
    match = _COMPARED.search(text, max(0, start - _NEAR), start)
    return match is not None and (match["share"] is None or kind in _TIMES_BEFORE)


def are_told(text: str, at: int) -> bool:
    """Whether the words before a place say that something rose or fell, and not that it lies within a range."""
    first = max(0, at - _NEAR)
    return _RANGE.search(text, first, at) is None and _CHANGE.search(text, first, at) is not None


def replaced(text: str, found: Sequence[Quantity], offset: int) -> dict[int, int]:
    """Of quantities in their order, the numbers of those that held before, each with that of what holds now."""
    if len(found) < 2 or "from " not in text:
        return {}
    return dict(_replaced(text, found, offset))


def _replaced(text: str, found: Sequence[Quantity], offset: int) -> Iterator[tuple[int, int]]:
    for number, (one, other) in enumerate(pairwise(found)):
        between = text[one.mention.end - offset : other.mention.start - offset]
        if _BETWEEN.fullmatch(between) is None:
            continue
        if _replaces(text, (one, other), offset):
            yield number, number + 1
        elif _is_replaced(text, (one, other), offset):
            yield number + 1, number


def _replaces(text: str, pair: tuple[Quantity, Quantity], offset: int) -> bool:
    """Whether the second of two quantities holds in place of the first: "from A to B"."""
    one, other = pair
    between = text[one.mention.end - offset : other.mention.start - offset]
    if _TO.search(between) is None or _from(text, one, offset) is None or not _may_replace(other, one):
        return False
    return are_told(text, one.mention.start - offset) or _THEN.search(between) is not None


def _is_replaced(text: str, pair: tuple[Quantity, Quantity], offset: int) -> bool:
    """Whether the first of two quantities holds in place of the second: "to A from B", "A, up from B"."""
    one, other = pair
    lead = _from(text, other, offset)
    if lead is None or not _may_replace(one, other):
        return False
    start = one.mention.start - offset
    is_reached = _TO.search(text, max(0, start - _LONGEST_LEAD), start) is not None
    return lead["way"] is not None or (is_reached and are_told(text, start))


def _from(text: str, quantity: Quantity, offset: int) -> re.Match[str] | None:
    """The "from" that stands right before a number, or begins the words of its quantity."""
    place = quantity.mention.start - offset
    if quantity.mention.text[:5].lower() == "from ":
        place += len("from ")
    return _FROM.search(text, max(0, place - _LONGEST_LEAD), place)


def _may_replace(now: Quantity, before: Quantity) -> bool:
    """Whether two quantities measure alike, or count the same; what, the one before may leave unsaid."""
    if before.unit == "item" and before.counted is None:
        return True
    if now.unit == before.unit:
        return now.counted == before.counted
    return _measured(now) == _measured(before) != "count"


def _measured(quantity: Quantity) -> str:
    """What kind of thing is measured, be it once or a day."""
    return UNITS[quantity.unit].kind.removesuffix("_rate")
