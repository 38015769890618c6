"""Which of some documents have their news from which, though not their words.

One that names another's publisher as its source, and little that the other does not name, cites it. One that names
little that does not stand in an older document, and in the same order, retells it, whoever it names; in another
language it translates it. Independent reporting finds people, places and numbers of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from dragoman.reconcile.copying import age, is_own
from dragoman.reconcile.crediting import Name, Names
from dragoman.reconcile.opened import Opened, in_one_tongue
from dragoman.records import Document

#: The share of what a document names that the one it cites must name too.
_FOLLOWED: Final = 0.25
#: The share of what a document names that stands in the one it retells; less will do where it comes in that order,
#: and it must where both are of one day, for those who heard the same minister name the same. From the cases of
#: benchmarks/accuracy/reconciling, the open half.
_RETOLD: Final = 0.6
_RETOLD_IN_ORDER: Final = 0.5
_ORDERLY: Final = 0.65
_HALF_ORDERLY: Final = 0.5
#: The same shares of what it names beyond chance, where more is needed: where all speak of Baku and Israel, these tell
#: nothing. A pile is taken to hold so many documents beyond its own when it is counted what many of them name.
_RETOLD_BEYOND_CHANCE: Final = 0.5
_IN_ORDER_BEYOND_CHANCE: Final = 0.4
_BEYOND: Final = 50
#: How much a document must name for that to tell.
_ENOUGH: Final = 5
#: Days from a report to what cites or retells it; a time zone may turn the former round.
_CITED_WITHIN: Final = timedelta(days=60)
_RETOLD_WITHIN: Final = timedelta(days=14)
_SOONER: Final = timedelta(days=2)
#: As many of a document's rarest names and numbers are looked for in others, the last so many of those that have one.
_RAREST: Final = 4
_LOOKED_AT: Final = 50
#: How a text says that it is a translation.
_TRANSLATED: Final = re.compile(
    r"\b(?:translated\s+(?:from|by|into)|translation\s+(?:from|by|of)|(?:our|unofficial)\s+translation)\b|"
    r"\btranslation\s*:",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that cites, retells or translates another one, and the share of what it names that stands there."""

    document: str
    of: str
    kind: Literal["cites", "retells", "translates"]
    share: float


def citations(documents: Iterable[Document]) -> Iterator[Citation]:
    """For each document the one among the others that it cites and follows most closely, or else retells, if any.

    No document is compared with more than a few hundred others, however many there are.
    """
    opened = [Opened(each) for each in sorted(documents, key=age)]
    pile = _Pile(opened)
    for each in opened:
        cited = _closest(each, pile.cited(each), _FOLLOWED)
        found = cited or _retold(each, pile)
        if found is not None:
            share, source = found
            kind: Literal["cites", "retells", "translates"] = "cites"
            if cited is None:
                kind = "translates" if _is_translation(each.document, source.document) else "retells"
            yield Citation(each.document.id, source.document.id, kind, round(share, 4))


class _Pile:
    """All documents, oldest first, by their publishers' names and by what they name."""

    def __init__(self, opened: Sequence[Opened]) -> None:
        published: defaultdict[Name, list[Opened]] = defaultdict(list)
        marked: defaultdict[str, list[Opened]] = defaultdict(list)
        for each in opened:
            for name in each.names:
                published[name].append(each)
            for mark in each.wider:
                marked[mark].append(each)
        self._published: Mapping[Name, list[Opened]] = dict(published)
        self._marked: Mapping[str, list[Opened]] = dict(marked)
        self._names = Names(published)
        self._count = len(opened)

    def chance(self, one: Opened) -> float:
        """The share of what a document names that any other of the pile is likely to name too."""
        known = sum(len(self._marked[mark]) for mark in one.marks)
        return known / ((self._count + _BEYOND) * max(len(one.marks), 1))

    def cited(self, one: Opened) -> Iterator[Opened]:
        """The documents of those whom one names that it may have its news from, the latest first."""
        for name in self._names.credited(one.document.text):
            within = _between(self._published[name], one.day, _CITED_WITHIN, _SOONER)
            if len(within) > _LOOKED_AT:
                # Of a great agency's documents those are looked at that name something rare that this one names.
                ids = {each.document.id for each in self._sharing(one, _CITED_WITHIN, _SOONER)}
                within = [each for each in within if each.document.id in ids]
            yield from (each for each in within if _may_follow(one, each))

    def retold(self, one: Opened) -> Iterator[Opened]:
        """The older documents that one may retell."""
        if len(one.marks) >= _ENOUGH:
            sharing = {each.document.id: each for each in self._sharing(one, _RETOLD_WITHIN, timedelta(0))}
            yield from (each for each in sharing.values() if each.age < one.age and _may_follow(one, each))

    def _sharing(self, one: Opened, back: timedelta, ahead: timedelta) -> Iterator[Opened]:
        # What nobody else names counts among them: who has several names of his own has reported himself.
        rarest = sorted(one.marks, key=lambda mark: (len(self._marked[mark]), mark))[:_RAREST]
        for mark in rarest:
            yield from _between(self._marked[mark], one.day, back, ahead)[-_LOOKED_AT:]


def _between(documents: Sequence[Opened], day: date, back: timedelta, ahead: timedelta) -> Sequence[Opened]:
    """Of documents, oldest first, those from so long before a day to so long after it."""
    first, last = day.toordinal() - back.days, day.toordinal() + ahead.days
    start = bisect_left(documents, first, key=lambda each: each.day.toordinal())
    return documents[start : bisect_right(documents, last, lo=start, key=lambda each: each.day.toordinal())]


def _may_follow(one: Opened, source: Opened) -> bool:
    return source is not one and not is_own(one.document, source.document)


def _closest(one: Opened, others: Iterable[Opened], least: float) -> tuple[float, Opened] | None:
    """Of others the one that has most of what a document names, the oldest of several, if that has enough of it."""
    unique = {other.document.id: other for other in others}.values()
    best = min(
        ((-one.share_in(other), other.age, other) for other in unique), default=None, key=lambda found: found[:2]
    )
    return (-best[0], best[2]) if best is not None and -best[0] >= least else None


def _retold(one: Opened, pile: _Pile) -> tuple[float, Opened] | None:
    chance = pile.chance(one)
    enough = max(_RETOLD, chance + _RETOLD_BEYOND_CHANCE * (1 - chance))
    in_order = max(_RETOLD_IN_ORDER, chance + _IN_ORDER_BEYOND_CHANCE * (1 - chance))
    return _closest(one, (each for each in pile.retold(one) if _is_retold(one, each, enough, in_order)), 0.0)


def _is_retold(one: Opened, source: Opened, enough: float, in_order: float) -> bool:
    share = one.share_in(source)
    if share < in_order:
        return False
    order = one.order_in(source)
    if one.day == source.day:
        return share >= enough and order >= _HALF_ORDERLY
    return share >= enough or order >= _ORDERLY


def _is_translation(document: Document, source: Document) -> bool:
    """Whether what retells another text says that it is a translation, or is in another language."""
    return _TRANSLATED.search(document.text) is not None or not in_one_tongue(document.text, source.text)
