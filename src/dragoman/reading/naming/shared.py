"""Whose body a name means that several states have: "Congress" in a text on Peru."""

from __future__ import annotations

from functools import cache

from dragoman.codebook import ambiguous
from dragoman.codebook.names import label
from dragoman.codebook.organisations import organisations
from dragoman.reading.naming.bearers import Bearer
from dragoman.reading.naming.gazetteer import Name
from dragoman.reading.naming.memory import Memory

#: What speaks for the state whose body is best known by the name; for the publisher's; and for where it is told from.
_USUAL, _HOME, _PLACE = 0.9, 1.0, 3.0
_TELLING = ("state", "capital", "seat", "adjective", "person")


def theirs(name: Name, names: list[Name], memory: Memory) -> Bearer | None:
    """The body of a state that the text speaks of more than of the one whose it usually is; its party, if that is what
    the name means there.
    """
    others = ambiguous.shared().get(name.text)
    if others is None:
        return None
    codes = [name.sense.code, *others]
    speaks = {code: _spoken(code, names, memory) for code in codes}
    speaks[name.sense.code] += _USUAL
    found = max(codes, key=lambda code: speaks[code])
    if found == name.sense.code:
        return None
    if called := others[found]:
        return Bearer(called, found, _sector(called))
    return Bearer(label(found), found, name.sense.sector, name.text)


def _spoken(code: str, names: list[Name], memory: Memory) -> float:
    """How much a state was spoken of up to and in a sentence with these names."""
    here = sum(each.sense.code == code and each.sense.kind in _TELLING for each in names)
    return memory.weight(code) + here + _HOME * (memory.home == code) + _PLACE * (memory.place == code)


@cache
def _sector(called: str) -> str | None:
    return next((each.sector for each in organisations() if each.name == called), None)
