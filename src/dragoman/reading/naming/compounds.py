"""Names that stand for another party than each of them: "the former Portuguese colony", "the Kenya Red Cross"."""

from __future__ import annotations

import re
from functools import cache

from dragoman.codebook import ambiguous
from dragoman.reading.naming.gazetteer import Name, Sense

_KINDS = ("state", "adjective", "people")
#: What somebody else once was, before and behind the name of who ruled it.
_FORMER = ("former ", "Former ", "ex-", "one-time ", "erstwhile ")
_RULED = re.compile(r" (?:colon(?:y|ies)|protectorates?|possessions?|dependenc(?:y|ies)|territor(?:y|ies)|mandates?)\b")
#: Words without which no national society is named.
_SOCIETIES = (" Red Cross", " Red Crescent")


def parties(text: str, names: list[Name]) -> list[Name]:
    """The names that stand for whom they name, with the societies of a state as bodies of it."""
    if names and any(word in text for word in _SOCIETIES):
        names = _with_societies(text, names)
    if not any(_once_ruled(text, each) for each in names):
        return names
    return [each for each in names if not _once_ruled(text, each)]


def _once_ruled(text: str, name: Name) -> bool:
    if name.sense.kind not in _KINDS or not text.endswith(_FORMER, 0, name.start):
        return False
    return _RULED.match(text, name.end) is not None


def _with_societies(text: str, names: list[Name]) -> list[Name]:
    found: list[Name] = []
    for name in names:
        if found and name.start < found[-1].end:
            continue
        society = _national().match(text, name.end) if name.sense.kind in _KINDS else None
        found.append(name if society is None else _society(text, name, society.end()))
    return found


def _society(text: str, name: Name, end: int) -> Name:
    called = text[name.start : end]
    return Name(name.start, end, called, Sense("organisation", name.sense.code, called, "NGO"))


@cache
def _national() -> re.Pattern[str]:
    words = sorted(ambiguous.bodies("national"), key=len, reverse=True)
    return re.compile(rf"(?:'s)? (?:{'|'.join(words)})\b")
