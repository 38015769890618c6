"""Whose each of several figures is that are told "respectively" of as many parties: "12 and 7 percent"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading import clauses
from dragoman.reading.figures.quantities import Figure
from dragoman.reading.mentions import Mention
from dragoman.reading.relating.relations import Relation
from dragoman.records import Span

_WORD = "respectively"


def own(
    relation: Relation, figures: Sequence[Figure], mentions: Sequence[Mention], sentence: Span
) -> tuple[Figure, ...]:
    """The figures of a relation: of as many as a list has parties, that in the place of the party it is told of."""
    if _WORD not in sentence.text or len(figures) < 2:
        return tuple(figures)
    ordered = sorted(figures, key=lambda each: each.quantity.mention.start)
    for listed in _lists(mentions, sentence):
        sides = [each for each in (relation.actors, relation.recipients) if len(each) == 1 and each[0] in listed]
        if len(listed) == len(ordered) and len(sides) == 1:
            return (ordered[listed.index(sides[0][0])],)
    return tuple(figures)


def _lists(mentions: Sequence[Mention], sentence: Span) -> list[list[Mention]]:
    """The mentions of a sentence that are listed: "Chile, Peru and Fiji"."""
    here = [each for each in mentions if each.span.start >= sentence.start]
    joined = clauses.lists(
        sentence.text, [(each.span.start - sentence.start, each.span.end - sentence.start) for each in here]
    )
    found: list[list[Mention]] = []
    for number, each in enumerate(here):
        if joined[number]:
            if not joined[number - 1]:
                found.append([here[number - 1]])
            found[-1].append(each)
    return found
