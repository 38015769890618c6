"""Where a text names states, organisations, publishers and known people: one pass over it, longest name first."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.codebook import ambiguous
from dragoman.codebook.names import label
from dragoman.codebook.organisations import organisations
from dragoman.codebook.people import people
from dragoman.codebook.publishers import Publisher, publishers
from dragoman.codebook.states import State, states
from dragoman.reading.naming.bearers import bare

NameKind = Literal[
    "state", "adjective", "people", "capital", "seat", "organisation", "institute", "person", "publisher", "none"
]  # fmt: skip

#: Kinds of organisations that act for their state and bear its code; the others are parties of their own.
_OF_STATES = frozenset({"company", "service"})
#: Kinds of names of states: what is made, built or spoken there is no act of theirs.
_PLACES = frozenset({"state", "adjective", "people", "capital", "seat"})
#: One character for one, so that places in the folded text are places in the text.
_FOLD = {ord(variant): plain for variant, plain in zip("’‘ʼ`‑  \n\t", "''''-    ", strict=True)}
_ASCII_FOLDED = "`\n\t"

#: The next word, in small letters.
_NEXT = re.compile(r" ([a-z]+)\b")
#: What stands before the name of a publisher that tells what a body is for, and behind one with which a body's begins.
_BODY_OF = re.compile(
    r"\b(?:Ministr(?:y|ies)|[Mm]inisters?|Departments?|Secretar(?:y|iat)|Directorate|Office|Commission(?:er)?|Committee"
    r"|Council|Representative|State|Division|Bureau) (?:of|for|on)(?: the)? $"
)
_BODY = re.compile(
    r"(?: [A-Z]\w+){0,2} (?:Commission|Committee|Council|Mission|Authority|Agency|Board|Concept|Doctrine|Strategy"
    r"|Office|Service|Force)\b"
)
#: What stands before and after a language.
_BEFORE_LANGUAGE = re.compile(
    r"\b(?:(?:written|printed|published|spoken|said|asked|answered|sang|sung|five|fluent|speech|interview|done|text) in"
    r"|translated (?:in|from)(?:to)?|interpreter from|learn(?:ed|t|s|ing)?|speaks?|spoke|spoken|speaking|fluent) $",
    re.IGNORECASE,
)
_AFTER_LANGUAGE = re.compile(r" (?:and|or|from|with|but|by|at|in|on|to|is|was|as)\b")
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
    """A name found in a text, with its places there and its sense; `text` is its words as `fold` leaves them."""

    start: int
    end: int
    text: str
    sense: Sense


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name that is also something else, the words by it that show it is, and what it means then, if anything.

    `before` and `after` are words that the name stands right before or after, `around` words of the same sentence.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    around: tuple[str, ...]
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
        self._past = _past()
        for name in self._past:
            self._senses.setdefault(name, Sense("none", "", name))
        for name, longer in _hidden(sorted(self._senses)):
            self._senses.setdefault(name, self._senses[longer])
            if longer in self._doubts:
                self._doubts.setdefault(name, self._doubts[longer])
        self._names = list(self._senses)
        self._automaton = AhoCorasick(self._names, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> list[Name]:
        """The names in a text, in order, none overlapping."""
        return self.find_folded(fold(text))

    def find_folded(self, folded: str, day: str = "") -> list[Name]:
        """The names in a text that was folded before; capitals are those of the states that had them on an ISO day."""
        found = []
        for name, start, end in self._matches(folded, 0):
            sense = self._senses[name]
            if name in self._past:
                sense = self._then(name, day) or sense
            if name in self._doubts:
                sense = self._doubted(name, sense, (folded, start, end))
            if sense.kind == "none" or _is_part(folded, end) or _is_money(folded, end):
                continue
            if sense.kind == "publisher" and _is_of_body(folded, start, end):
                continue
            if sense.kind in _PLACES and _is_origin(folded, end):
                continue
            if sense.kind != "adjective" or not _is_language(folded, start, end):
                found.append(Name(start, end, folded[start:end], sense))
        return found

    def _matches(self, folded: str, first: int) -> Iterator[tuple[str, int, int]]:
        """The names from a place on that are made of whole words: name, start and end."""
        for number, start, end in self._automaton.find_matches_as_indexes(folded[first:]):
            name = self._names[number]
            if _bounded(folded, first + start, first + end):
                yield name, first + start, first + end
            elif " " in name:
                # "the Congo" hides "Congolese" in "the Congolese".
                yield from self._matches(folded, first + start + name.index(" ") + 1)
                return

    def _then(self, name: str, day: str) -> Sense | None:
        """What the name of a capital or a seat meant on a day when another state than today's had it."""
        return next((sense for since, until, sense in self._past[name] if since <= day[:4] <= until), None)

    def _doubted(self, name: str, sense: Sense, place: tuple[str, int, int]) -> Sense:
        """What a name means where it stands: something else if the words beside it say so."""
        doubt = self._doubts[name]
        if not _speaks_against(doubt, *place):
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
    plain = text if text.isascii() and not any(letter in text for letter in _ASCII_FOLDED) else text.translate(_FOLD)
    if not any(word in plain for word in _SPELLINGS):
        return plain
    return _SPELLING.sub(lambda match: _SPELLINGS[match.group()], plain)


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
        yield from _places(state)
        yield from ((name, Sense("people", state.code, state.name)) for name in state.people)
    for publisher in publishers():
        for name in _of_publisher(publisher):
            yield name, Sense("publisher", publisher.code, publisher.name, "MED")
    for name, offices in people().items():
        yield name, Sense("person", offices[-1].code, name, offices[-1].sector)


def _of_publisher(publisher: Publisher) -> Iterator[str]:
    """The names of a publisher, but for those of a body that is called after its state, which acts for it: the
    "Ministry of Foreign Affairs of Pakistan" speaks, and is a party.
    """
    state = states().get(publisher.code)
    own = () if state is None else (state.name, *state.official, *state.aliases, *state.adjectives)
    ends = tuple(f" {of}{each}" for of in ("of ", "of the ") for each in own)
    begins = tuple(f"{each} " for each in own)
    for name in (publisher.name, *publisher.aliases):
        is_body = publisher.kind == "government" and (name.endswith(ends) or name.startswith(begins))
        if not is_body and not (name.startswith("Republic of ") and name.endswith(ends)):
            yield name


def _places(state: State) -> Iterator[tuple[str, Sense]]:
    yield from ((name, Sense("capital", state.code, state.name)) for name in state.capitals)
    yield from ((name, Sense("seat", state.code, state.name)) for name in state.seats)


def _past() -> dict[str, list[tuple[str, str, Sense]]]:
    """The capitals and seats of past states, each with the years between which it was one."""
    found: dict[str, list[tuple[str, str, Sense]]] = {}
    for state in states().values():
        for name, sense in _places(state) if state.until else ():
            for form in _forms(name, sense):
                found.setdefault(form, []).append((state.since, state.until, sense))
    return found


def _forms(name: str, sense: Sense) -> Iterator[str]:
    """The spellings under which a name is looked for: without diacritics, and the longer ones in capitals too."""
    plain = fold(name)
    for form in (plain,) if plain.isascii() else dict.fromkeys((plain, bare(plain))):
        if len(form) > 1:
            yield form
        if form.startswith("the "):
            yield f"T{form[1:]}"
        if len(form) > 3 and sense.kind in ("state", "adjective", "capital"):
            yield form.upper()


def _hidden(names: list[str]) -> list[tuple[str, str]]:
    """Names that one with "the" would hide, with "the" and without: "the UN" hides "UN refugee agency"."""
    found = []
    for name in names:
        for joint in (" ", "-") if name.startswith(("the ", "The ")) else ():
            at = bisect_left(names, f"{name[4:]}{joint}")
            while at < len(names) and names[at].startswith(f"{name[4:]}{joint}"):
                found.append((name[:4] + names[at], names[at]))
                at += 1
    return found


def _doubts() -> Iterator[tuple[str, Doubt, tuple[str, ...]]]:
    for row in ambiguous.doubtful():
        before, after, around = (tuple(map(fold, row.get(f"not_{side}", ()))) for side in ("before", "after", "with"))
        yield row["text"], Doubt(before, after, around, row.get("or_code")), tuple(row.get("not_in", ()))


def _speaks_against(doubt: Doubt, folded: str, start: int, end: int) -> bool:
    """Whether one of the words that change a name's meaning stands right beside it."""
    if doubt.before and (
        _goes_on(doubt.before, folded, end)
        or (folded.startswith("'s", end) and _goes_on(doubt.before, folded, end + 2))
    ):
        return True
    if doubt.after and _comes_after(doubt.after, folded, start):
        return True
    return any(word in folded for word in doubt.around)


def _goes_on(words: tuple[str, ...], text: str, at: int) -> bool:
    """Whether a text goes on from a place with one of some words, whole ones, with or without spaces between."""
    while text[at : at + 1].isspace():
        at += 1
    # All at once first: that is seldom so, and soon found out.
    return text.startswith(words, at) and any(
        text.startswith(word, at) and not text[at + len(word) : at + len(word) + 1].isalpha() for word in words
    )


def _comes_after(words: tuple[str, ...], text: str, at: int) -> bool:
    """Whether one of some words, whole ones, stands right before a place, with or without spaces or hyphens between."""
    while True:
        if text.endswith(words, 0, at) and any(
            text.endswith(word, 0, at) and not _is_wordy(text[at - len(word) - 1 : at - len(word)]) for word in words
        ):
            return True
        if text[at - 1 : at] not in (" ", "-", "\n"):
            return False
        at -= 1


def _is_wordy(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _is_part(text: str, end: int) -> bool:
    """Whether a name only begins that of a town or an institution: "Athens, Georgia", "Kabul University"."""
    follows = text[end : end + 2]
    if follows == ", ":
        return _longer()[0].match(text, end) is not None
    return follows[:1] == " " and follows[1:].isupper() and _longer()[1].match(text, end) is not None


def _is_of_body(text: str, start: int, end: int) -> bool:
    """Whether the name of a publisher stands in that of a body: "Ministry of Foreign Affairs", "Observer Mission"."""
    return _BODY_OF.search(text, max(0, start - 40), start) is not None or _BODY.match(text, end) is not None


def _is_money(text: str, end: int) -> bool:
    """Whether a name only says whose currency is meant: "3.4 US cents", "US$5"."""
    if unicodedata.category(text[end : end + 1] or " ") == "Sc":
        return True
    follows = _NEXT.match(text, end)
    return follows is not None and follows[1] in ambiguous.money()


def _is_origin(text: str, end: int) -> bool:
    """Whether a name only says where something comes from: "Russian-made jets", "Russian- and Chinese-made jets"."""
    return text[end : end + 1] == "-" and _origins().match(text, end) is not None


def _is_language(text: str, start: int, end: int) -> bool:
    """Whether an adjective stands for a language: "translated into Kazakh.", "learnt English from"."""
    if _NEXT.match(text, end) is not None and not _AFTER_LANGUAGE.match(text, end):
        return False
    return _BEFORE_LANGUAGE.search(text, max(0, start - 30), start) is not None


@cache
def _origins() -> re.Pattern[str]:
    return re.compile(rf"-(?: (?:and|or) [\w.]+-)?(?:{'|'.join(ambiguous.compounds())})\b")


@cache
def _longer() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What follows the name of a town, and what ends that of an institution."""
    regions, institutions = "|".join(ambiguous.regions()), "|".join(ambiguous.institutions())
    return (
        re.compile(rf", (?:{regions})\b"),
        re.compile(rf"(?: (?:[A-Z]\w+|of|and|for|the)){{0,3}} (?:{institutions})\b"),
    )


def _bounded(text: str, start: int, end: int) -> bool:
    """Whether a match is made of whole words."""
    starts = start == 0 or not text[start - 1].isalnum() or not text[start].isalnum()
    ends = end == len(text) or not text[end].isalnum() or not text[end - 1].isalnum()
    # "non-Russian" and "Niger-Congo" are still the names; "e.g. us" never matches, as case counts.
    return starts and ends and not (text.startswith(".", end) and text[end + 1 : end + 2].isalnum())
