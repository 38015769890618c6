"""Which passages of one text are those of another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from dragoman.reconcile.crediting import WORD
from dragoman.reconcile.opened import marks
from dragoman.reconcile.passages import passages, runs_of, sentences
from dragoman.reconcile.words import words
from dragoman.records import Span

#: Names and numbers that two sentences share if one tells the other again, and how much they must tell: one that stands
#: in n sentences of the source counts 1/n, for where all speak of Baku and Israel, these tell nothing.
_RETOLD: Final = 2
_TELLING: Final = 1.0
#: What of a sentence is compared.
_Features = Callable[[str], frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage of a document, within one paragraph, and the passage of the other document that it goes back to.

    `likeness` is the share of what was compared (runs of three words, or names and numbers) that stands there, 0 to 1.
    """

    here: Span
    there: Span
    likeness: float


def copied(text: str, source: str, *, whole: bool = False) -> tuple[Shared, ...]:
    """The passages of a text whose words are those of another, in its order; `whole` leaves out what was edited."""
    places = passages(source).gone_back(text, whole=whole)
    return tuple(_joined(text, source, _Sentences(source, _runs, 1, 0.0).pairs(text, places)))


def retold(text: str, source: str) -> tuple[Shared, ...]:
    """The passages of a text that name what a passage of another names, in its order."""
    return tuple(_joined(text, source, _Sentences(source, _marks, _RETOLD, _TELLING).pairs(text, sentences(text))))


def _runs(sentence: str) -> frozenset[Hashable]:
    return runs_of(words(sentence))


def _marks(sentence: str) -> frozenset[Hashable]:
    return frozenset(marks(WORD.findall(sentence)))


class _Sentences:
    """The sentences of a text, to find the one that a sentence of another goes back to."""

    def __init__(self, text: str, features: _Features, least: int, telling: float) -> None:
        self._text, self._features, self._least, self._telling = text, features, least, telling
        self._places = list(sentences(text))
        self._having: defaultdict[Hashable, list[int]] = defaultdict(list)
        for number, (start, end) in enumerate(self._places):
            for each in features(text[start:end]):
                self._having[each].append(number)

    def pairs(self, text: str, places: Iterable[tuple[int, int]]) -> Iterator[Shared]:
        """Each place of another text with the sentence that shares most with it, if it shares enough."""
        for start, end in places:
            own = self._features(text[start:end])
            best = self._closest(own)
            if best is not None:
                number, shared = best
                there = Span.of(self._text, *self._places[number])
                yield Shared(Span.of(text, start, end), there, round(shared / len(own), 4))

    def _closest(self, own: frozenset[Hashable]) -> tuple[int, int] | None:
        """The number of the sentence that shares what tells most, and how many features it shares."""
        shared, telling = Counter[int](), defaultdict[int, Fraction](Fraction)
        for each in own:
            having = self._having.get(each, ())
            for number in having:
                shared[number] += 1
                # Exact, for a set has no order, and rounded sums differ with theirs.
                telling[number] += Fraction(1, len(having))
        enough = [number for number, count in shared.items() if count >= self._least]
        best = min(enough, key=lambda number: (-telling[number], number), default=None)
        return (best, shared[best]) if best is not None and telling[best] >= self._telling else None


def _joined(text: str, source: str, pairs: Iterable[Shared]) -> Iterator[Shared]:
    """The pairs, those as one that follow each other within a paragraph of both texts."""
    waiting: list[Shared] = []
    for each in pairs:
        if waiting and not (
            _follows(text, waiting[-1].here, each.here) and _follows(source, waiting[-1].there, each.there)
        ):
            yield _one(text, source, waiting)
            waiting = []
        waiting.append(each)
    if waiting:
        yield _one(text, source, waiting)


def _follows(text: str, one: Span, other: Span) -> bool:
    between = text[one.end : other.start]
    return one.end <= other.start and not between.strip() and "\n" not in between


def _one(text: str, source: str, pairs: list[Shared]) -> Shared:
    here = Span.of(text, pairs[0].here.start, pairs[-1].here.end)
    there = Span.of(source, pairs[0].there.start, pairs[-1].there.end)
    weights = [each.here.end - each.here.start for each in pairs]
    likeness = sum(each.likeness * weight for each, weight in zip(pairs, weights, strict=True)) / sum(weights)
    return Shared(here, there, round(likeness, 4))
