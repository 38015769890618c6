"""What follows for relations from the words that tell them, which the heads look at one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.codebook.events import UNDIRECTED
from dragoman.codebook.ties import CHANNELS, MUTUAL
from dragoman.reading.mentions import Mention
from dragoman.reading.relating import mutuals
from dragoman.reading.relating.relations import Relation
from dragoman.records import Span

#: Types of which the same word tells one, between the same two: the other is a guess of what it means.
_ONE_OF = frozenset(("REQUEST", "THREATEN"))
#: People by whom two are tied, however they came: who has them has not aided whose they are.
_PEOPLE = frozenset("refugee refugees migrant migrants emigrants immigrants expatriates exiles has have had".split())
#: Types that have no direction.
_NO_WAY = UNDIRECTED | MUTUAL
#: An attack that is over is an event, and no tie that stands.
_OVER = re.compile(r"(?!clashed|besieged|waged|occupied|invaded)\w+ed")


def told(relations: Sequence[Relation], sentence: Span) -> list[Relation]:
    """The relations of a sentence as its words tell them: what is mutual both ways, and one thing as one."""
    return [
        each
        for one in relations
        if not _is_told_by(relations, one)
        for each in _both(_as_society(one), relations, sentence)
    ]


def _is_told_by(relations: Sequence[Relation], one: Relation) -> bool:
    """Whether the word that tells a relation tells another between the same two instead."""
    same = [
        other for other in relations if other.trigger == one.trigger and other.type != one.type and _is_of(one, other)
    ]
    if _is_having(one) and any(other.type == "society" and _is_of(one, other) for other in relations):
        return True
    if one.type == "hostility" and _OVER.fullmatch(one.trigger.text) is not None:
        return any(other.type == "ASSAULT" for other in same)
    return one.type in _ONE_OF and any(other.type in _ONE_OF and other.certainty > one.certainty for other in same)


def _is_of(one: Relation, other: Relation) -> bool:
    return _codes(one.actors) == _codes(other.actors) and _codes(one.recipients) == _codes(other.recipients)


def _codes(side: Sequence[Mention]) -> set[str]:
    return {code for each in side for code in each.codes}


def _as_society(one: Relation) -> Relation:
    return replace(one, type="society", mode=None) if _is_having(one) else one


def _is_having(one: Relation) -> bool:
    """Whether people are told to be somewhere as if that were aid for where they are from."""
    return one.type == "AID" and one.trigger.text.lower() in _PEOPLE


def _both(one: Relation, relations: Sequence[Relation], sentence: Span) -> Iterator[Relation]:
    """A relation, and the same the other way round if a word tells it for what is mutual, or if it is done to each
    other.
    """
    yield one
    is_mutual = one.kind == "tie" and one.trigger.text.lower() in CHANNELS[one.type].reciprocal
    if not is_mutual and not _is_to_each_other(one, sentence):
        return
    turned = replace(one, actors=one.recipients, recipients=one.actors)
    if not any(other.type == one.type and _is_of(turned, other) for other in relations):
        yield turned


def _is_to_each_other(one: Relation, sentence: Span) -> bool:
    """Whether a relation with a direction is told of two who stand together: "Peru and Chile accused each other"."""
    text, start = sentence.text, sentence.start
    if one.type in _NO_WAY or len(one.actors) != 1 or len(one.recipients) != 1 or not mutuals.says_each_other(text):
        return False
    sides = (one.actors[0].span, one.recipients[0].span)
    first, last = sorted((each.start - start, each.end - start) for each in sides)
    return mutuals.together(text, first, last) and mutuals.holds_behind(text, last[1])
