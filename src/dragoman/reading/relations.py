"""Who does what to whom, and what stands between them: the typed pairs of one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from dragoman.codebook.ties import CHANNELS, MUTUAL
from dragoman.reading.encoder import Encoded, Floats
from dragoman.reading.heads import Related, heads
from dragoman.reading.mentions import Mention
from dragoman.records import Span, Standing
from dragoman.records.statement import Kind

#: Sentences that name more parties than this are lists; the first ones are looked at.
MOST_MENTIONS = 14

#: Channels in which one stands between several.
_BETWEEN = frozenset({"mediation", "transit"})


@dataclass(frozen=True, slots=True)
class Relation:
    """An event or tie between mentions of one sentence; `trigger` is the word of the document that says it."""

    type: str
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    standing: Standing
    mode: str | None
    trigger: Span
    certainty: float
    vector: Floats

    @property
    def kind(self) -> Kind:
        """Whether the type is an event's or a tie's."""
        return "tie" if self.type in CHANNELS else "event"


@dataclass(frozen=True, slots=True)
class _Scored:
    actor: int
    recipient: int
    type: int
    chance: float


def find(sentence: Span, encoded: Encoded, mentions: Sequence[Mention]) -> list[Relation]:
    """The relations between the parties of a sentence, each told once."""
    listed = [each for each in mentions if each.parties][:MOST_MENTIONS]
    pairs = [(a, b) for a, b in combinations(range(len(listed)), 2) if not set(listed[a].codes) & set(listed[b].codes)]
    if not pairs:
        return []
    spans = np.stack(
        [encoded.span(each.span.start - sentence.start, each.span.end - sentence.start) for each in listed]
    )
    ordered = [*pairs, *((b, a) for a, b in pairs)]
    vectors = heads().pair(spans[[a for a, _ in ordered]], spans[[b for _, b in ordered]], encoded)
    chances = heads().type_chances(vectors)
    scored = _best(_scored(pairs, chances), listed)
    place = {pair: number for number, pair in enumerate(ordered)}
    found = [
        relation
        for one in scored
        for relation in _relations(one, listed, vectors[place[one.actor, one.recipient]], (encoded, sentence))
    ]
    return _merged(found)


def _scored(pairs: Sequence[tuple[int, int]], chances: Floats) -> Iterator[_Scored]:
    """The types above their threshold, each in its likelier direction; mutual ones in the order of the text."""
    threshold = heads().threshold
    for number, (a, b) in enumerate(pairs):
        forth, back = chances[number], chances[len(pairs) + number]
        for kind, name in enumerate(heads().types):
            if name in MUTUAL:
                chance, turned = float((forth[kind] + back[kind]) / 2), False
            else:
                chance, turned = float(max(forth[kind], back[kind])), bool(back[kind] > forth[kind])
            if chance >= threshold:
                yield _Scored(b, a, kind, chance) if turned else _Scored(a, b, kind, chance)


def _best(scored: Iterable[_Scored], mentions: Sequence[Mention]) -> list[_Scored]:
    """One reading for parties named several times in the sentence: the likeliest."""
    best: dict[tuple[object, ...], _Scored] = {}
    for one in scored:
        sides = (mentions[one.actor].codes, mentions[one.recipient].codes)
        # A type holds between the same two parties in one direction only.
        key = (one.type, frozenset(sides))
        if key not in best or one.chance > best[key].chance:
            best[key] = one
    return sorted(best.values(), key=lambda one: (one.actor, one.recipient, one.type))


def _relations(
    one: _Scored, mentions: Sequence[Mention], vector: Floats, where: tuple[Encoded, Span]
) -> Iterator[Relation]:
    """A pair of a type as relations, one for each standing that the sentence gives it."""
    encoded, sentence = where
    related = heads().related(vector, one.type, encoded)
    for standing, chance in related.standings:
        yield Relation(
            heads().types[one.type],
            (mentions[one.actor],),
            (mentions[one.recipient],),
            Standing(standing),
            related.mode,
            _trigger(related, encoded, sentence),
            one.chance if len(related.standings) == 1 else one.chance * chance,
            related.vector,
        )


def _trigger(related: Related, encoded: Encoded, sentence: Span) -> Span:
    """The whole word in which the trigger's piece stands."""
    start, end = encoded.offsets[related.trigger]
    while start > 0 and sentence.text[start - 1].isalnum():
        start -= 1
    while end < len(sentence.text) and sentence.text[end].isalnum():
        end += 1
    return Span(sentence.start + start, sentence.start + end, sentence.text[start:end])


def _merged(relations: Sequence[Relation]) -> list[Relation]:
    """One relation with several recipients, or several actors, where the same words say it of each.

    Ties stay apart, for each stands by itself: that A borders B and C does not make neighbours of B and C, and A may go
    on supplying B when it no longer supplies C. A mediator stands between its parties, and a route between its users.
    """
    apart = [one for one in relations if one.kind == "tie" and one.type not in _BETWEEN]
    together = [one for one in relations if one.kind == "event" or one.type in _BETWEEN]
    wide = _grouped(together, _actors, _with_recipients)
    return sorted([*apart, *_grouped(wide, _recipients, _with_actors)], key=_place)


def _actors(one: Relation) -> tuple[Mention, ...]:
    return one.actors


def _recipients(one: Relation) -> tuple[Mention, ...]:
    return one.recipients


def _with_recipients(known: Relation, one: Relation) -> Relation:
    both = _both(known.recipients, one.recipients)
    return replace(known, recipients=both, certainty=min(known.certainty, one.certainty))


def _with_actors(known: Relation, one: Relation) -> Relation:
    return replace(known, actors=_both(known.actors, one.actors), certainty=min(known.certainty, one.certainty))


def _place(one: Relation) -> tuple[int, int, str]:
    return one.actors[0].span.start, one.recipients[0].span.start, one.type


def _grouped(
    relations: Sequence[Relation],
    fixed: Callable[[Relation], tuple[Mention, ...]],
    join: Callable[[Relation, Relation], Relation],
) -> list[Relation]:
    """Join the relations of one type, standing and trigger whose `fixed` side is the same.

    Who stands between several does so whatever word says it of each.
    """
    groups: dict[tuple[object, ...], Relation] = {}
    for one in relations:
        words = None if one.type in _BETWEEN else one.trigger.start
        key = (one.type, tuple(mention.span.start for mention in fixed(one)), words, one.standing)
        groups[key] = join(groups[key], one) if key in groups else one
    return list(groups.values())


def _both(known: tuple[Mention, ...], more: tuple[Mention, ...]) -> tuple[Mention, ...]:
    return tuple(sorted({*known, *more}, key=lambda mention: mention.span.start))
