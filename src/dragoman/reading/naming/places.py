"""Where a capital is named as a place and stands for nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dragoman.reading.naming.gazetteer import Name
from dragoman.reading.times.expressions import MONTHS

_MONTH = rf"(?i:{'|'.join(MONTHS)})\b\.?"
_WORD = rf"(?!{_MONTH} \d)[A-ZÀ-ÖØ-ÞŁŞŠŽĆČĐİĞ][\w'.-]*"
_TOWN = rf"{_WORD}(?: (?:{_WORD}|de|la|del|do|da|of|au|es|el|al)){{0,4}}"
_TOWNS = rf"{_TOWN}(?:(?:/|, | \| ){_TOWN}){{0,3}}"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})(?:,? \d{{4}})?|\d{{4}}"
_AGENCY = r" \([^()]{2,60}\)"
#: "KYIV, 3 May (Agency) -", "(Vilnius) 3 May 2023 -", "3 May 2023, Nairobi -" and the like at the head of a text.
_DATELINE = re.compile(
    rf"(?P<head>[(\[]?{_TOWNS}[)\]]?(?:(?:,| -|\.| \||) (?:{_WORD},? )?\(?(?:{_DAY})\)?)?(?:{_AGENCY})?"
    rf"(?:(?:,| [-–—]|) (?:{_DAY}))?[)\]]?|(?P<first>{_DAY})(?:,| -| \|) {_TOWNS}(?:{_AGENCY})?)"
    r"(?P<stop> ?\.?(?:--?|[–—]) | ?[:|] |\.(?: |$)|(?<=[)\]]) |$)"
)
#: A day of a month, which shows that a place before a full stop is no sentence.
_DATED = re.compile(rf"{_MONTH} \d|\d {_MONTH}")
_LONGEST = 120
#: Of which a date line has one, unless it is but the name of a town; looking for these first is faster.
_SIGNS, _SHORT = re.compile(r"[\d(\[–—:|/]|--? "), 60
_PLACED = ("capital", "state", "seat", "adjective")
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
#: What is called after the town where it was signed or is held: "the Ottawa convention", "the 1963 Vienna Convention".
_TEXTS = (
    "conventions?|accords?|agreements?|protocols?|statute|treaty|declaration|memorandum|charter|principles|process"
    "|format|peace (?:accord|agreement|process|talks)|round|talks|summit|conference|meeting|negotiations"
)
_CALLED = re.compile(rf" (?:{_TEXTS})\b(?![-’'])", re.IGNORECASE)
_THE = re.compile(r"(?:^|[ “\"(])(?i:the|this|that|an?|its|\d{4}) $")


def is_mere(text: str, name: Name, names: Sequence[Name]) -> bool:
    """Whether a capital is where something happens between others, where somebody speaks, or a place is a date line's.

    A capital in which one party alone meets somebody still stands for its state, which is whom it meets there.
    """
    if name.end < _LONGEST and name.sense.kind in _PLACED and name.end <= dateline(text, names):
        return True
    if name.sense.kind != "capital":
        return False
    before = text[max(0, name.start - _BEFORE) : name.start]
    if text[name.end : name.end + 1] == " " and _THE.search(before) and _CALLED.match(text, name.end):
        return True
    if not before.endswith((" in ", " at ", " from ")):
        return False
    if _SPEAKING.search(before) or _is_seated(name, names):
        return True
    return _MEETING.search(before) is not None and len(_others(name, names)) > 1


def is_of_others(text: str, start: int) -> bool:
    """Whether a town whose name begins there is but where others meet, or where somebody speaks."""
    before = text[max(0, start - _BEFORE) : start]
    return _SPEAKING.search(before) is not None or _MEETING.search(before) is not None


def dateline(text: str, names: Sequence[Name]) -> int:
    """Where the date line ends with which a text begins, 0 if with none: "LIMA, Peru (AP) -", "Lima, 3 May 2023."."""
    line = _line(text) if names else None
    if line is None or (len(text) > _LONGEST and line.end() == _LONGEST):
        return 0
    head, stop = line["head"], line["stop"].strip()
    opens = names[0].start <= 1
    # Only a town heads a text: "Peru - Chile" is none; behind a day and a colon a chronology goes on.
    if (opens and names[0].sense.kind != "capital") or (stop == ":" and line["first"]):
        return 0
    is_dated = _DATED.search(head) is not None
    if stop in (".", ""):
        is_line = is_dated and (stop != "" or line.end() == len(text) or text[0] in "([")
        return line.end() if is_line or (opens and names[0].end >= line.end() - 1 == len(text) - 1) else 0
    if is_dated or "(" in head or (head.split(",")[0].isupper() and not text.isupper()):
        return line.end()
    # Without a day or an agency it may be a list of those who speak.
    within = {each.sense.code for each in names if each.end <= line.end()}
    return line.end() if opens and ":" not in stop and (len(within) == 1 or "/" in head) else 0


@lru_cache(8)
def _line(text: str) -> re.Match[str] | None:
    """The date line with which a text may begin; the same is asked for each name in it."""
    may = _SIGNS.search(text, 0, _LONGEST) is not None or len(text) < _SHORT
    return _DATELINE.match(text, 0, _LONGEST) if may else None


def begins_with_day(text: str) -> bool:
    """Whether a text begins with a date line that begins with its day: "3 May 2023, Nairobi - Chile signed"."""
    line = _line(text) if text[:1].isalnum() else None
    return line is not None and line["first"] is not None and line["stop"].strip() not in ("", ".", ":")


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
