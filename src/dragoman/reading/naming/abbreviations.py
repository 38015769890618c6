"""Abbreviations that a document gives in brackets: "the Fiji Coastal Forces (FCF)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.codebook.states import states
from dragoman.reading.naming.bearers import Bearer
from dragoman.reading.naming.found import Found, Text
from dragoman.reading.naming.memory import Memory

#: An abbreviation in brackets, and one by itself.
_GIVEN = re.compile(r" \(([A-Z][A-Z-]{1,7})\)")
_CAPITALS = re.compile(r"(?<![\w-])[A-Z][A-Z-]{1,7}(?![\w-])")


def find(seen: Text, memory: Memory, found: Sequence[Found]) -> list[Found]:
    """Abbreviations that the document has given in brackets behind a party, and from there on stand for it."""
    for each in found:
        given = _GIVEN.match(seen.text, each.end)
        is_body = each.kind in ("organisation", "office") and not each.person
        if given is not None and is_body and _are_initials(given[1], seen.text[each.start : each.end]):
            memory.abbreviations[given[1]] = each.bearers[0]
    known = memory.abbreviations
    if not known or seen.text.isupper():
        return []
    places = [match for match in _CAPITALS.finditer(seen.text) if match.group() in known]
    return [_abbreviation(known[each.group()], *each.span()) for each in places if not _is_whose(seen, each.start())]


def _are_initials(letters: str, words: str) -> bool:
    """Whether letters are the first ones of the last words, small words left out or not."""
    firsts = "".join(word[0] for word in re.split(r"[\s-]+", words) if word)
    capitals = "".join(letter for letter in firsts if letter.isupper())
    return firsts.upper().endswith(letters) or capitals.endswith(letters)


def _is_whose(seen: Text, start: int) -> bool:
    """Whether it is said right before whose it is, or how many: "Peru's MOD", "5 USD"."""
    before = seen.text[:start].rstrip()
    return before.endswith("'s") or before[-1:].isdigit() or any(each.end == len(before) for each in seen.names)


def _abbreviation(bearer: Bearer, start: int, end: int) -> Found:
    return Found(start, end, (bearer,), "office" if bearer.code in states() else "organisation")
