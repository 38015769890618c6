"""How much of one text stands in another, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from dragoman.reconcile.speech import speeches, without
from dragoman.reconcile.stock import telling
from dragoman.reconcile.words import words

#: Where a sentence ends: at a new line, after the signs of scripts without capitals, or before what is no small letter.
_SENTENCE: Final = re.compile(r"\n|(?<=[。！？؟।])|(?<=[.!?”\"]) +(?=[^\s])")
#: Shares of a sentence's runs of three words above which it goes back to the other text, and is taken from it as it is.
_TOUCHED: Final = 0.12
_TAKEN: Final = 0.5
#: Below this share that much of its runs must have more than names and words of any report to go back to it.
_EDITED: Final = 0.35
_TOLD: Final = 0.06
#: Above this share of speech a sentence is a quotation.
_SPOKEN: Final = 0.6
#: A text most of whose words go back to another is a copy, if enough of its runs stand there that these are more than
#: names; one that takes so many words as they are has excerpts of it.
_COPIED: Final = 0.55
_ALIKE: Final = 0.15
_EXCERPTED: Final = 20

#: Texts that are remembered.
_KEPT: Final = 256

Kind = Literal["exact", "near", "excerpt"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a text has of another: nearly all of it or excerpts, and the share of its own words that go back to it."""

    kind: Kind
    share: float


@dataclass(frozen=True, slots=True)
class _Sentence:
    """Where a sentence stands, its number of words and its runs of three, and whether it is a quotation."""

    start: int
    end: int
    size: int
    runs: frozenset[tuple[str, ...]]
    spoken: bool


class Passages:
    """One text as others are compared with it."""

    def __init__(self, text: str) -> None:
        self._all = runs_of(words(text))
        spoken = list(speeches(text))
        self._unspoken = runs_of(words(without(text, spoken))) if spoken else self._all

    def hold(self, passage: str) -> bool:
        """Whether a passage goes back to this text, however much it was edited; one that shares no more with it than
        names ("the Democratic Republic of the Congo"), offices and words of saying does not.
        """
        share = self._share(passage)
        return share >= _EDITED or (share >= _TOUCHED and self._told(passage) >= _TOLD)

    def _told(self, passage: str) -> float:
        return len(telling(passage) & self._all) / len(_runs(passage))

    def hold_whole(self, passage: str) -> bool:
        """Whether a passage stands here, nearly as it is."""
        return self._share(passage) >= _TAKEN

    def _share(self, passage: str) -> float:
        """The share of the passage's runs of three words that stand here; a shorter one is taken to."""
        runs = _runs(passage)
        return len(runs & self._all) / len(runs) if runs else 1.0

    def taken_by(self, text: str) -> Likeness | None:
        """What another text has of this one; `None` if nothing to speak of.

        What both quote of somebody else does not count; what the other quotes of this text's own words does.
        """
        found = self._compared(text)
        plain = [(each, share) for each, share in found if not each.spoken]
        total = sum(each.size for each, _ in plain)
        touched = sum(each.size for each, share in plain if share >= _TOUCHED)
        whole = [each for each, share in found if share >= _TAKEN]
        # What names nobody and no number is furniture that many sites have: "Sign in to leave a comment."
        taken = sum(each.size for each in whole)
        taken = taken if any(_is_telling(text[each.start : each.end]) for each in whole) else 0
        alike = sum(each.size * share for each, share in plain)
        if total and touched / total >= _COPIED and alike / total >= _ALIKE:
            return Likeness("near", round(min(touched / total, 0.9999), 4))
        if taken >= _EXCERPTED:
            return Likeness("excerpt", round(min(taken / max(total, taken), 0.9999), 4))
        return None

    def gone_back(self, text: str, *, whole: bool) -> Iterator[tuple[int, int]]:
        """Where the sentences of another text stand that go back to this one, as they are if `whole`."""
        least = _TAKEN if whole else _TOUCHED
        return ((each.start, each.end) for each, share in self._compared(text) if share >= least)

    def _compared(self, text: str) -> list[tuple[_Sentence, float]]:
        """The sentences of a text, each with the share of it that stands here."""
        return [(each, self._gone_back(each.runs)) for each in _cut(text)]

    def _gone_back(self, runs: frozenset[tuple[str, ...]]) -> float:
        """The share of a sentence that stands here, but for speech that both quote beside words of this text's own."""
        own = len(runs & self._unspoken)
        if own < _TOUCHED * len(runs):
            return own / len(runs)
        return own / (len(runs) - len(runs & self._all) + own)


@lru_cache(_KEPT)
def passages(text: str) -> Passages:
    """A text as others are compared with it; the last few are remembered."""
    return Passages(text)


@lru_cache(_KEPT)
def _runs(passage: str) -> frozenset[tuple[str, ...]]:
    """The runs of a passage, which is looked for in several texts."""
    return runs_of(words(passage))


@lru_cache(_KEPT)
def _cut(text: str) -> tuple[_Sentence, ...]:
    """The sentences of three words or more of a text, which is compared with several others."""
    return tuple(each for start, end in sentences(text) if (each := _sentence(text, start, end)).runs)


def _sentence(text: str, start: int, end: int) -> _Sentence:
    sentence = text[start:end]
    found = words(sentence)
    said = words(" ".join(sentence[first:last] for first, last in speeches(sentence)))
    spoken = bool(found) and len(said) / len(found) >= _SPOKEN
    return _Sentence(start, end, len(found), runs_of(found), spoken)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text stand, one that goes on with a small letter ("the U.S. said") still in one."""
    start = end = 0
    for first, last in _parts(text):
        if start < end and not text[first : first + 1].islower():
            yield start, end
            start = first
        elif start == end:
            start = first
        end = last
    if start < end:
        yield start, end


def _parts(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    for match in _SENTENCE.finditer(text):
        yield end, match.start()
        end = match.end()
    yield end, len(text)


def _is_telling(sentence: str) -> bool:
    """Whether a sentence names somebody beside its first word, or gives a number; in a script without capitals, it
    may."""
    inside = sentence.split()[1:]
    if any(len(word) > 1 and word[0].isupper() for word in inside) or any(sign.isdigit() for sign in sentence):
        return True
    return sentence.upper() == sentence.lower()


def runs_of(found: list[str]) -> frozenset[tuple[str, ...]]:
    """The runs of three words among words."""
    return frozenset(zip(found, found[1:], found[2:], strict=False))
