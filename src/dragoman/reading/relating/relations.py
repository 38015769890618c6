"""Who does what to whom, and what stands between them: the typed pairs of one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dragoman.codebook.events import EVENT_TYPES, UNDIRECTED
from dragoman.codebook.ties import CHANNELS, MUTUAL
from dragoman.reading.encoder import Encoded, Floats
from dragoman.reading.heads import Asked, Related, Signs, heads, logit
from dragoman.reading.mentions import Mention
from dragoman.reading.relating import borders, mutuals
from dragoman.records import Span, Standing
from dragoman.records.statement import Kind

#: Sentences that name more parties than this are lists; the first ones are looked at.
MOST_MENTIONS = 14
#: Pairs whose vectors are computed together: more gain no speed, and take memory.
PAIRS_AT_A_TIME = 256
#: Channels in which one stands between several.
_BETWEEN = frozenset({"mediation", "transit"})
#: What the heads, which have learnt of parties that stand apart, are short of where the same words stand for both.
_SAME_TYPE, _SAME_WAY = 2.0, 3.0
#: Types of which both sides mean the same, and those that may hold both ways at once.
_NO_WAY = MUTUAL | UNDIRECTED
_EITHER_WAY = frozenset({"diplomacy", "hostility", "trade"})
#: Quad classes of what is done by words.
_VERBAL = (1, 3)
#: What words for several say of them by themselves: "the two neighbours".
_BY_NAME = frozenset({"geography"})
#: That of a relation of which no more will be asked.
NO_VECTOR: Floats = np.zeros(0, np.float32)
#: Those of a relation that was not told by the heads.
NO_SIGNS = Signs(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Relation:
    """An event or tie between mentions of one sentence.

    `trigger` is the word of the document that says it, `signs` what the certainty is made of.
    """

    type: str
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    standing: Standing
    mode: str | None
    trigger: Span
    certainty: float
    vector: Floats
    signs: Signs = NO_SIGNS

    @property
    def kind(self) -> Kind:
        """Whether the type is an event's or a tie's."""
        return "tie" if self.type in CHANNELS else "event"

    @property
    def is_verbal(self) -> bool:
        """Whether it is done by saying something."""
        return self.kind == "event" and EVENT_TYPES[self.type].quad in _VERBAL


@dataclass(frozen=True, slots=True)
class _Scored:
    """A type of a pair of mentions with its logit and that of anything; `row` is that of its vector."""

    actor: int
    recipient: int
    type: int
    logit: float
    way: float
    row: int


@dataclass(frozen=True, slots=True)
class Likely:
    """A type (its number) that may hold of a pair (its number), from the second to the first if `turned`.

    `logit` is the type's, `way` that of anything between the two.
    """

    pair: int
    type: int
    turned: bool
    logit: float
    way: float


@dataclass(frozen=True, slots=True)
class Seen:
    """A sentence as it is searched for relations."""

    sentence: Span
    encoded: Encoded
    mentions: Sequence[Mention]


@dataclass(frozen=True, slots=True)
class _Paired:
    """A sentence with the mentions that are looked at, and the pairs of them that are different parties."""

    seen: Seen
    mentions: Sequence[Mention]
    pairs: Sequence[tuple[int, int]]


def find(sentence: Span, encoded: Encoded, mentions: Sequence[Mention]) -> list[Relation]:
    """The relations between the parties of a sentence, each told once."""
    return find_all([Seen(sentence, encoded, mentions)])[0]


def find_all(seen: Sequence[Seen]) -> list[list[Relation]]:
    """The relations in each of several sentences of a document."""
    found: list[list[Relation]] = [[] for _ in seen]
    paired = [(number, each) for number, each in enumerate(map(_paired, seen)) if each.pairs]
    for group in _groups(paired):
        for (number, _), relations in zip(group, _in_group([each for _, each in group]), strict=True):
            found[number] = relations
    return found


def may_relate(mentions: Sequence[Mention]) -> bool:
    """Whether anything can be found in a sentence with these mentions: it takes two that are different parties, or one
    that is two.
    """
    listed = _listed(mentions)
    return any(map(_is_both, listed)) or next(_pairs(listed), None) is not None


def _paired(seen: Seen) -> _Paired:
    listed = _listed(seen.mentions)
    halves = [half for each in listed if _is_both(each) for half in _halves(each)]
    apart = [(place, place + 1) for place in range(len(listed), len(listed) + len(halves), 2)]
    return _Paired(seen, [*listed, *halves], [*_pairs(listed), *apart])


def _is_both(mention: Mention) -> bool:
    """Whether words stand for two parties between which something may be: "both countries", "they"."""
    return mention.kind in ("plural", "description", "pronoun") and len(set(mention.codes)) == 2


def _halves(mention: Mention) -> tuple[Mention, Mention]:
    """The same words for each of the two parties that they stand for."""
    one, other = dict(zip(mention.codes, mention.parties, strict=True)).values()
    return replace(mention, parties=(one,)), replace(mention, parties=(other,))


def _listed(mentions: Sequence[Mention]) -> list[Mention]:
    return [each for each in mentions if each.parties][:MOST_MENTIONS]


def _pairs(listed: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    codes = [frozenset(each.codes) for each in listed]
    return ((a, b) for a, b in combinations(range(len(listed)), 2) if codes[a].isdisjoint(codes[b]))


def _groups(paired: Sequence[tuple[int, _Paired]]) -> Iterator[list[tuple[int, _Paired]]]:
    """Sentences together as long as they have no more pairs than are computed at a time."""
    group: list[tuple[int, _Paired]] = []
    size = 0
    for each in paired:
        if group and size + len(each[1].pairs) > PAIRS_AT_A_TIME:
            yield group
            group, size = [], 0
        group.append(each)
        size += len(each[1].pairs)
    if group:
        yield group


def _in_group(group: Sequence[_Paired]) -> Iterator[list[Relation]]:
    """The relations of each of some sentences, whose vectors are computed together."""
    asked, vectors = heads().promising([Asked(_spans(each), each.pairs, each.seen.encoded) for each in group])
    sifted = [replace(each, pairs=one.pairs) for each, one in zip(group, asked, strict=True)]
    scored = [(each, one) for each, found in _scored(sifted, vectors) for one in _best(found, each.mentions)]
    told_ = _related(scored, vectors)
    for each in sifted:
        here = [(one, related) for (paired, one), related in zip(scored, told_, strict=True) if paired is each]
        relations = (relation for one, related in here for relation in _relations(one, related, each))
        text = each.seen.sentence.text
        yield _merged([relation for relation in relations if not _is_elsewhere(relation, text)])


def _related(scored: Sequence[tuple[_Paired, _Scored]], vectors: Floats) -> list[Related]:
    if not scored:
        return []
    rows, kinds = [one.row for _, one in scored], [one.type for _, one in scored]
    return heads().related(vectors[rows], kinds, [paired.seen.encoded for paired, _ in scored])


def _spans(paired: _Paired) -> Floats:
    """The vectors (mentions, 384) of the mentions: means over the pieces that share a character with them."""
    start, encoded = paired.seen.sentence.start, paired.seen.encoded
    first, last = np.array([(each.span.start - start, each.span.end - start) for each in paired.mentions]).T[:, :, None]
    begin, end = np.array(encoded.offsets).T
    inside = ((begin < end) & (begin < last) & (first < end)).astype(np.float32)
    return np.asarray(inside @ encoded.hidden / np.maximum(inside.sum(1, keepdims=True), 1), np.float32)


def likely(
    vectors: Floats, are_same: NDArray[np.bool_] | None = None, are_each: NDArray[np.bool_] | None = None
) -> Iterator[Likely]:
    """The types that may hold between each two parties by their pair vectors (2 * pairs, 256): all forth, then back.

    A type has one direction, its likelier; one whose two sides mean the same has none, and its logit is the mean of
    both. Only such a type holds between two for whom the same words stand (`are_same`), or what is said to be done to
    "each other" (`are_each`).
    """
    types, ways = heads().type_logits(vectors), heads().way_logits(vectors)
    if are_same is not None and are_same.any():
        both = np.concatenate([are_same, are_same])[:, None]
        held = _undirected() if are_each is None else _undirected() | (_to_others() & np.tile(are_each, 2)[:, None])
        types = np.where(both, np.where(held, types + np.float32(_SAME_TYPE), np.float32(-np.inf)), types)
        ways = np.where(both[:, 0], ways + np.float32(_SAME_WAY), ways)
    half = len(vectors) // 2
    forth, back, mutual = types[:half], types[half:], _mutual()
    logits = np.where(mutual, (forth + back) / 2, np.maximum(forth, back))
    turned = (back > forth) & ~mutual
    way = np.maximum(ways[:half], ways[half:])
    for pair, kind in np.argwhere(heads().certainty.is_likely(logits, way[:, None])).tolist():
        yield Likely(pair, kind, bool(turned[pair, kind]), float(logits[pair, kind]), float(way[pair]))


@cache
def _mutual() -> NDArray[np.bool_]:
    return np.array([name in MUTUAL for name in heads().types])


@cache
def _undirected() -> NDArray[np.bool_]:
    """Which types can hold between two without a word of who does it to whom: "trade between the two countries"."""
    return np.array([name in (_NO_WAY | _EITHER_WAY) - _BY_NAME for name in heads().types])


@cache
def _to_others() -> NDArray[np.bool_]:
    """Which types can hold between two who do something to each other."""
    return np.array([name not in _BY_NAME for name in heads().types])


def _scored(group: Sequence[_Paired], vectors: Floats) -> Iterator[tuple[_Paired, list[_Scored]]]:
    """The types that may hold in each sentence, each in its direction; mutual ones in the order of the text."""
    same = [each.mentions[a].span == each.mentions[b].span for each in group for a, b in each.pairs]
    told = [mutuals.says_each_other(each.seen.sentence.text) for each in group]
    each_other = [each for each, paired in zip(told, group, strict=True) for _ in paired.pairs]
    found = list(likely(vectors, np.array(same, np.bool_), np.array(each_other, np.bool_)))
    first, half = 0, len(vectors) // 2
    for each in group:
        listed = []
        for one in (one for one in found if 0 <= one.pair - first < len(each.pairs)):
            a, b = each.pairs[one.pair - first]
            sides = (b, a) if one.turned else (a, b)
            listed.append(_Scored(*sides, one.type, one.logit, one.way, one.pair + half * one.turned))
        yield each, listed
        first += len(each.pairs)


def _best(scored: Iterable[_Scored], mentions: Sequence[Mention]) -> list[_Scored]:
    """One reading for parties named several times in the sentence: the likeliest, of words for each if there is any;
    and the likeliest of other words that says it the other way round: "Peru sued Chile, and Chile sued Peru".
    """
    groups: dict[tuple[object, ...], list[_Scored]] = {}
    codes = [mention.codes for mention in mentions]

    def rank(one: _Scored) -> tuple[bool, float]:
        return mentions[one.actor].span != mentions[one.recipient].span, one.logit

    for one in scored:
        groups.setdefault((one.type, frozenset((codes[one.actor], codes[one.recipient]))), []).append(one)
    best = []
    for listed in groups.values():
        first = max(listed, key=rank)
        other = [
            one
            for one in listed
            if codes[one.actor] == codes[first.recipient]
            and {one.actor, one.recipient}.isdisjoint((first.actor, first.recipient))
            and heads().types[one.type] not in _NO_WAY
        ]
        best += [first, *([max(other, key=rank)] if other else [])]
    return sorted(best, key=lambda one: (one.actor, one.recipient, one.type))


def _relations(one: _Scored, related: Related, paired: _Paired) -> Iterator[Relation]:
    """A pair of a type as relations, one for each standing that the sentence gives it surely enough to be told."""
    actor, recipient = paired.mentions[one.actor], paired.mentions[one.recipient]
    trigger = _trigger(related, paired.seen.encoded, paired.seen.sentence)
    for standing, chance in related.standings:
        signs = Signs(one.logit, one.way, logit(chance))
        known = actor.reliability * (recipient.reliability if actor.span != recipient.span else 1.0)
        certainty = heads().certainty.of(signs) * known
        if certainty < heads().certainty.told:
            continue
        yield Relation(
            heads().types[one.type],
            (actor,),
            (recipient,),
            Standing(standing),
            related.mode,
            trigger,
            certainty,
            related.vector,
            signs,
        )


def _is_elsewhere(relation: Relation, sentence: str) -> bool:
    """Whether two states are told to be neighbours that are none."""
    if relation.type != "geography" or relation.standing is not Standing.ASSERTED:
        return False
    sides = [code for side in (relation.actors, relation.recipients) for each in side for code in each.codes]
    return borders.are_apart(sides, relation.trigger.text, sentence)


def _trigger(related: Related, encoded: Encoded, sentence: Span) -> Span:
    """The whole word in which the trigger's piece stands; if it stands before the sentence, no more than a letter."""
    start, end = encoded.offsets[related.trigger]
    if end <= 0:
        return Span(sentence.start, sentence.start + 1, sentence.text[:1])
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
