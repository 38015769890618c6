"""The words that bound a number: "over", "up to", "around", "between"."""

from __future__ import annotations

import re

from dragoman.codebook.units import OVER_VERBS
from dragoman.reading.figures.numerals import either

ABOUT = r"about|around|approximately|roughly|some|nearly|almost|close to|an estimated|estimated|circa|ca\.|c\.|~|just under|just over"
OVER = r"over|more than|at least|above|no less than|not less than|no fewer than|upwards of|in excess of|exceeding|a minimum of|as many as(?= if)|greater than|well over|just over"
UNDER = r"under|less than|fewer than|below|at most|up to|no more than|not more than|a maximum of|just under|as much as|as many as"
#: Before a number; `bound` is the group.
BOUND = rf"(?P<bound>(?:{either(f'{ABOUT}|{OVER}|{UNDER}|between|from')})\s+(?:(?:{ABOUT})\s+)?)?"
#: Before a share, which begins no range.
SHARE_BOUND = rf"(?P<bound>(?:{ABOUT}|{OVER}|{UNDER})\s+)?"

_ABOUT, _OVER, _UNDER = re.compile(rf"(?:{ABOUT})"), re.compile(rf"(?:{OVER})\b"), re.compile(rf"(?:{UNDER})\b")
_ENDS_ABOUT = re.compile(rf"\b(?:{ABOUT})$")
_OF_VERB = re.compile(rf"\b(?:{OVER_VERBS})\s$", re.IGNORECASE)
_LONGEST_VERB = 16


def bound(match: re.Match[str]) -> str:
    """The words before a number that bound it: not the "over" of "handed over 14 tanks"."""
    words: str = match["bound"] or ""
    if words[:5].lower() != "over ":
        return words
    before = _OF_VERB.search(match.string, max(0, match.start() - _LONGEST_VERB), match.start())
    return words[5:].lstrip() if before is not None else words


def bounded(words: str, low: float, high: float) -> tuple[float | None, float | None, bool]:
    """The bounds that words give to a value or a range, and whether they say about."""
    words = " ".join(words.lower().split())
    about = _ABOUT.match(words) is not None or _ENDS_ABOUT.search(words) is not None
    if _OVER.match(words):
        return low, None if low == high else high, about
    if _UNDER.match(words):
        return None if low == high else low, high, about
    return low, high, about
