"""Where a town that is no capital stands for its state: as what is attacked, entered, held or supplied, and as where
something is, goes to or comes from.

Nobody says "Goma denied it" of a state, so a town is never one that acts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.codebook import cues, towns
from dragoman.codebook.names import label
from dragoman.reading.naming import places
from dragoman.reading.naming.bearers import Bearer, bare
from dragoman.reading.naming.found import Found, Text
from dragoman.reading.naming.gazetteer import fold

_SIDE = (
    "(?:central|northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|south-?western|nearby)"
)
_PART = (
    "(?:city|cities|town|towns|port|ports|village|villages|outskirts|suburbs|centre|center|area|region|province|parts)"
)
_DONE = "|".join(form for kind in ("entering", "holding") for form in cues.forms(kind))
_BLOWS = (
    "(?:attacks?|air ?strikes?|strikes?|raids?|assaults?|offensives?|bombardments?|advances?|march|missiles|rockets"
    "|drones|shells|bombs)"
)
#: What is done to a town, or sent to it, right before its name.
_BEFORE = re.compile(
    rf"\b(?:{_DONE}|{_BLOWS} (?:on|against|at|in|into|upon)"
    r"|(?:bombing|shelling|bombardment|siege|capture|fall|seizure|occupation|invasion) of"
    r"|(?:aid|arms|convoys?|food|fuel|gas|grain|medicines?|power|relief|soldiers|supplies|tanks|troops|water|weapons)"
    r" (?:to|in|into|near|towards?))"
    rf" (?:the )?(?:(?:[\w-]+ ){{0,3}}{_PART} of )?(?:the )?(?:{_SIDE} )?$",
    re.IGNORECASE,
)
#: Where something is or happens, is sent or comes from: in a town, or at a thing of its own in it.
_PLACED = re.compile(
    rf"\b(?:in|near|to|into|from|through|via|outside|around|off|{_PART} of) (?:the )?(?:(?:[\w-]+ ){{0,3}}{_PART} of )?"
    rf"(?:the )?(?:{_SIDE} )?$"
)
#: The same right behind it: "Goma was taken by", "Goma came under fire".
_AFTER = re.compile(
    r" (?:(?:was|were|is|are|has been|had been|have been|was being|is being) (?:[a-z]+ly )?"
    rf"(?:{'|'.join(cues.past('holding'))}|taken|retaken|overrun|bombed|shelled|attacked|invaded|occupied)\b"
    r"|(?:came|fell|comes|falls) (?:under (?:attack|fire|siege|shelling)|to)\b)"
)
_LONGEST_BEFORE = 110
_JOINT = re.compile(r"(?:, |,? and |,? or | as well as )(?:the )?")
#: A longer name, whose first word is a town's, is not one of it, unless it is of something in it.
_LONGER = re.compile(
    r"[-'/]?[\w-]|[ ](?!(?:Oblast|Region|Province|City|Airport|Port|Bridge|District|Governorate)\b)[A-ZÀ-Þ]\w*[a-z]"
)


def find(seen: Text, found: Sequence[Found]) -> list[Found]:
    """The towns of a sentence that stand for their states, none of them in a name that was found."""
    taken = [*((each.start, each.end) for each in found), *((each.start, each.end) for each in seen.names)]
    kept: list[Found] = []
    for code, start, end in _named(seen.text):
        if any(start < other_end and other_start < end for other_start, other_end in taken):
            continue
        if _is_suffering(seen.text, start, end) or _goes_on(seen.text, kept, start):
            kept.append(Found(start, end, (Bearer(label(code), code),), "state"))
    return kept


def _named(text: str) -> Iterator[tuple[str, int, int]]:
    """The towns that a sentence names: code, start and end."""
    automaton, codes = _automaton()
    for number, start, end in automaton.find_matches_as_indexes(text):
        if (start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "-")) and not _LONGER.match(text, end):
            yield codes[number], start, end


@cache
def _automaton() -> tuple[AhoCorasick, tuple[str, ...]]:
    forms = {form: code for name, code in towns.towns().items() for form in (fold(name), bare(fold(name)))}
    return AhoCorasick(tuple(forms), matchkind=MatchKind.LeftmostLongest), tuple(forms.values())


def _is_suffering(text: str, start: int, end: int) -> bool:
    """Whether something is done to a town."""
    before = max(0, start - _LONGEST_BEFORE)
    return (
        _BEFORE.search(text, before, start) is not None or _AFTER.match(text, end) is not None or _is_place(text, start)
    )


def _is_place(text: str, start: int) -> bool:
    """Whether something is, goes to or comes from a town, and nobody only speaks there, or meets others."""
    is_there = _PLACED.search(text, max(0, start - _LONGEST_BEFORE), start) is not None
    return is_there and not places.is_of_others(text, start)


def _goes_on(text: str, kept: Sequence[Found], start: int) -> bool:
    """Whether a town goes on a list with one to which something is done."""
    return bool(kept) and _JOINT.fullmatch(text, kept[-1].end, start) is not None
