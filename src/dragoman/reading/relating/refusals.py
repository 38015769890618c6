"""Words that tell of something that it will not come: "will not supply gas before May"."""

from __future__ import annotations

import re

from dragoman.codebook import cues

#: "Said it would not" tells of what was ahead; what somebody "would not" do may be long past.
_SAID = "|".join((*cues.past("speaking"), *cues.past("binding"), "that"))
_NEVER = re.compile(
    rf"\b(?:{_SAID}) (?:the )?[\w'’-]+(?: [\w'’-]+)? would (?:not|never)\b|"
    r"\b(?:(?:will|shall) (?:[a-z]+ly |also )?(?:not|never)|won['’]t"
    r"|unlikely to|not (?:likely|expected|going|due) to)\b"
)
#: What a text must hold for them to be in it; looking for these first is faster.
_SOME = (" not ", "never", "won", "unlikely")
_STOP = re.compile(r"[.,;:“”\"]")
#: Characters over which such words reach.
_REACH = 100


def before(text: str, start: int) -> int | None:
    """Where such words end if what stands at a place is told by them not to come, or is one of them."""
    if not any(word in text for word in _SOME):
        return None
    ends = (each.end() for each in _NEVER.finditer(text) if each.start() <= start)
    return next((end for end in ends if reach(text, end, start)), None)


def reach(text: str, end: int, start: int) -> bool:
    """Whether such words, which end there, are of what stands at a place: no stop is in between."""
    return start - end < _REACH and _STOP.search(text, end, max(start, end)) is None
