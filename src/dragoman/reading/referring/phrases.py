"""What stands before a noun, and what the two together say of whom they refer to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from dragoman.codebook import traits
from dragoman.reading.naming.named import MentionKind
from dragoman.reading.naming.roles import Role

Sort = Literal[
    "state", "own", "several", "neighbour", "other", "host", "colony", "ruler", "organisation", "office", "pronoun",
    "they", "we", "you", "half", "coalition", "pair", "of pair", "parties",
]  # fmt: skip

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
POSSESSIVE = frozenset(("its", "his", "her", "their"))
#: Stands for the name of whose a neighbour is.
NAMED = "'s"
INDEFINITE = frozenset(("a", "an"))
DETERMINERS = _DEFINITE | POSSESSIVE | INDEFINITE
_NUMBERS = {word: number for number, word in enumerate("two three four five six seven eight nine ten".split(), start=2)}
#: Words before a noun among which its determiner is looked for.
_LONGEST_PHRASE = 6
_LONGEST_REGION = 30


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that refer to somebody, and what they say of him.

    `noun` is the noun in the singular or the pronoun, `traits` the words that must be true of whom it means, `number`
    how many are meant, `owner` the pronoun of "its ally" or `NAMED`, `side` the letter of "northern"; `reported` tells
    whether it is the subject of what somebody says, `capital` whether the noun has a capital letter, `others` whether
    it is somebody else than the subject of its clause, `denies` whether it denies something, `left`
    whether somebody is said to have come to it, or gone, `harmed` whether it suffers what nobody does to his own,
    `goes_on` whether the subject of its clause does something more right before it, `place` the state in which it is
    said to be.
    """

    start: int
    end: int
    kind: MentionKind
    sort: Sort
    noun: str
    traits: tuple[str, ...] = ()
    number: int | None = None
    owner: str | None = None
    side: str | None = None
    person: bool = False
    role: Role | None = None
    reported: bool = False
    capital: bool = False
    others: bool = False
    denies: bool = False
    left: bool = False
    harmed: bool = False
    goes_on: bool = False
    place: str | None = None


class Phrase(NamedTuple):
    """What stands before a noun: where it begins, its determiner, and the words between."""

    start: int
    determiner: str
    words: tuple[str, ...]


def phrase_before(text: str, start: int) -> Phrase | None:
    """The determiner before a noun and the words in between; `None` if there is none near."""
    words: list[str] = []
    end = start - 1
    for _ in range(_LONGEST_PHRASE):
        first = text.rfind(" ", 0, end) + 1
        word = text[first:end].lower()
        bare = word.lstrip("“\"'(‘—–[")
        if bare in DETERMINERS:
            return Phrase(first + len(word) - len(bare), bare, tuple(reversed(words)))
        region = _region(text, end) if bare.endswith("'s") else None
        if region is not None:
            return Phrase(region[0], "the", (*region[1], *reversed(words)))
        if not bare or bare != word or not (word[-1].isalnum() or word[-1] == "."):
            return None
        if not first:
            return None
        words.append(word)
        end = first - 1
    return None


def _region(text: str, end: int) -> tuple[int, list[str]] | None:
    """Where the name of a part of the world begins that ends at a place, and its words: "Africa's"."""
    before = text[max(0, end - _LONGEST_REGION) : end].lower()
    region = max((each for each in traits.regions() if before.endswith(each)), key=len, default=None)
    if region is None:
        return None
    start = end - len(region)
    return start - len("the ") * before.endswith(f"the {region}"), region.split()


def adjectives(words: tuple[str, ...]) -> tuple[tuple[str, ...], int | None] | None:
    """The traits and the number that adjectives tell; `None` if one of them is not understood."""
    found: list[str] = []
    number = None
    at = 0
    while at < len(words):
        for size in (4, 3, 2, 1):
            term = " ".join(words[at : at + size])
            if term in traits.traits():
                found.append(term)
                break
        else:
            size = 1
            if words[at] in _NUMBERS:
                number = _NUMBERS[words[at]]
            elif words[at] not in traits.neutral():
                return None
        at += size
    return tuple(found), number
