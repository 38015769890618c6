"""A document as others are compared with it by what it names."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

from dragoman.codebook.frequent import STEM, plain
from dragoman.reconcile.copying import age
from dragoman.reconcile.crediting import WORD, names
from dragoman.reconcile.wording import Wording, number, wording
from dragoman.records import Document

#: Texts whose short words are remembered.
_KEPT: Final = 4096
#: Words this short are mostly those that every text of a language has.
_SHORT: Final = 4
#: Of them two texts of one language share more than this.
_TONGUE: Final = 0.2


class Opened:
    """A document with the marks of its text: names, cut to their first letters, and numbers, in the order of their
    first places.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.age = age(document)
        self.names = names(document)
        self.marks = marks(WORD.findall(document.text))
        self._in_title = marks(WORD.findall(document.title or "")).keys() - self.marks.keys()

    @property
    def day(self) -> date:
        """When it was published; the undated last."""
        return self.age[0]

    @property
    def wording(self) -> Wording:
        """Its text and title as they are compared."""
        return wording(self.document.text, self.document.title or "")

    @property
    def publisher(self) -> frozenset[str]:
        """The words of its publisher's names, cut to their first letters."""
        return frozenset(plain(word)[:STEM] for name in self.names for word in name)

    @property
    def wider(self) -> set[str]:
        """The marks of text and title."""
        return self.marks.keys() | self._in_title

    def share_in(self, source: Opened) -> float:
        """The share of its marks, but for the publisher's name, that another document has too."""
        own = self.marks.keys() - {plain(each[0])[:STEM] for each in source.names}
        shared = sum(1 for mark in own if mark in source.marks or mark in source._in_title)
        return shared / len(own) if own else 0.0

    def order_in(self, source: Opened) -> float:
        """How far the marks that both have come in one order: 1 in the same, 0 in none, -1 in the opposite (Kendall's
        tau); 0 if there are fewer than two.
        """
        places = [source.marks[mark] for mark in self.marks if mark in source.marks]
        pairs = len(places) * (len(places) - 1) // 2
        rising, passed = 0, list[int]()
        for place in places:
            smaller = bisect_left(passed, place)
            rising += smaller
            passed.insert(smaller, place)
        return (2 * rising - pairs) / pairs if pairs else 0.0


def marks(words: Iterable[str]) -> dict[str, int]:
    """Names, cut to their first letters, and numbers, with the place of each among them."""
    found: dict[str, int] = {}
    for word in words:
        figure = number(word)
        if figure is not None:
            found.setdefault(sys.intern(figure), len(found))
        elif word[0].isupper() and len(word) > 1:
            found.setdefault(sys.intern(plain(word)[:STEM]), len(found))
    return found


def in_one_tongue(one: str, other: str) -> bool:
    """Whether two texts are of one language: they share some of their short words in small letters."""
    words, others = _short(one), _short(other)
    return len(words & others) >= _TONGUE * min(len(words), len(others))


@lru_cache(_KEPT)
def _short(text: str) -> frozenset[str]:
    return frozenset(word for word in WORD.findall(text) if len(word) <= _SHORT and word.islower())
