"""Which dates and figures of a sentence belong to which of its relations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from dragoman.reading.encoder import Encoded, Floats
from dragoman.reading.figures import bare, quantities
from dragoman.reading.figures.quantities import Figure
from dragoman.reading.heads import heads
from dragoman.reading.relating import borders
from dragoman.reading.relating.relations import Relation
from dragoman.reading.times.expressions import Expression
from dragoman.records import Span

#: Above this chance a date of the sentence belongs to the relation, and above that if it is the only one.
BELONGS = 0.5
BELONGS_IF_ONLY = 0.05
#: Above this chance a figure belongs to it, and above that if it belongs to no other relation more.
MEASURES = 0.4
MEASURES_IF_ANY = 0.03
#: What parts a clause from the one before it, if who stands behind it is its subject.
_CLAUSE = re.compile(r"; |, (?:and|but|while|whereas) (?:the |an? |its |their )?(?:[A-ZÀ-Þ]|[a-z-]+ [a-z-]+ed\b)")
#: What goes on to tell what has come since a time, and the times of which it is none.
_SINCE_THEN = re.compile(r"[^.;:]{0,60}?\b(?:and|but) (?:it |they |he |she )?ha(?:s|ve) (?!to\b)[^.;:,]{0,60}$")
_LASTING = frozenset("since from starting after".split())
_PAST = frozenset("iso dotted date days month months season quarter decade years year weekday ago".split())


@dataclass(frozen=True, slots=True)
class Related:
    """A sentence with its relations and the times that it names; `lead` are words before it on which it goes on."""

    sentence: Span
    encoded: Encoded
    times: Sequence[Expression]
    relations: Sequence[Relation]
    lead: str = ""

    def vectors(self, places: Sequence[Span]) -> list[Floats]:
        """The encoder's vectors of places in the sentence."""
        start = self.sentence.start
        return [self.encoded.span(place.start - start, place.end - start) for place in places]


@dataclass(frozen=True, slots=True)
class Belonging:
    """What of its sentence belongs to a relation: times, the likeliest first, and figures."""

    times: tuple[Expression, ...]
    figures: tuple[Figure, ...]


def find_all(sentences: Sequence[Related]) -> list[list[Belonging]]:
    """What belongs to each relation of several sentences of a document."""
    figures = [_figures(each) for each in sentences]
    dated = _chances(sentences, [[time.span for time in each.times] for each in sentences], "date")
    measured = _chances(sentences, [[each.quantity.mention for each in found] for found in figures], "figure")
    return [
        [
            Belonging(
                _likely(each, number, chances), _of(each, number, _mine(found, _here(each, found, measures), number))
            )
            for number, chances in enumerate(dates)
        ]
        for each, found, dates, measures in zip(sentences, figures, dated, measured, strict=True)
    ]


def _here(each: Related, found: Sequence[Figure], chances: Sequence[Sequence[float]]) -> list[list[float]]:
    """The chances of the figures, none where a clause with a subject of its own parts a figure from what follows."""
    return [
        [
            0.0 if _is_apart(each.sentence, figure.quantity.mention, relation.trigger) else chance
            for figure, chance in zip(found, row, strict=True)
        ]
        for relation, row in zip(each.relations, chances, strict=True)
    ]


def _of(each: Related, number: int, figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The figures of a relation, of a border none of what lies at it."""
    if each.relations[number].type != "geography":
        return figures
    text, start = each.sentence.text, each.sentence.start
    return tuple(one for one in figures if not borders.is_of_land(text, one.quantity.mention.end - start))


def _figures(each: Related) -> list[Figure]:
    """The figures of a sentence in which something is related."""
    if not each.relations:
        return []
    found = quantities.find(each.sentence.text, each.sentence.start)
    own = [figure for figure in found if quantities.measures(figure)]
    return own or bare.find(each.sentence.text, each.sentence.start, each.lead)


def _chances(sentences: Sequence[Related], places: Sequence[Sequence[Span]], head: str) -> list[list[list[float]]]:
    """For each sentence, for each of its relations, how likely each place is to belong to it; computed together."""
    asked = [
        (each, each.vectors(spans) if each.relations else []) for each, spans in zip(sentences, places, strict=True)
    ]
    flat = iter(_flat(asked, head))
    return [[list(islice(flat, len(spans))) for _ in each.relations] for each, spans in asked]


def _flat(asked: Sequence[tuple[Related, list[Floats]]], head: str) -> Iterator[float]:
    relations = [relation.vector for each, spans in asked for relation in each.relations for _ in spans]
    vectors = [vector for each, spans in asked for _ in each.relations for vector in spans]
    if vectors:
        yield from heads().belongs(np.stack(relations), np.stack(vectors), head).tolist()


def _likely(related: Related, number: int, chances: Sequence[float]) -> tuple[Expression, ...]:
    """The times that are likely of a relation; one that is so only for want of others stands in the same clause."""
    trigger = related.relations[number].trigger
    ranked = sorted(
        (pair for pair in zip(chances, related.times, strict=True) if not _is_over(related.sentence, pair[1], trigger)),
        key=lambda pair: -pair[0],
    )
    if len(ranked) != 1 or ranked[0][0] >= BELONGS:
        return tuple(time for chance, time in ranked if chance >= BELONGS)
    chance, time = ranked[0]
    is_apart = _is_apart(related.sentence, time.span, trigger)
    return () if chance < BELONGS_IF_ONLY or is_apart else (time,)


def _is_apart(sentence: Span, time: Span, trigger: Span) -> bool:
    """Whether a clause with a subject of its own begins between a time that stands before a word, and that word."""
    between = sentence.text[max(time.end - sentence.start, 0) : max(trigger.start - sentence.start, 0)]
    return _CLAUSE.search(between) is not None


def _is_over(sentence: Span, time: Expression, trigger: Span) -> bool:
    """Whether a time was over when that came of which a word tells: "paid in 2008 and has been sued by Fiji"."""
    if time.lead in _LASTING or time.kind not in _PAST:
        return False
    between = sentence.text[time.span.end - sentence.start : max(trigger.start - sentence.start, 0)]
    return "ha" in between and _SINCE_THEN.match(between) is not None


def _mine(found: Sequence[Figure], chances: Sequence[Sequence[float]], number: int) -> tuple[Figure, ...]:
    """The figures that belong to a relation by its number, and those that belong to it if to any."""
    return tuple(
        figure
        for figure, *column in zip(found, *chances, strict=True)
        if column[number] >= min(MEASURES, max(max(column), MEASURES_IF_ANY))
    )
