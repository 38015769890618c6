"""Whose "we" a text is that an official wrote or speaks in, or somebody who tells of what state he is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.codebook.names import label
from dragoman.codebook.states import states
from dragoman.reading.mentions import Mention
from dragoman.reading.naming.bearers import Bearer
from dragoman.reading.naming.officeholders import officeholder, offices_of
from dragoman.records import Party, Span

#: Sentences at the head of a text in which it may be said whose speech it is.
_HEAD = 3
#: A title that says who speaks or writes: "Remarks by", "Statement of", "Opening speech delivered by".
_SPEECH = re.compile(
    r"\b(?:statement|speech|address|remarks|keynote|lecture|testimony|intervention|open letter)\b(?:(?![.:;]).){0,60}?"
    r"\b(?:by|of|from) (?:the |H\.?E\.? )?$",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"\bjoint\b", re.IGNORECASE)
#: Whoever bears an office no more speaks for himself.
_PAST = re.compile(r"(?:former|ex|late|then|retired)\b", re.IGNORECASE)
_OFFICIAL = ("GOV", "MIL", "LEG", "SPY", "IGO")
#: Somebody who tells of what state he is: "As a Zambian who grew up there, I".
_AS_A = re.compile(r"\b[Aa]s an? $")
_I = re.compile(r"\bI(?:'|\b)")


def speaks_for(party: Bearer | Party) -> bool:
    """Whether somebody bears an office in which he says "we" of his state or organisation."""
    return party.role is not None and party.sector in _OFFICIAL and _PAST.match(party.role) is None


def of_name(author: str | None, day: str) -> Bearer | None:
    """The state of an author who held a high office on the ISO day of publication."""
    if not author or not day:
        return None
    offices = offices_of(author)
    held = officeholder(offices, day, ()) if offices and offices[0].name == author else None
    return Bearer(label(held.code), held.code) if held is not None and speaks_for(held) else None


def told(sentence: Span, mentions: Sequence[Mention], number: int) -> Bearer | None:
    """Whose speech a text is said to be in its first lines, or of what state somebody says that he is.

    `number` is that of the sentence, from 1 on.
    """
    if number <= _HEAD and not _TOGETHER.search(sentence.text):
        for each in mentions:
            if len(each.parties) == 1 and _SPEECH.search(sentence.text, 0, each.span.start - sentence.start):
                party = each.parties[0]
                is_named = each.kind in ("person", "office") and speaks_for(party)
                return _whole(party) if is_named else None
    if " I " in sentence.text and "s a" in sentence.text and '"' not in sentence.text and "“" not in sentence.text:
        for each in mentions:
            is_own = each.kind == "adjective" and _AS_A.search(sentence.text, 0, each.span.start - sentence.start)
            if is_own and _I.search(sentence.text, each.span.end - sentence.start):
                return _whole(each.parties[0])
    return None


def _whole(party: Party) -> Bearer | None:
    """The state or organisation for which somebody speaks."""
    if party.code is None:
        return None
    return Bearer(label(party.code), party.code, None if party.code in states() else party.sector)
