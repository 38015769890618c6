"""What a text is made of, to tell whether another one tells the same in other words."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Set
from enum import Enum, auto
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from dragoman.codebook.frequent import STEM, frequent, plain
from dragoman.reconcile import marks
from dragoman.reconcile.crediting import WORD
from dragoman.reconcile.passages import runs_of, sentences
from dragoman.reconcile.speech import speeches, without
from dragoman.reconcile.words import words

#: Texts that are remembered, for those of some days are compared with one another: as a whole, and their uncommon
#: words; and words as they are compared.
_KEPT: Final = 512
_UNCOMMON_KEPT: Final = 4096
_WORDS_KEPT: Final = 1 << 16
#: Words shorter than this tell nothing.
_SHORTEST: Final = 3
#: The share of sentences that have what is common.
_COMMON: Final = 0.01
#: What a word follows whose capital means nothing: a quotation mark, a bracket, a colon.
_OPENING: Final = tuple('“"‘(:„«')
#: A text is English if so many of its words are common in English.
_ENGLISH: Final = 0.25
#: Shares of a speech's runs of words above which another text holds it too, and above which it may.
_SAME: Final = 0.5
_LIKE: Final = 0.3
#: A speech of fewer words is a phrase.
_SPEECH: Final = 4
#: How somebody writes who was there or asked himself.
_SELF: Final = re.compile(r"\b(?:I|[Ww]e|us|[Oo]ur|[Mm]y|this (?:news)?paper|told this \w+)\b")
_NUMBERS: Final = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split(),
        start=2,
    )
}
#: Whom somebody told.
_TOLD: Final = re.compile(r"\b(?:told|tells|spoke to) (?:the )?([A-ZÀ-Þ]\w+)")
#: Names of times, which tell no place or person.
TIMES: Final = frozenset(each[:STEM] for each in marks.TIMES if each)


class _Kind(Enum):
    """What a word is to be compared as."""

    NAME = auto()
    FIGURE = auto()
    WORD = auto()
    NOTHING = auto()


class Item(NamedTuple):
    """A word by its first letters, or a number; whether it is a name or a number; the numbers of its sentence, and of
    the speech within quotation marks that it is in, or -1.
    """

    stem: str
    telling: bool
    sentence: int
    speech: int


class Wording:
    """A text, with its title, as it is compared with what may tell the same."""

    def __init__(self, text: str, title: str) -> None:
        self._text = text
        self._speeches = list(speeches(text))
        self._runs = [runs_of(words(text[start:end])) for start, end in self._speeches]
        self._spoken = frozenset[tuple[str, ...]]().union(*self._runs)
        self.items = list(self._found())
        self.places: defaultdict[str, set[int]] = defaultdict(set)
        for item in self.items:
            self.places[item.stem].add(item.sentence)
        #: How many sentences it has, at least one.
        self.length = self.items[-1].sentence + 1 if self.items else 1
        self.stems = self.places.keys() | {stem for stem, _ in _stems(title)}

    @cached_property
    def is_english(self) -> bool:
        """Whether it has the words that English has most."""
        found = [item.stem for item in self.items if not item.telling]
        return sum(map(is_common, found)) >= _ENGLISH * max(len(found), 1)

    @cached_property
    def _plain(self) -> str:
        return without(self._text, self._speeches)

    def is_first_hand(self, publisher: Set[str]) -> bool:
        """Whether whoever writes speaks of himself outside of quotations, or of what his paper was told: "told the
        Nation", where a paper is known by the first letters of its name's words.
        """
        told = (plain(match[1])[:STEM] for match in _TOLD.finditer(self._plain))
        return _SELF.search(self._plain) is not None or any(stem in publisher for stem in told)

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        found = words(self._text)
        return frozenset(pairwise(found))

    def without(self, other: Wording) -> list[Item]:
        """What it is made of but for speech that the other text holds too: both may have heard it."""
        if not (self._runs and other._runs):
            return self.items
        both = {
            place for place, runs in enumerate(self._runs) if runs and len(runs & other._spoken) >= _SAME * len(runs)
        }
        return [item for item in self.items if item.speech not in both] if both else self.items

    def heard_beyond(self, other: Wording) -> int:
        """How many words of speech it has that the other text has neither as they are nor in other words."""
        return sum(len(found) for found in self._heard if not other._has(found))

    @cached_property
    def _heard(self) -> list[list[str]]:
        found = [words(self._text[start:end]) for start, end in self._speeches]
        return [each for each in found if len(each) >= _SPEECH]

    def _has(self, speech: list[str]) -> bool:
        pairs = set(pairwise(speech))
        if len(pairs & self._pairs) >= _LIKE * len(pairs):
            return True
        stems = {plain(word)[:STEM] for word in speech if len(word) > _SHORTEST}
        return len(stems & self.stems) >= _SAME * len(stems)

    def _found(self) -> Iterator[Item]:
        inside = 0
        for sentence, (start, end) in enumerate(sentences(self._text)):
            for at, (stem, telling) in _placed(self._text, start, end):
                while inside < len(self._speeches) and self._speeches[inside][1] <= at:
                    inside += 1
                spoken = inside < len(self._speeches) and self._speeches[inside][0] <= at
                yield Item(stem, telling, sentence, inside if spoken else -1)


@lru_cache(_KEPT)
def wording(text: str, title: str) -> Wording:
    """A text as it is compared; the last few are remembered."""
    return Wording(text, title)


def number(word: str) -> str | None:
    """A number in figures, as it stands or written out up to twenty; `None` if the word is none."""
    if word[0].isdigit():
        return word.replace(",", "")
    return _NUMBERS.get(word.casefold())


@lru_cache(_UNCOMMON_KEPT)
def uncommon(text: str) -> frozenset[str]:
    """The words of a text by their first letters, but for those that so many sentences have that they tell nothing."""
    return frozenset(_known(word)[0] for word in {*WORD.findall(text)} if len(word) >= _SHORTEST) - _common()


def is_common(stem: str) -> bool:
    """Whether so many sentences have a word with these first letters that it tells nothing."""
    return stem in _common()


@cache
def _common() -> frozenset[str]:
    return frozenset(stem for stem, share in frequent().items() if share > _COMMON)


def _stems(text: str) -> Iterator[tuple[str, bool]]:
    return (found for start, end in sentences(text) for _, found in _placed(text, start, end))


def _placed(text: str, start: int, end: int) -> Iterator[tuple[int, tuple[str, bool]]]:
    """The words and numbers of a sentence by their places; a capital tells nothing where one must stand."""
    last = start
    for match in WORD.finditer(text, start, end):
        stem, kind = _known(match.group())
        at = match.start()
        if kind is _Kind.NAME and (last == start or text[last:at].rstrip().endswith(_OPENING)):
            kind = _Kind.WORD if len(match.group()) >= _SHORTEST else _Kind.NOTHING
        last = match.end()
        if kind is not _Kind.NOTHING:
            yield at, (stem, kind is not _Kind.WORD)


@lru_cache(_WORDS_KEPT)
def _known(word: str) -> tuple[str, _Kind]:
    """A word as it is compared."""
    figure = number(word)
    if figure is not None:
        return sys.intern(figure), _Kind.FIGURE
    stem = sys.intern(plain(word)[:STEM])
    if word[0].isupper() and len(word) > 1:
        return stem, _Kind.NAME
    return stem, _Kind.WORD if len(word) >= _SHORTEST else _Kind.NOTHING
