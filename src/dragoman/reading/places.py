"""Where a capital is named as a place and stands for nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.reading.gazetteer import Name

#: "KYIV, 3 May (Agency) -" and the like at the head of a text.
_TOWN = r"[^\W\d_][\w'. ]{2,25}"
_DAY = r"(?:\w{3,9}\.? \d{1,2}|\d{1,2} \w{3,9}\.?)(?:,? \d{4})?"
_DATELINE = re.compile(rf"{_TOWN}(?:/{_TOWN})?(?:, {_TOWN})?(?:, {_DAY})?(?: \([\w' /-]{{2,30}}\))? ?(?:--?|[–—]) ")
#: What goes on in a place whoever it belongs to: others meet there, or somebody speaks.
_MEETING = re.compile(
    r"(?:met|meets?|meeting|talks|signed|signing|ceremony|summit|conference|congress|forum|gather(?:ed|ing)|session"
    r"|convened|negotiat(?:ed|ions|ing)|held|hosted|agreed|initialled|concluded|round)(?:,? [\w'-]+){0,4} (?:in|at) $",
    re.IGNORECASE,
)
_SPEAKING = re.compile(
    r"(?:(?:told|tell|spoke to|speaking to|briefed) (?:reporters|journalists|the press|a news conference)|reporters"
    r"|said|speaking|spoke|interview(?:ed)?|resigned|born|studied|lives?|lived|exiled?|detained|arrested|died|elected|speech"
    r"|address)(?:,? [\w'-]+){0,3} (?:in|at|from) $",
    re.IGNORECASE,
)
_BEFORE = 70


def is_mere(text: str, name: Name, names: Sequence[Name]) -> bool:
    """Whether a capital is where something happens between others, where somebody speaks, or a dateline's.

    A capital in which one party alone meets somebody still stands for its state, which is whom it meets there.
    """
    if name.sense.kind != "capital":
        return False
    if name.start == 0 and (dateline := _DATELINE.match(text)) is not None:
        return dateline.end() > name.end
    before = text[max(0, name.start - _BEFORE) : name.start]
    if not before.endswith((" in ", " at ", " from ")):
        return False
    if _SPEAKING.search(before) or _is_seated(name, names):
        return True
    return _MEETING.search(before) is not None and len(_others(name, names)) > 1


def _is_seated(name: Name, names: Sequence[Name]) -> bool:
    """Whether an organisation's name stands right before: "the African Union in Addis Ababa"."""
    return any(each.end == name.start - len(" in ") and each.sense.kind == "organisation" for each in names)


def _others(name: Name, names: Sequence[Name]) -> set[str]:
    """The codes of the other parties named in the sentence, none if the capital's own state is among them."""
    codes = {
        each.sense.code
        for each in names
        if each is not name and each.sense.kind not in ("publisher", "institute", "none")
    }
    return set() if name.sense.code in codes else codes
