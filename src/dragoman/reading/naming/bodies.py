"""Bodies that a text names and no table knows: "the Ghana Medical Association", "the Department of Agriculture"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.codebook import ambiguous
from dragoman.reading.naming import roles
from dragoman.reading.naming.gazetteer import Name

_WORD = r"[A-ZÀ-ÖØ-ÞŁŞŠŽĆČĐİĞ][\w'’&-]*(?<!['’])"
_WORDS = rf"{_WORD}(?: (?:& )?{_WORD})*"
#: Capitalised words, and what they are for: "Kenya National Bureau" and "of Statistics".
_NAME = re.compile(
    rf"(?P<body>{_WORDS})"
    rf"(?P<rest>(?: (?:of|for|on|against|de|del|des|du)(?: the| la| los)? {_WORDS}(?:(?:,| and| &) {_WORDS})*)*)"
)
#: Forces and courts, by which a body is one: "Nigeria Customs Service".
_FORCES = frozenset({"COP", "JUD", "MIL", "SPY"})
_POSSESSIVE = re.compile(r"['’]s$")
#: Words of the longest such noun, "National Security Council".
_LONGEST = 3
#: Articles that a capital makes part of a name where a sentence begins.
_ARTICLE = re.compile(r"(?:The|A|An) ")


@dataclass(frozen=True, slots=True)
class Body:
    """A body by its name, with its places in the text."""

    start: int
    end: int
    name: str
    sector: str | None


def find(text: str, start: int = 0, end: int | None = None) -> Body | None:
    """The first body that is named in a stretch of a text."""
    last = len(text) if end is None else end
    match = _NAME.search(text, start, last)
    while match is not None:
        article = _ARTICLE.match(match["body"])
        first = match.start() + (article.end() if article else 0)
        words = text[first : match.end("body")].split()
        if words and _names_body(words, alone=not match["rest"]):
            name = _POSSESSIVE.sub("", text[first : match.end()])
            return Body(first, first + len(name), name, _sector(words, name))
        # "Ana Kamau of the Kenya Red Cross" is none, but names one.
        match = _NAME.search(text, match.end("body"), last)
    return None


def state(body: Body, names: Iterable[Name]) -> str | None:
    """The code of the state that the name of a body names."""
    named = (each for each in names if body.start <= each.start and each.end <= body.end)
    return next((each.sense.code for each in named if each.sense.kind in ("state", "adjective", "capital")), None)


def _names_body(words: list[str], *, alone: bool) -> bool:
    """Whether capitalised words end with the noun of a body; one word that stands alone, "Congress", may be any."""
    if len(words) == 1 and alone:
        return False
    if len(words) > 1 and words[0] in ambiguous.bodies("broadcaster"):
        return True
    return _POSSESSIVE.sub("", words[-1]) in ambiguous.bodies("words") or _is_of_state(words)


def _is_of_state(words: list[str]) -> bool:
    """Whether the last words are the noun of a body of the executive: "Ministry", "Reserve Bank"."""
    last = [_POSSESSIVE.sub("", word) for word in words[-_LONGEST:]]
    return any(" ".join(last[first:]) in ambiguous.bodies("state") for first in range(len(last)))


def _sector(words: list[str], name: str) -> str | None:
    if _is_of_state(words):
        return "GOV"
    if words[0] in ambiguous.bodies("broadcaster"):
        return "MED"
    return next((each.sector for each in roles.find(name) if each.sector in _FORCES and not each.is_title), None)
