"""Which of some documents have their news from which, though not their words.

One that names another's publisher and tells what the other tells cites it; one that tells in whatever words what an
older document tells, and little that is new, retells it, whoever it names; in another language it translates it.
Independent reporting finds people, places and numbers of its own, and hears what others have not heard.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Final, Literal

from dragoman.reconcile.copying import age, is_own
from dragoman.reconcile.crediting import Name, Names
from dragoman.reconcile.naming import BEYOND, follows, retells
from dragoman.reconcile.opened import Opened, in_one_tongue
from dragoman.reconcile.retelling import Meeting, likelihood
from dragoman.reconcile.weighing import Weights
from dragoman.reconcile.wording import Wording, uncommon, wording
from dragoman.records import Document

#: From what likelihood on a document is taken to have its news from another.
_LIKELY: Final = 0.5
#: How much a document must name to be looked for in others; the rarest of that are, in the last so many that have one.
#: So many documents that share most of them are looked at, and so many of these that it may retell are compared.
_ENOUGH: Final = 5
_RAREST: Final = 8
_LOOKED_AT: Final = 50
_CANDIDATES: Final = 16
_COMPARED: Final = 4
#: Nothing is retold without this share of what the teller names, and of the words that are not common of the one text
#: or the other.
_NAMED: Final = 0.2
_OF_SOURCE: Final = 0.12
_OF_TELLER: Final = 0.3
#: Days from a report to what cites or retells it; a time zone may turn the former round.
_CITED_WITHIN: Final = timedelta(days=60)
_RETOLD_WITHIN: Final = timedelta(days=14)
_SOONER: Final = timedelta(days=2)
#: How a text says that it is a translation.
_TRANSLATED: Final = re.compile(
    r"\b(?:translated\s+(?:from|by|into)|translation\s+(?:from|by|of)|(?:our|unofficial)\s+translation)\b|"
    r"\btranslation\s*:",
    re.IGNORECASE,
)
#: The end of the first paragraph, which titles and bylines before it are not.
_LEAD: Final = re.compile(r"[.!?…”\"'»)]\s*(?:\n|$)")
#: Where a text names whom.
_Namings = Mapping[Name, Sequence[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that cites, retells or translates another one, and the share of what it names that stands there."""

    document: str
    of: str
    kind: Literal["cites", "retells", "translates"]
    share: float


def citations(documents: Iterable[Document]) -> Iterator[Citation]:
    """For each document the one among the others that it most likely cites, or else retells, if any.

    No document is compared with more than a few others, however many there are.
    """
    pile = Pile([Opened(each) for each in sorted(documents, key=age)])
    for each in pile.documents:
        namings = pile.namings(each)
        cited = pile.likeliest(each, pile.cited(each, namings), namings)
        source = cited or pile.likeliest(each, pile.retold(each), namings)
        if source is not None:
            kind: Literal["cites", "retells", "translates"] = "cites"
            if cited is None:
                kind = "translates" if _is_translation(each.document, source.document) else "retells"
            yield Citation(each.document.id, source.document.id, kind, round(each.share_in(source), 4))


class _Shelf:
    """Documents, oldest first, and their days."""

    def __init__(self) -> None:
        self.documents: list[Opened] = []
        self._days: list[int] = []

    def put(self, document: Opened) -> None:
        """Add one that is no older than the others."""
        self.documents.append(document)
        self._days.append(document.day.toordinal())

    def between(self, day: date, back: timedelta, ahead: timedelta) -> tuple[int, int]:
        """The places of those from so long before a day to so long after it: the first, and that after the last."""
        start = bisect_left(self._days, day.toordinal() - back.days)
        return start, bisect_right(self._days, day.toordinal() + ahead.days, lo=start)


class Pile:
    """All documents, oldest first, by their publishers' names and by what they name."""

    def __init__(self, documents: Sequence[Opened]) -> None:
        """The documents come by age."""
        self.documents = documents
        self._published: defaultdict[Name, _Shelf] = defaultdict(_Shelf)
        self._marked: defaultdict[str, _Shelf] = defaultdict(_Shelf)
        for each in documents:
            for name in each.names:
                self._published[name].put(each)
            for mark in each.wider:
                self._marked[mark].put(each)
        self._names = Names(self._published)
        having = {mark: len(shelf.documents) for mark, shelf in self._marked.items()}
        self.weights = Weights(having, [each.document for each in documents])

    def namings(self, one: Opened) -> _Namings:
        """Which publishers' names stand where in a document."""
        return self._names.credited(one.document.text)

    def cited(self, one: Opened, namings: _Namings) -> Iterable[Opened]:
        """The documents of those whom one names that it may have its news from."""
        found: dict[str, Opened] = {}
        for name in namings:
            shelf = self._published[name]
            start, end = shelf.between(one.day, _CITED_WITHIN, _SOONER)
            within = shelf.documents[start:end]
            if len(within) > _LOOKED_AT:
                # Of a great agency's documents those are looked at that name something rare that this one names.
                ids = {each.document.id for each in self._sharing(one, _CITED_WITHIN, _SOONER)}
                within = [each for each in within if each.document.id in ids]
            found |= {each.document.id: each for each in within if _may_follow(one, each)}
        if len(found) <= _COMPARED:
            return found.values()
        return sorted(found.values(), key=lambda each: (-one.share_in(each), each.age))[:_COMPARED]

    def retold(self, one: Opened) -> Iterator[Opened]:
        """The older documents that one may retell: those that share most with it."""
        if len(one.marks) < _ENOUGH:
            return
        sharing = self._sharing(one, _RETOLD_WITHIN, timedelta(0))
        older = islice((each for each in sharing if each.age < one.age and _may_follow(one, each)), _CANDIDATES)
        yield from islice((each for each in older if _may_retell(one, each)), _COMPARED)

    def _sharing(self, one: Opened, back: timedelta, ahead: timedelta) -> list[Opened]:
        """The documents of some days that share the rarest of what one names, those that share most of it first."""
        found = []
        for mark in one.marks:
            start, end = self._marked[mark].between(one.day, back, ahead)
            if end - start > 1:
                found.append((end - start, mark, start, end))
        shared, known = Counter[str](), dict[str, Opened]()
        for _, mark, start, end in sorted(found)[:_RAREST]:
            for each in self._marked[mark].documents[max(start, end - _LOOKED_AT) : end]:
                known[each.document.id] = each
                shared[each.document.id] += 1
        return sorted(known.values(), key=lambda each: (-shared[each.document.id], each.age))

    def likeliest(self, one: Opened, others: Iterable[Opened], namings: _Namings) -> Opened | None:
        """The one of some documents from which another most likely has its news, if that is likely."""
        found = ((self._likelihood(one, each, namings), each) for each in others)
        likely = [(chance, each) for chance, each in found if chance >= _LIKELY]
        return min(likely, key=lambda pair: (-pair[0], pair[1].age))[1] if likely else None

    def _likelihood(self, one: Opened, source: Opened, namings: _Namings) -> float:
        if one.wording.is_english and source.wording.is_english:
            met = meeting(one, source, namings)
            whole = likelihood(one.wording, source.wording, met, self.weights.of)
            if whole >= _LIKELY or not (met.leads or met.namings > 1):
                return whole
            # Who names a paper in front, or again, may have a part of what he tells from there.
            part = _crediting(one.document.text, source, namings)
            return max(whole, likelihood(part, source.wording, met, self.weights.of))
        # Words of other languages cannot be weighed.
        is_named = any(name in namings for name in source.names)
        is_told = follows(one, source) if is_named else retells(one, source, self._chance(one))
        return (1 + one.share_in(source)) / 2 if is_told else 0.0

    def _chance(self, one: Opened) -> float:
        """The share of what a document names that any other of the pile is likely to name too."""
        known = sum(len(self._marked[mark].documents) for mark in one.marks)
        return known / ((len(self.documents) + BEYOND) * max(len(one.marks), 1))


def meeting(one: Opened, source: Opened, namings: _Namings) -> Meeting:
    """What is known of two documents beside their texts."""
    places = [start for name in source.names for start, _ in namings.get(name, ())]
    lead = _LEAD.search(one.document.text)
    return Meeting(
        own=one.publisher,
        others=source.publisher,
        namings=len(places),
        leads=bool(places) and (lead is None or min(places) < lead.end()),
        is_same_day=one.day == source.day,
        is_first_hand=one.wording.is_first_hand(one.publisher) or any(name in namings for name in one.names),
    )


def _crediting(text: str, source: Opened, namings: _Namings) -> Wording:
    """The paragraphs of a text that name another's publisher: what it has from there, if it has much else."""
    places = [place for name in source.names for place in namings.get(name, ())]
    starts = {text.rfind("\n", 0, start) + 1 for start, _ in places}
    return wording("\n".join(text[start:].partition("\n")[0] for start in sorted(starts)), "")


def _may_follow(one: Opened, source: Opened) -> bool:
    return source is not one and not is_own(one.document, source.document)


def _may_retell(one: Opened, source: Opened) -> bool:
    """Whether a document shares so much with another that it is worth comparing them closely; in other languages than
    English, words do not tell.
    """
    if one.share_in(source) < _NAMED:
        return False
    own, others = uncommon(one.document.text), uncommon(source.document.text)
    shared = len(own & others)
    return shared >= min(_OF_SOURCE * len(others), _OF_TELLER * len(own)) or not in_one_tongue(
        one.document.text, source.document.text
    )


def _is_translation(document: Document, source: Document) -> bool:
    """Whether what retells another text says that it is a translation, or is in another language."""
    return _TRANSLATED.search(document.text) is not None or not in_one_tongue(document.text, source.text)
