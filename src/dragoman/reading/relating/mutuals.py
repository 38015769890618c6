"""What several are told to do to each other, so that it holds both ways: "accused each other", "exchanged fire"."""

from __future__ import annotations

import re

#: What two who stand before the verb exchange, so that each does it to the other.
_EXCHANGED = re.compile(
    r"\b(?:trad|exchang|swapp?)(?:e|es|ed|ing) (?:[a-z-]+ ){0,2}(?:accusations?|artillery|attacks|barbs|blame|blows"
    r"|fire|gunfire|insults|missiles?|recriminations|rockets?|rocket fire|shots|shelling|strikes|threats)\b"
)
#: What stands between who does it and "each other", in one clause.
_EACH_OTHER = re.compile(
    r"(?:(?!\b(?:and|but|while|whereas|which|who|that)\b)[^.;:]){0,80}?\b(?:each other|one another)\b"
)
#: What stands between two who do something together.
_JOINT = re.compile(r"(?:, |,? and |,? & |,? as well as )(?:the )?")


def says_each_other(text: str) -> bool:
    """Whether a sentence tells what several do to each other."""
    if "each other" in text or "one another" in text:
        return True
    return ("trad" in text or "xchang" in text or "swap" in text) and _EXCHANGED.search(text) is not None


def together(text: str, first: tuple[int, int], last: tuple[int, int]) -> bool:
    """Whether words at two places, or at one, stand for two who do what is told of them together."""
    return first == last or (first[1] <= last[0] and _JOINT.fullmatch(text, first[1], last[0]) is not None)


def holds_behind(text: str, end: int) -> bool:
    """Whether what those do whose names end at a place is done to each other."""
    if _EACH_OTHER.match(text, end) is not None:
        return True
    exchanged = _EXCHANGED.search(text, end)
    return exchanged is not None and not any(mark in text[end : exchanged.start()] for mark in ".;:,")
