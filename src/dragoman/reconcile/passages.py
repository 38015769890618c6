"""How much of one text stands in another, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal

from dragoman.reconcile.words import words

#: Where a sentence ends: at a new line, after the signs of scripts without capitals, or before what is no small letter.
_SENTENCE: Final = re.compile(r"\n|(?<=[。！？؟।])|(?<=[.!?”\"]) +(?=[^\s])")
#: What may open speech, and what ends it; a line ends all.
_OPENS: Final = re.compile('[“"«„]')
_ENDS: Final = {"“": re.compile("[”\n]"), '"': re.compile('["\n]'), "«": re.compile("[»\n]"), "„": re.compile("[“\n]")}
#: Shares of a sentence's runs of three words above which it goes back to the other text, and is taken from it as it is.
_TOUCHED: Final = 0.12
_TAKEN: Final = 0.5
#: Above this share of speech a sentence is a quotation.
_SPOKEN: Final = 0.6
#: A text most of whose words go back to another is a copy; one that takes so many words as they are has excerpts of it.
_COPIED: Final = 0.55
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
    """Where a sentence stands, its number of words, the share of its runs that stand in the other text, whether it is
    a quotation, and whether it names anybody or gives a number.
    """

    start: int
    end: int
    size: int
    share: float
    spoken: bool
    telling: bool


class Passages:
    """One text as others are compared with it."""

    def __init__(self, text: str) -> None:
        self._all = runs_of(words(text))
        spoken = list(_speeches(text))
        self._unspoken = runs_of(words(_without(text, spoken))) if spoken else self._all

    def hold(self, passage: str) -> bool:
        """Whether a passage goes back to this text, however much it was edited."""
        return self._share(passage) >= _TOUCHED

    def hold_whole(self, passage: str) -> bool:
        """Whether a passage stands here, nearly as it is."""
        return self._share(passage) >= _TAKEN

    def _share(self, passage: str) -> float:
        """The share of the passage's runs of three words that stand here; a shorter one is taken to."""
        runs = runs_of(words(passage))
        return len(runs & self._all) / len(runs) if runs else 1.0

    def taken_by(self, text: str) -> Likeness | None:
        """What another text has of this one; `None` if nothing to speak of.

        What both quote of somebody else does not count; what the other quotes of this text's own words does.
        """
        found = list(self._compared(text))
        plain = [each for each in found if not each.spoken]
        total = sum(each.size for each in plain)
        touched = sum(each.size for each in plain if each.share >= _TOUCHED)
        whole = [each for each in found if each.share >= _TAKEN]
        # What names nobody and no number is furniture that many sites have: "Sign in to leave a comment."
        taken = sum(each.size for each in whole) if any(each.telling for each in whole) else 0
        if total and touched / total >= _COPIED:
            return Likeness("near", round(min(touched / total, 0.9999), 4))
        if taken >= _EXCERPTED:
            return Likeness("excerpt", round(min(taken / max(total, taken), 0.9999), 4))
        return None

    def gone_back(self, text: str, *, whole: bool) -> Iterator[tuple[int, int]]:
        """Where the sentences of another text stand that go back to this one, as they are if `whole`."""
        least = _TAKEN if whole else _TOUCHED
        return ((each.start, each.end) for each in self._compared(text) if each.share >= least)

    def _compared(self, text: str) -> Iterator[_Sentence]:
        for start, end in sentences(text):
            sentence = text[start:end]
            found = words(sentence)
            runs = runs_of(found)
            if runs:
                speeches = " ".join(sentence[first:last] for first, last in _speeches(sentence))
                spoken = len(words(speeches)) / len(found) >= _SPOKEN
                yield _Sentence(start, end, len(found), self._gone_back(runs), spoken, _is_telling(sentence))

    def _gone_back(self, runs: frozenset[tuple[str, ...]]) -> float:
        """The share of a sentence that stands here; speech counts only beside words of this text's own."""
        own = len(runs & self._unspoken) / len(runs)
        return len(runs & self._all) / len(runs) if own >= _TOUCHED else own


@lru_cache(_KEPT)
def passages(text: str) -> Passages:
    """A text as others are compared with it; the last few are remembered."""
    return Passages(text)


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


def _speeches(text: str) -> Iterator[tuple[int, int]]:
    """Where speech stands between its marks, which those who heard it share without having it from each other.

    The end of what one mark opens is looked for once for all that open before it, so that marks that nothing closes
    cost no more than the text is long.
    """
    end, ends = 0, dict.fromkeys(_ENDS, -1)
    for opening in _OPENS.finditer(text):
        mark, start = opening.group(), opening.start()
        if start < end:
            continue
        if ends[mark] <= start:
            found = _ENDS[mark].search(text, start + 1)
            ends[mark] = found.start() if found is not None else len(text)
        if text[ends[mark] : ends[mark] + 1] not in ("", "\n"):
            end = ends[mark] + 1
            yield start, end


def _without(text: str, places: Iterable[tuple[int, int]]) -> str:
    """A text with a space for what stands in some places."""
    ends = [(0, 0), *places, (len(text), len(text))]
    return " ".join(text[end:start] for (_, end), (start, _) in pairwise(ends))


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
