"""How much of one text stands in another, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from dragoman.reconcile.words import words

#: Where a sentence ends: at a new line, after the signs of scripts without capitals, or before what is no small letter.
_SENTENCE: Final = re.compile(r"\n|(?<=[。！？؟।])|(?<=[.!?”\"]) +(?=[^\s])")
#: Speech between quotation marks, which those who heard it share without having it from each other.
_SPEECH: Final = re.compile(r"“[^”\n]*”|\"[^\"\n]*\"|«[^»\n]*»|„[^“\n]*“")
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
    """Words of a sentence, the share of its runs that stand in the other text, and whether it is a quotation."""

    size: int
    share: float
    spoken: bool


class Passages:
    """One text as others are compared with it."""

    def __init__(self, text: str) -> None:
        self._all = _runs(words(text))
        self._unspoken = _runs(words(_SPEECH.sub(" ", text))) if _SPEECH.search(text) is not None else self._all

    def hold(self, passage: str) -> bool:
        """Whether a passage goes back to this text, however much it was edited."""
        return self._share(passage) >= _TOUCHED

    def hold_whole(self, passage: str) -> bool:
        """Whether a passage stands here, nearly as it is."""
        return self._share(passage) >= _TAKEN

    def _share(self, passage: str) -> float:
        """The share of the passage's runs of three words that stand here; a shorter one is taken to."""
        runs = _runs(words(passage))
        return len(runs & self._all) / len(runs) if runs else 1.0

    def taken_by(self, text: str) -> Likeness | None:
        """What another text has of this one; `None` if nothing to speak of.

        What both quote of somebody else does not count; what the other quotes of this text's own words does.
        """
        found = list(self._compared(text))
        plain = [each for each in found if not each.spoken]
        total = sum(each.size for each in plain)
        touched = sum(each.size for each in plain if each.share >= _TOUCHED)
        taken = sum(each.size for each in found if each.share >= _TAKEN)
        if total and touched / total >= _COPIED:
            return Likeness("near", round(min(touched / total, 0.9999), 4))
        if taken >= _EXCERPTED:
            return Likeness("excerpt", round(min(taken / max(total, taken), 0.9999), 4))
        return None

    def _compared(self, text: str) -> Iterator[_Sentence]:
        for sentence in _sentences(text):
            found = words(sentence)
            runs = _runs(found)
            if runs:
                speech = len(words(" ".join(_SPEECH.findall(sentence))))
                yield _Sentence(len(found), self._gone_back(runs), speech / len(found) >= _SPOKEN)

    def _gone_back(self, runs: frozenset[tuple[str, ...]]) -> float:
        """The share of a sentence that stands here; speech counts only beside words of this text's own."""
        own = len(runs & self._unspoken) / len(runs)
        return len(runs & self._all) / len(runs) if own >= _TOUCHED else own


@lru_cache(_KEPT)
def passages(text: str) -> Passages:
    """A text as others are compared with it; the last few are remembered."""
    return Passages(text)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text, one that goes on with a small letter ("the U.S. said") still in one."""
    waiting = ""
    for part in _SENTENCE.split(text):
        if waiting and not part[:1].islower():
            yield waiting
            waiting = ""
        waiting = f"{waiting} {part}".strip()
    if waiting:
        yield waiting


def _runs(found: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(found, found[1:], found[2:], strict=False))
