"""Whose publishers' names stand in a text, and whether as those whom it has its news from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dragoman.codebook.publishers import publisher
from dragoman.records import Document

WORD: Final = re.compile(r"[^\W_]+(?:[.,]\d+)*")
#: A name as a run of words.
Name = tuple[str, ...]
_LONGEST_NAME: Final = 6
#: What may follow the name of somebody who is quoted, beside verbs that end like these. Another small word makes an
#: adjective of the name: a coast guard's vessel, the Namibian bank of a river.
_VERBS: Final = ("s", "ed", "ing")
_AFTER: Final = frozenset(
    "a about according after also although among an and as asked at before because broadcast but by carried cited "
    "claimed confirmed disclosed earlier for from had has have he her his how if in is it its knew knows last later "
    "learned learnt made of on or published quoted quotes quoting reported reportedly reports revealed revealing said "
    "says she since so than that the their then they this to today told tells until was were what when where whether "
    "which while who whom whose with without writes writing wrote yesterday".split()
)


def names(document: Document) -> set[Name]:
    """The names of a document's publisher."""
    if document.publisher is None:
        return set()
    known = publisher(document.publisher)
    listed = {document.publisher, *((known.name, *known.aliases) if known is not None else ())}
    found = {tuple(WORD.findall(each.removeprefix("The ").removeprefix("the "))) for each in listed}
    return {each for each in found if each and any(word[0].isupper() for word in each)}


class Names:
    """The names of all publishers of a pile, to be found in texts."""

    def __init__(self, known: Mapping[Name, object]) -> None:
        self._known = known
        self._first = {name[0] for name in known}

    def credited(self, text: str) -> dict[Name, list[tuple[int, int]]]:
        """Those that a text names as somebody who says something, with the places where it does."""
        found = list(WORD.finditer(text))
        placed: dict[Name, list[tuple[int, int]]] = {}
        for name, start, end in self._runs([match.group() for match in found]):
            place = (found[start].start(), found[end - 1].end())
            if not _is_adjective(text, place[1], found[end : end + 1]):
                placed.setdefault(name, []).append(place)
        return placed

    def _runs(self, words: Sequence[str]) -> Iterator[tuple[Name, int, int]]:
        for start, word in enumerate(words):
            if word in self._first:
                for end in range(start + 1, min(start + _LONGEST_NAME, len(words)) + 1):
                    name = tuple(words[start:end])
                    if name in self._known:
                        yield name, start, end


def _is_adjective(text: str, end: int, following: Sequence[re.Match[str]]) -> bool:
    """Whether a name that ends there only says what the next word is about."""
    if not following or text[end : following[0].start()] != " ":
        return False
    word = following[0].group()
    return word.islower() and word not in _AFTER and not word.endswith(_VERBS)
