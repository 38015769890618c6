"""Shares in words: "two-thirds of", "half of", "one in five"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from dragoman.reading.figures.bounds import SHARE_BOUND, bounded
from dragoman.reading.figures.numerals import COUNTS, PARTS, SCALE, WORD_NUMBER, value
from dragoman.records import Quantity, Span

#: A word that describes what is counted.
DESCRIBING = (
    r"(?!(?:of|in|on|to|at|by|and|or|but|the|an?|for|from|with|per|as|is|are|was|were|has|have|had|its|his|this|that"
    r"|after|before|because|during|if|since|though|until|when|where|which|while|who)\b)"
    r"[^\W\d_][\w’'-]*"
)
#: Not of a time ("the first half of 2023"), nor of one of what is told in thousands ("a quarter of a million").
_FRACTION = re.compile(
    rf"\b{SHARE_BOUND}(?P<fraction>(?:(?P<count>{'|'.join(COUNTS)}|\d)[ -])?(?P<part>{'|'.join(PARTS)})s?)"
    r"(?=\s+(?:of|the|its|their|his|her|our|all|share|stake|part|interest|holding)\b)"
    rf"(?!\s+of\s+(?:an?\s{SCALE}\b|(?:this|last|next|the|that)\s+(?:\w+\s)?(?:year|decade|century)\b|(?:1[5-9]|20)\d\d\b))",
    re.IGNORECASE,
)
#: "One barrel in five", "six out of ten", "nine in ten".
_RATIO = re.compile(
    rf"\b{SHARE_BOUND}(?:(?P<one>one)(?:\s{DESCRIBING})?\s(?:in(?:\severy)?|of\severy)\s"
    rf"|(?P<some>{WORD_NUMBER}|\d\d?)\s(?:out\sof(?:\severy)?|of\severy|in(?=\s(?:ten|10|100)\b))\s)(?P<all>{WORD_NUMBER}|10|100)\b"
    rf"(?!-|\s{SCALE}\b)",
    re.IGNORECASE,
)
#: What a text must hold for either to be in it; looking for these first is faster.
_PART_WORDS = frozenset(word + ending for word in PARTS for ending in ("", "s"))
_OF_ALL = re.compile(rf"\s(?:in|of)(?:\severy)?\s(?:{WORD_NUMBER}|10|100)\b", re.IGNORECASE)
#: What makes a half one of two in turn.
_ORDINAL = re.compile(r"\b(?:first|second|last|latter)\s$", re.IGNORECASE)


def find(text: str, words: Set[str], offset: int) -> Iterator[Quantity]:
    """The shares of a text with these words: as so many of so many, and as parts."""
    if _OF_ALL.search(text) is not None:
        yield from _told(_RATIO, text, offset)
    if not _PART_WORDS.isdisjoint(words):
        yield from _told(_FRACTION, text, offset)


def _told(pattern: re.Pattern[str], text: str, offset: int) -> Iterator[Quantity]:
    for match in pattern.finditer(text):
        share = _ratio(match) if pattern is _RATIO else _fraction(match)
        if 0 < share <= 100:
            low, high, about = bounded(match["bound"] or "", share, share)
            mention = Span(match.start() + offset, match.end() + offset, match.group())
            # A part in words is seldom meant to the decimal.
            yield Quantity(low, high, "percent", mention, approximate=about or pattern is _FRACTION)


def _fraction(match: re.Match[str]) -> float:
    """A part in per cent; one without a count is an ordinal ("the third of"), but for the half, and that by turns."""
    count, part = (match["count"] or "").lower(), match["part"].lower()
    if not count and (part != "half" or _ORDINAL.search(match.string, max(0, match.start() - 8), match.start())):
        return 0.0
    many = int(count) if count.isdigit() else max(COUNTS.index(count), 1) if count else 1
    return round(100 * many / PARTS[part], 1)


def _ratio(match: re.Match[str]) -> float:
    """So many of so many in per cent: at most all of them, and of more than one."""
    some, of = value(match["one"] or match["some"]), value(match["all"])
    return round(100 * some / of, 1) if of > 1 else 0.0
