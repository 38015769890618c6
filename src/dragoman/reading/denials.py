"""Clauses that tell by whom a report, told before, is denied: "reports that Chad had left were denied by Niamey"."""

from __future__ import annotations

import re
from typing import NamedTuple

from dragoman.codebook import cues

_HEARSAY = (
    r"(?i:accounts?|accusations?|allegations?|assertions?|charges?|claims?|news|reports?|rumou?rs?|speculation|stories"
    r"|suggestions?)"
)
_VERBS = cues.past("denying")
_DENIED = re.compile(
    rf"\b{_HEARSAY} (?:[^,.;]{{1,40}}? )?that (?P<said>[^.;]+?),? (?:was|were|is|are|has been|have been|had been) "
    rf"(?:[a-z]+ly )?(?P<cue>{'|'.join(_VERBS)})"
    r"(?: [^,.;]{1,30}?)? by (?P<by>(?:the |an? |its |their )?[\w.'’&-]+"
    r"(?: (?!(?:on|as|when|while|after|who)\b)[\w.'’&-]+){0,8})"
)


class Denial(NamedTuple):
    """A clause that denies what stands before it, by places in the sentence; its verb is part of what is `said`, for it
    may be that which tells that a thing is not so.
    """

    said: tuple[int, int]
    cue: tuple[int, int]
    source: tuple[int, int]


def find(text: str) -> Denial | None:
    """Who denies a report that a sentence tells, if that is said behind it."""
    if " by " not in text or " that " not in text or not any(verb in text for verb in _VERBS):
        return None
    match = _DENIED.search(text)
    if match is None:
        return None
    start = match.start("by")
    return Denial(
        (match.start("said"), match.end("cue")), match.span("cue"), (start, start + len(match["by"].rstrip(".")))
    )
