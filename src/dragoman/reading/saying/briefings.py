"""For whom somebody speaks in the transcript of a briefing whose head tells where it was held."""

from __future__ import annotations

import re

from dragoman.codebook.names import label
from dragoman.codebook.states import states
from dragoman.reading.naming.bearers import Bearer
from dragoman.reading.naming.gazetteer import gazetteer

#: What such a transcript is called.
_BRIEFING = re.compile(
    r"(?i)\b(?:press|news|media) (?:conference|briefing|availability|gaggle)|\b(?:daily|regular|weekly|department)"
    r"(?: press)? briefing|\bspokes(?:person|man|woman)['’]s? (?:regular |weekly |daily )?(?:remarks|briefing|press)"
)
#: It is of two then, or of somebody who visits.
_JOINT = re.compile(r"(?i)\b(?:joint|visit|meeting|talks|summit)\b")
#: What is spoken about, and not where.
_ABOUT = re.compile(r"(?i)\b(?:on|about|regarding|concerning|over|with|to|from) (?:the )?(?:situation in )?$")
#: An office by which somebody is called who speaks there: "Spokesperson Hang:".
_OFFICE = re.compile(
    r"(?:[A-Z][a-z]+ )*(?P<role>Spokes(?:person|man|woman)|(?:[A-Z][a-z]+ )?(?:Minister|Secretary)|President|Premier"
    r"|Ambassador|Director[- ]General) (?=[A-ZÀ-Þ])"
)
_LONGEST_HEAD = 400


def host(head: str) -> str | None:
    """The state whose capital is the only place that the head of a transcript names, if that tells of a briefing."""
    if len(head) > _LONGEST_HEAD or _BRIEFING.search(head) is None or _JOINT.search(head) is not None:
        return None
    names = [each for each in gazetteer().find(head) if _ABOUT.search(head, 0, each.start) is None]
    codes = {each.sense.code for each in names if each.sense.kind not in ("publisher", "person")}
    is_capital = any(each.sense.kind == "capital" for each in names)
    code = codes.pop() if len(codes) == 1 and is_capital else None
    return code if code in states() else None


def is_titled(speaker: str) -> bool:
    """Whether somebody is called by an office where he speaks."""
    return _OFFICE.match(speaker) is not None


def official(speaker: str, code: str) -> Bearer:
    """Somebody who answers for a state in such a transcript; who has no title there is its spokesman."""
    titled = _OFFICE.match(speaker)
    name = speaker if titled is None else speaker[titled.end() :]
    return Bearer(name or label(code), code, "GOV", "spokesman" if titled is None else titled["role"].lower())
