"""Names that only tell whence something is, or of what sort: "a French-run school", "the former Portuguese colony"."""

from __future__ import annotations

import re

from dragoman.codebook import traits
from dragoman.reading.gazetteer import Name

_KINDS = ("state", "adjective", "people")
_JOINED = re.compile(rf"-(?:{'|'.join(sorted(traits.joined(), key=len, reverse=True))})\b")
#: What somebody else once was, before and behind the name of who ruled it.
_FORMER = ("former ", "Former ", "ex-", "one-time ", "erstwhile ")
_RULED = re.compile(r" (?:colon(?:y|ies)|protectorates?|possessions?|dependenc(?:y|ies)|territor(?:y|ies)|mandates?)\b")


def parties(text: str, names: list[Name]) -> list[Name]:
    """The names that stand for whom they name."""
    if not any(_tells_whence(text, each) for each in names):
        return names
    return [each for each in names if not _tells_whence(text, each)]


def _tells_whence(text: str, name: Name) -> bool:
    """Whether a name is joined to what was done by whom it names, or tells who once ruled somebody."""
    if name.sense.kind not in _KINDS:
        return False
    if text.startswith("-", name.end):
        return _JOINED.match(text, name.end) is not None
    return text.endswith(_FORMER, 0, name.start) and _RULED.match(text, name.end) is not None
