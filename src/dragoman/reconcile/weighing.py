"""How much it tells that two documents of a pile share a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import Final

from dragoman.codebook.frequent import frequent
from dragoman.reconcile.wording import Item, Wording, is_common, uncommon
from dragoman.records import Document

#: What is shared counts no more than this, however rare it is.
_MOST: Final = 8.0
#: The share of sentences that have a word that the codebook does not list.
_UNLISTED: Final = 1e-4
#: A pile is taken to hold so many documents beyond its own when it is counted how many have a word.
_BEYOND: Final = 200
#: The two documents that share a word are not counted: that both have it is what is to be weighed.
_BOTH: Final = 2
#: Words are counted in so many documents of a pile, the same ones in whatever order they come.
_SAMPLED: Final = 500


class Weights:
    """The logarithm of one in how many documents has what two share, by how many of the pile have it, and by how
    frequent it is in the language: a long text has more by chance.
    """

    def __init__(self, having: Mapping[str, int], documents: Sequence[Document]) -> None:
        """`having`: how many documents have each name and number."""
        sample = sorted(documents, key=lambda each: each.id)[:_SAMPLED]
        self._counted = {True: (having, len(documents)), False: (_counted(sample), len(sample))}
        self._known: dict[tuple[str, bool, int], float] = {}

    def of(self, item: Item, other: Wording) -> float:
        """The weight of a word of one document that another may have too."""
        key = (item.stem, item.telling, other.length)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = max(0.0, min(_MOST, -log(self._share(*key))))
        return found

    def _share(self, stem: str, telling: bool, sentences: int) -> float:  # noqa: FBT001
        counted, documents = self._counted[telling]
        by_chance = 1 - (1 - min(frequent().get(stem, _UNLISTED), 0.99)) ** sentences
        if not telling and is_common(stem):
            return by_chance
        others = max(counted.get(stem, 0) - _BOTH, 0)
        return (others + _BEYOND * by_chance) / (documents + _BEYOND)


def _counted(documents: Iterable[Document]) -> Counter[str]:
    """How many documents have each word that is not common."""
    found = Counter[str]()
    for each in documents:
        found.update(uncommon(each.text))
    return found
