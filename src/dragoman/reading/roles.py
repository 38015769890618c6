"""Titles and offices: the words before a name that say whom the bearer acts for."""

from __future__ import annotations

import re
from functools import cache

from dragoman.codebook.sectors import role_words

_PARTICLES = "al|el|bin|ibn|ben|bint|abu|abd|de|da|do|dos|del|della|di|du|la|le|van|von|der|den|ter|zu|of|ould|ag|y|e"
_NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞŁŞŠŽĆČĐİĞÇÖÜÉÁÍÓÚÑ][\w'’.-]*[\w]|[A-Z]\.)"
#: One to five capitalised words, with the particles that names have between them.
PERSON = rf"{_NAME_WORD}(?:[ -](?:(?:{_PARTICLES})[ -])*{_NAME_WORD}){{0,4}}"
#: What may stand between a state and an office: "former", "deputy", "newly elected", "caretaker".
MODIFIERS = r"(?:(?!(?:and|or|but|of|in|on|at|to|by|for|from|with|the|a|an|is|was|are|were|has|had|that|which|who|as|its|their)\b)[A-Za-z][\w-]*[ ]){0,3}?"


@cache
def role_pattern() -> str:
    """An alternation of all role words, longest first; upper and lower case both match."""
    words = sorted(role_words(), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(_either_case(word) for word in words) + r")(?![\w])(?:-(?:designate|elect|general))?"


def sector_of(role: str) -> str | None:
    """The sector that a role shows: that of the longest role word in it."""
    lower = role.lower()
    found = [word for word in role_words() if re.search(rf"\b{re.escape(word)}\b", lower)]
    return role_words()[max(found, key=len)] if found else None


@cache
def after_state() -> re.Pattern[str]:
    """What follows "Azerbaijan" or "Azerbaijani" when the two are one party: an office, perhaps with its bearer."""
    return re.compile(rf"(?:'s?)?[ ](?P<before>{MODIFIERS})(?P<role>{role_pattern()})(?:[ ](?P<person>{PERSON}))?")


@cache
def before_state() -> re.Pattern[str]:
    """What precedes "Azerbaijan" when the two are one party: "the president of", "the foreign ministry of the"."""
    return re.compile(
        rf"(?:[Tt]he )?\b(?P<role>(?:{MODIFIERS})?{role_pattern()}) (?:of|for) (?:the )?(?:Republic of |State of )?$"
    )


@cache
def titled() -> re.Pattern[str]:
    """A bearer with a title and no state beside it."""
    return re.compile(rf"\b(?P<role>(?:{_TITLE_MODIFIER})*{role_pattern()}) (?P<person>{PERSON})")


_TITLE_MODIFIER = (
    r"(?:[Ff]ormer|[Tt]hen|[Dd]eputy|[Vv]ice|[Aa]cting|[Ii]ncoming|[Oo]utgoing|[Ss]enior|[Cc]hief|[Aa]ssistant)[ -]"
)


def _either_case(word: str) -> str:
    """The word with each of its words in lower case or capitalised."""
    return " ".join(
        f"[{part[0].upper()}{part[0].lower()}]{re.escape(part[1:])}" if part[0].isalpha() else re.escape(part)
        for part in word.split(" ")
    )
