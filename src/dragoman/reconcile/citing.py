"""Which of some documents have their news from which, though not their words.

One that names another's publisher as its source, and little that the other does not name, cites it. One that names
next to nothing that does not stand in an older document retells it, whoever it names: independent reporting finds
people, places and numbers of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from dragoman.codebook.publishers import publisher
from dragoman.reconcile.copying import age, is_own
from dragoman.records import Document

#: The share of what a document names that the one it cites must name too.
_FOLLOWED: Final = 0.25
#: The share of what a document names that stands in the one it retells, and how much it must name for that to tell.
_RETOLD: Final = 0.6
_ENOUGH: Final = 5
#: Days from a report to what cites or retells it; a time zone may turn the former round.
_CITED_WITHIN: Final = timedelta(days=60)
_RETOLD_WITHIN: Final = timedelta(days=14)
_SOONER: Final = timedelta(days=2)
#: As many of a document's rarest names and numbers are looked for in others.
_RAREST: Final = 4
_WORD: Final = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_LONGEST_NAME: Final = 6
_STEM: Final = 5
_NUMBERS: Final = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split(),
        start=2,
    )
}


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that cites or retells another one, and the share of what it names that stands there."""

    document: str
    of: str
    kind: Literal["cites", "retells"]
    share: float


def citations(documents: Sequence[Document]) -> Iterator[Citation]:
    """For each document the one among the others that it cites and follows most closely, or else retells, if any."""
    opened = [_Opened(each) for each in sorted(documents, key=age)]
    published, marked = _by_name(opened), _by_mark(opened)
    for each in opened:
        cited = _closest(each, (source for name in each.named(published) for source in published[name]), _FOLLOWED)
        retold = None
        if cited is None and len(each.marks) >= _ENOUGH:
            rarest = sorted(each.marks, key=lambda mark: (len(marked[mark]), mark))[:_RAREST]
            retold = _closest(
                each, (older for mark in rarest for older in marked[mark] if each.is_after(older)), _RETOLD
            )
        found = cited or retold
        if found is not None:
            share, source = found
            kind: Literal["cites", "retells"] = "cites" if cited else "retells"
            yield Citation(each.document.id, source.document.id, kind, round(share, 4))


def _by_name(opened: Sequence[_Opened]) -> dict[tuple[str, ...], list[_Opened]]:
    found: defaultdict[tuple[str, ...], list[_Opened]] = defaultdict(list)
    for each in opened:
        for name in each.names:
            found[name].append(each)
    return dict(found)


def _by_mark(opened: Sequence[_Opened]) -> dict[str, list[_Opened]]:
    found: defaultdict[str, list[_Opened]] = defaultdict(list)
    for each in opened:
        for mark in each.wider:
            found[mark].append(each)
    return dict(found)


def _closest(one: _Opened, others: Iterable[_Opened], least: float) -> tuple[float, _Opened] | None:
    """Of others that it may have its news from the one that has most of what it names, if that has enough of it."""
    unique = {other.document.id: other for other in others if one.may_follow(other)}.values()
    best = max(((one.share_in(other), other) for other in unique), key=lambda pair: pair[0], default=None)
    return best if best is not None and best[0] >= least else None


class _Opened:
    """A document with the words and marks of its text, and the names of its publisher as runs of words."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words = tuple(_WORD.findall(document.text))
        self.marks = _marks(self.words)
        self.wider = self.marks | _marks(_WORD.findall(document.title or ""))
        self.names = _names(document)

    def named(self, published: dict[tuple[str, ...], list[_Opened]]) -> set[tuple[str, ...]]:
        """The publishers' names that stand in the text."""
        runs = (
            self.words[start : start + size] for start in range(len(self.words)) for size in range(1, _LONGEST_NAME + 1)
        )
        return {run for run in runs if run in published}

    def may_follow(self, source: _Opened) -> bool:
        """Whether it may have its news from another document, by publishers and dates."""
        if source is self or is_own(self.document, source.document):
            return False
        return -_SOONER <= _day(self.document) - _day(source.document) <= _CITED_WITHIN

    def is_after(self, other: _Opened) -> bool:
        """Whether it is the newer of two documents, by no more than it takes to retell news."""
        behind = _day(self.document) - _day(other.document)
        return age(other.document) < age(self.document) and behind <= _RETOLD_WITHIN

    def share_in(self, source: _Opened) -> float:
        """The share of its marks, but for the publisher's name, that another document has too."""
        own = self.marks - {each[0][:_STEM].casefold() for each in source.names}
        return len(own & source.wider) / len(own) if own else 0.0


def _names(document: Document) -> set[tuple[str, ...]]:
    if document.publisher is None:
        return set()
    known = publisher(document.publisher)
    listed = {document.publisher, *((known.name, *known.aliases) if known is not None else ())}
    found = {tuple(_WORD.findall(each.removeprefix("The ").removeprefix("the "))) for each in listed}
    return {each for each in found if each and any(word[0].isupper() for word in each)}


def _marks(words: Sequence[str]) -> set[str]:
    """Names, cut to their first letters, and numbers."""
    found = set()
    for word in words:
        lower = word.casefold()
        if word[0].isdigit() or lower in _NUMBERS:
            found.add(_NUMBERS.get(lower, lower.replace(",", "")))
        elif word[0].isupper() and len(word) > 1:
            found.add(lower[:_STEM])
    return found


def _day(document: Document) -> date:
    published = document.published
    return published.start if published is not None and published.start is not None else date.max
