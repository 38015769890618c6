"""Names that only tell who once ruled somebody: "the former Portuguese colony"."""

from __future__ import annotations

import re

from dragoman.reading.gazetteer import Name

_KINDS = ("state", "adjective", "people")
#: What somebody else once was, before and behind the name of who ruled it.
_FORMER = ("former ", "Former ", "ex-", "one-time ", "erstwhile ")
_RULED = re.compile(r" (?:colon(?:y|ies)|protectorates?|possessions?|dependenc(?:y|ies)|territor(?:y|ies)|mandates?)\b")


def parties(text: str, names: list[Name]) -> list[Name]:
    """The names that stand for whom they name."""
    if not any(_once_ruled(text, each) for each in names):
        return names
    return [each for each in names if not _once_ruled(text, each)]


def _once_ruled(text: str, name: Name) -> bool:
    if name.sense.kind not in _KINDS or not text.endswith(_FORMER, 0, name.start):
        return False
    return _RULED.match(text, name.end) is not None
