"""The state that a text speaks of where it names an official without one."""

from __future__ import annotations

import re

from dragoman.codebook.states import states
from dragoman.reading import clauses
from dragoman.reading.naming import origins
from dragoman.reading.naming.gazetteer import Name
from dragoman.reading.naming.memory import Memory

#: Of several states that an official may be of, one must be this much of all that speaks for any.
CLEAR = 0.45
#: What speaks for a state that was not spoken of, and how much of it the one that the name sounds most like.
_ELSEWHERE = 0.05
_SOUNDING = 0.02
#: What a minister is for, before the title: "Public Works".
_FOR = re.compile(r"(?:[A-ZÀ-Þ][\w-]+ (?:and )?)*$")
#: How much more speaks for the state that opens the sentence, if its official tells it.
_TELLING = 30.0
#: How much having been spoken of counts against the name.
_SPOKEN = 0.75
#: The same of a body that has no name.
_CLEARLY = 0.4
_AT_HOME = 2.0
#: The same of a state that publishes itself.
_ISSUED = 5.0
_SUBJECT = 0.3
_KNOWN = 2.0
_PLACE = 3.0
#: The same of a state of which alone the sentence before spoke, if an official opens this one.
_GOING_ON = 10.0
#: The publisher's state counts as if it had been spoken of half a time.
HOME = 0.5
#: "In Oslo, the minister", "Oslo. The minister": where it is told from.
_TOLD_FROM = re.compile(r"In |\W*")
_AFTER_IN = re.compile(r",? ")
_AFTER_HEAD = re.compile(r"[.:*–—-]{1,3} ")
#: "The minister said in Oslo".
_SAID_IN = re.compile(
    r"[^,;.]{0,40}?\b(?:said|says|told|announced|added|warned|confirmed|wrote|declared)\b[^,;.\"”]{0,40}? in $"
)
#: What a state does with its own officials.
_OWN = re.compile(r"\b(?:sen[dt]s?|named|appointed|dismissed|replaced|elected|sacked|recalled|under|by its|its)\b")
#: "Told his Peruvian counterpart".
_HIS = re.compile(r"\b(?:his|her) (?:new |then )?$")
_COUNTERPART = re.compile(r" (?:[a-z-]+ )?(?:counterpart|colleague|host|hosts|guest|opposite number)\b")
#: What an official does to another state, and how he gets there.
_DONE_TO = re.compile(
    r",? (?:[a-z]+ly |has |had |will |then |is |was )*(?:"
    r"(?:thank|accus|warn|urg|blam|condemn|visit|host|rebuk|threaten)(?:s|e|es|ed|ing)?"
    r"|(?:flew|flies|fly|flying|travel\w*|goes|went|came|arriv\w+|due|land\w+|paid a visit|on a visit)"
    r"(?: [a-z]+){0,3} (?:to|in|from|for|at))(?: the)? $"
)
_HE = re.compile(r"(?:He|She)\b")
#: What opens the sentence before the state of which an official speaks, and through whom a state speaks.
_OPENING = re.compile(r"\W*(?:the |no |an? )?", re.IGNORECASE)
_THROUGH = re.compile(r", (?:through|via|represented by|in the person of)(?: its| the)? (?:[A-ZÀ-Þ][\w-]+ (?:and )?)*$")
_QUOTES = '"“'
#: Kinds of names that name a state.
_OF_STATES = ("state", "capital", "seat", "adjective")
_WORD = re.compile(r"[^\W\d_][\w-]+")


def official(text: str, names: list[Name], place: tuple[int, int, int], memory: Memory) -> str | None:
    """The state of a named official, if one is clearly likelier than others: by where he speaks, how much states were
    spoken of and what his name sounds like. `place` is where the title begins, the name begins and ends.
    """
    start, middle, end = place
    portfolio = _FOR.search(text, 0, start)
    start = start if portfolio is None else portfolio.start()
    near = _of_theirs(names, start, middle) or _told_from(text, names, start) or _said_in(text, names, end)
    near = near or _acting(text, names, start)
    if near is not None:
        return near
    unfit = memory.held_by_others(text[start : middle - 1], text[middle:end])
    unfit |= _others(text, names, end)
    if not clauses.opens(text, start):
        unfit |= _subject(text, names, start, memory)
    opening = _opening(text, names, start, end)
    going_on = memory.alone if start == 0 and not memory.issued else None
    speaks = {
        code: spoken**_SPOKEN
        * origins.likelihood(text[middle:end], code)
        * (_TELLING if code == opening else _GOING_ON if code == going_on else 1.0)
        for code, spoken in _spoken(names, start, memory).items()
        if code not in unfit
    }
    found = max(speaks, key=lambda code: speaks[code], default=None)
    all_else = _ELSEWHERE + sum(speaks.values())
    if found is None or speaks[found] < CLEAR * all_else:
        return None
    return found if speaks[found] >= CLEAR * (all_else + _SOUNDING * origins.greatest(text[middle:end])) else None


def body(memory: Memory, subject: str | None, known: str | None, *, blamed: bool = False) -> str | None:
    """The state of "the army", if one is clearly likelier than others: of those spoken of the publisher's, that of the
    latest subject, and the one of which such a body was spoken of before count for more than once. What is `blamed` by
    its name, "the regime", is none of a state that publishes itself.
    """
    speaks = {code: memory.weight(code) for code in memory.last_states if code in states()}
    if blamed and memory.issued:
        speaks.pop(memory.home or "", None)
    elif memory.home is not None and (memory.issued or memory.home in speaks or not speaks):
        speaks[memory.home] = speaks.get(memory.home, 0.0) + (_ISSUED if memory.issued else _AT_HOME)
    for code, more in ((subject, _SUBJECT), (known, _KNOWN), (memory.place, _PLACE)):
        if code is not None:
            speaks[code] = speaks.get(code, 0.0) + more
    found = max(speaks, key=lambda code: speaks[code], default=None)
    return found if found is not None and speaks[found] >= _CLEARLY * sum(speaks.values()) else None


def _spoken(names: list[Name], start: int, memory: Memory) -> dict[str, float]:
    """How much each state has been spoken of up to a place, the names of its sentence included."""
    found = {code: memory.weight(code) for code in memory.last_states if code in states()}
    if memory.home is not None:
        found[memory.home] = found.get(memory.home, 0.0) + (_ISSUED if memory.issued else HOME)
    if memory.place is not None:
        found[memory.place] = found.get(memory.place, 0.0) + _PLACE
    for name in names:
        code = name.sense.code
        if name.end <= start and name.sense.kind in _OF_STATES and code in states():
            found[code] = found.get(code, 0.0) + 1
    return found


def _of_theirs(names: list[Name], start: int, end: int) -> str | None:
    """The state whose adjective or name stands among what a minister is for."""
    kinds = ("adjective", "state")
    return next((each.sense.code for each in names if start <= each.start < end and each.sense.kind in kinds), None)


def _told_from(text: str, names: list[Name], start: int) -> str | None:
    """The state of the capital that opens the sentence as a place, right before an official."""
    first = next((name for name in names if name.end <= start), None)
    if first is None or first.sense.kind != "capital" or not _TOLD_FROM.fullmatch(text, 0, first.start):
        return None
    after = _AFTER_IN if text.startswith("In ") else _AFTER_HEAD
    return first.sense.code if after.fullmatch(text, first.end, start) else None


def _said_in(text: str, names: list[Name], end: int) -> str | None:
    """The state of the capital in which an official speaks."""
    place = next((name for name in names if name.start >= end and name.sense.kind == "capital"), None)
    return place.sense.code if place is not None and _SAID_IN.fullmatch(text, end, place.start) else None


def _acting(text: str, names: list[Name], start: int) -> str | None:
    """The state that acts through an official: "Peru, through Foreign Minister N, rejected"."""
    before = next((name for name in reversed(names) if name.end <= start and name.sense.kind in _OF_STATES), None)
    return before.sense.code if before is not None and _THROUGH.fullmatch(text, before.end, start) else None


def _opening(text: str, names: list[Name], start: int, end: int) -> str | None:
    """The state that opens a sentence that an official behind it tells: "Peru will pay, Foreign Minister N said"."""
    first = names[0] if names and names[0].end <= start else None
    if first is None or first.sense.kind not in _OF_STATES or not _OPENING.fullmatch(text, 0, first.start):
        return None
    tells = text.endswith(", ", 0, start) and clauses.speaks(text, end)
    return first.sense.code if tells and not any(mark in text[:start] for mark in _QUOTES) else None


def _others(text: str, names: list[Name], end: int) -> set[str]:
    """The states behind an official that are not his: which he thanks or visits, and those of his counterparts."""
    found = set()
    for name in names:
        if name.start >= end and (
            (name.sense.kind == "adjective" and _COUNTERPART.match(text, name.end) and _HIS.search(text, 0, name.start))
            or (name.sense.kind in ("state", "capital") and _DONE_TO.fullmatch(text, end, name.start))
        ):
            found.add(name.sense.code)
    return found


def _subject(text: str, names: list[Name], start: int, memory: Memory) -> set[str]:
    """The state of the subject of the clause in which somebody stands who is not its own."""
    opening = [name for name in names if name.end <= start and clauses.opens(text, name.start)]
    if opening:
        return set() if _OWN.search(text, opening[-1].end, start) else {opening[-1].sense.code}
    first = _WORD.match(text)
    person = memory.person(first.group()) if first else None
    if person is None and _HE.match(text):
        person = next((each.bearer for each in reversed(memory.heard) if each.person), None)
    return set() if person is None else {person.code}
