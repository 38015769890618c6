"""Where a text names states, organisations, publishers and known people: one pass over it, longest name first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.codebook.names import label
from dragoman.codebook.organisations import organisations
from dragoman.codebook.people import people
from dragoman.codebook.publishers import publishers
from dragoman.codebook.rows import table
from dragoman.codebook.states import states

NameKind = Literal[
    "state", "adjective", "people", "capital", "seat", "organisation", "institute", "person", "publisher", "none"
]  # fmt: skip

#: Kinds of organisations that act for their state and bear its code; the others are parties of their own.
_OF_STATES = frozenset({"company", "service"})
#: One character for one, so that places in the folded text are places in the text.
_FOLD = {ord(variant): plain for variant, plain in zip("’‘ʼ`‑  \n\t", "''''-    ", strict=True)}

#: British and American spellings of one length, in names of institutes, ministries and bodies.
_SPELLINGS = {"Centre": "Center", "Defence": "Defense", "Organisation": "Organization"}
_SPELLING = re.compile(r"\b(?:Centre|Defence|Organisation)\b")


@dataclass(frozen=True, slots=True)
class Sense:
    """What a name stands for. `label` is the full name; `sector` is set for services, companies, armies.

    Institutes and publishers speak about states and are no party to anything between them.
    """

    kind: NameKind
    code: str
    label: str
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """A name found in a text, with its places there and its sense."""

    start: int
    end: int
    text: str
    sense: Sense


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name that is also something else, the words beside it that show it is, and what it means then, if anything."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    instead: str | None


class Gazetteer:
    """All names of the codebook, matched at once (Aho and Corasick, 1975)."""

    def __init__(self) -> None:
        self._senses: dict[str, Sense] = {}
        for name, sense in _senses():
            for form in _forms(name, sense):
                self._senses.setdefault(form, sense)
        self._doubts: dict[str, Doubt] = {}
        for name, doubt, others in _doubts():
            self._doubts[name] = doubt
            for other in others:
                self._senses.setdefault(fold(other), Sense("none", "", other))
        self._names = list(self._senses)
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> list[Name]:
        """The names in a text, in order, none overlapping."""
        folded = fold(text)
        found = []
        for number, start, end in self._automaton.find_matches_as_indexes(folded):
            sense = self._sense(self._names[number], folded, start, end)
            if sense.kind != "none" and _bounded(folded, start, end):
                found.append(Name(start, end, text[start:end], sense))
        return found

    def _sense(self, name: str, folded: str, start: int, end: int) -> Sense:
        """What a name means where it stands: something else if the words beside it say so."""
        sense, doubt = self._senses[name], self._doubts.get(name)
        if doubt is None or not _speaks_against(doubt, folded, start, end):
            return sense
        if doubt.instead is None:
            return Sense("none", "", name)
        return replace(sense, code=doubt.instead, label=label(doubt.instead))


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of this process."""
    return Gazetteer()


def fold(text: str) -> str:
    """The text with one kind of apostrophe, hyphen and space and one spelling of common words, as long as before."""
    return _SPELLING.sub(lambda match: _SPELLINGS[match.group()], text.translate(_FOLD))


def _senses() -> Iterator[tuple[str, Sense]]:
    """Every name with its sense; where two senses share a name, the first given wins."""
    for state in states().values():
        for name in (state.name, *state.aliases, state.official):
            yield name, Sense("state", state.code, state.name)
    for each in organisations():
        for name in (each.name, *each.aliases):
            code = each.state if each.state and each.kind in _OF_STATES else each.code
            yield name, Sense("institute" if each.kind == "institute" else "organisation", code, each.name, each.sector)
    for state in states().values():
        yield from ((name, Sense("adjective", state.code, state.name)) for name in state.adjectives)
        if state.until:
            # St. Petersburg is where it was; who names it today does not mean the empire.
            continue
        yield from ((name, Sense("capital", state.code, state.name)) for name in state.capitals)
        yield from ((name, Sense("seat", state.code, state.name)) for name in state.seats)
        yield from ((name, Sense("people", state.code, state.name)) for name in state.people)
    for publisher in publishers():
        for name in (publisher.name, *publisher.aliases):
            yield name, Sense("publisher", publisher.code, publisher.name, "MED")
    for name, offices in people().items():
        yield name, Sense("person", offices[-1].code, offices[-1].name, offices[-1].sector)


def _forms(name: str, sense: Sense) -> Iterator[str]:
    """The spellings under which a name is looked for: without diacritics, and the longer ones in capitals too."""
    plain = fold(name)
    bare = "".join(c for c in unicodedata.normalize("NFKD", plain.replace("ı", "i")) if not unicodedata.combining(c))
    for form in dict.fromkeys((plain, bare)):
        if len(form) > 1:
            yield form
        if len(form) > 3 and sense.kind in ("state", "adjective"):
            yield form.upper()


def _doubts() -> Iterator[tuple[str, Doubt, tuple[str, ...]]]:
    for row in table("ambiguous.toml")["name"]:
        before, after = (tuple(map(fold, row.get(side, ()))) for side in ("not_before", "not_after"))
        yield row["text"], Doubt(before, after, row.get("or_code")), tuple(row.get("not_in", ()))


def _speaks_against(doubt: Doubt, folded: str, start: int, end: int) -> bool:
    """Whether one of the words that change a name's meaning stands right beside it."""
    beside = folded[end : end + 60]
    nexts = (beside.lstrip(), beside.removeprefix("'s").lstrip())
    before = folded[max(0, start - 60) : start].rstrip(" -")
    follows = any(
        text.startswith(word) and not text[len(word) : len(word) + 1].isalpha()
        for text in nexts
        for word in doubt.before
    )
    return follows or any(re.search(rf"(?<!\w){re.escape(word)}$", before) for word in doubt.after)


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether a match is made of whole words."""
    starts = start == 0 or not text[start - 1].isalnum() or not text[start].isalnum()
    ends = end == len(text) or not text[end].isalnum() or not text[end - 1].isalnum()
    # "non-Russian" and "Niger-Congo" are still the names; "e.g. us" never matches, as case counts.
    return starts and ends and not re.match(r"\.\w", text[end : end + 2])
