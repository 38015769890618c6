"""Who stands behind words: a person, an office, a state or an organisation, as resolved, and as spoken of before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from dragoman.codebook.accents import unaccented

#: States whose people bear the surname first.
_SURNAME_FIRST = frozenset({"CHN", "KOR", "PRK"})
_REGNAL = re.compile(r"[IVX]+|Jr\.?|Sr\.?")
#: "Jae-in", "Ing-wen": a name given in two syllables, with the surname before it.
_GIVEN_BEHIND = re.compile(r"[A-ZÀ-Þ]\w+-[a-z]\w+")
_ARTICLE = re.compile(r"(?:al|el|ed|ad|as|ash|an)-(?=[A-Z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person or office as resolved: full name, code of the state or organisation, sector, title."""

    name: str
    code: str
    sector: str | None = None
    role: str | None = None


class Heard(NamedTuple):
    """One party as it was spoken of: in which sentence of the document and as what.

    `subject` tells whether it opens its clause, `person` whether it is "he" or "she", `joined` whether it goes on a
    list with the one heard before, `speaks` whether a verb of saying follows, `entered` whether it is where others are
    said to be, `accused` whether something is held against it, `urged` whether others want it to do something. `bearer`
    is `None` where somebody was spoken of who is no party ("a colonel"), so that "he" is not taken for another.
    """

    bearer: Bearer | None
    kind: str
    sentence: int
    subject: bool
    person: bool
    joined: bool = False
    speaks: bool = False
    entered: bool = False
    accused: bool = False
    urged: bool = False


@lru_cache(maxsize=4096)
def surname(name: str, code: str | None = None) -> str:
    """The surname in a full name, without its article ("al-Assad"); it comes first in names of some states, by code."""
    words = [word for word in name.split() if not _REGNAL.fullmatch(word)] or name.split() or [name]
    first = len(words) > 1 and (code in _SURNAME_FIRST or _GIVEN_BEHIND.fullmatch(words[-1]) is not None)
    return _ARTICLE.sub("", words[0 if first else -1])


def bare(name: str) -> str:
    """A name without diacritics, as many texts spell it."""
    return unaccented(name.replace("ı", "i"))
