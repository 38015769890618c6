"""The order in which a document is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.codebook.contexts import contexts
from dragoman.reading import attributions, dates, expressions, mentions, quantities, quotations, relations, speeches
from dragoman.reading.attributions import Said
from dragoman.reading.encoder import UNREAD, Encoded, Floats, card, encoder
from dragoman.reading.expressions import Expression
from dragoman.reading.heads import heads
from dragoman.reading.memory import Memory
from dragoman.reading.mentions import Mention
from dragoman.reading.owners import owned
from dragoman.reading.relations import Relation, Seen
from dragoman.reading.sentences import Sentence, sentences
from dragoman.records import Attribution, Document, Interval, Party, Quantity, Reading, Span, Standing, Statement

#: Above this chance a date or figure of the sentence belongs to the relation; above the second, if to no other more.
BELONGS = 0.5
BELONGS_IF_ANY = 0.15
#: Characters around parties and trigger in which words show a context.
NEAR = 60
#: What stands between a figure and the period it is for: "of" its base, and a preposition.
_BASE_AND_IN = re.compile(r"(?: of [^,;.:()]{2,60}?)?,? (?:in|over|during|between|from|for|since)(?: the)? ")
_OPENING = re.compile(
    r"[“\"(]?(?:(?:In|On|Since|During|By|From|Until|After|Before|Between|Over|Throughout|As of)(?: the)? )?(?:the )?"
)
_AHEAD = (Standing.PLANNED, Standing.PREDICTED, Standing.REQUESTED)


@dataclass(frozen=True, slots=True)
class _Looked:
    """A sentence with all that was found in it before relations are told."""

    sentence: Sentence
    mentions: list[Mention]
    times: list[Expression]
    encoded: Encoded
    said: list[Said]

    def span(self, place: Span) -> Floats:
        """The encoder's vector of a place in the sentence."""
        return self.encoded.span(place.start - self.sentence.span.start, place.end - self.sentence.span.start)


def version() -> str:
    """Name and version of this reader, written on every statement."""
    return f"dragoman-reader/{card()['version']}"


def read(document: Document) -> Reading:
    """All statements of a document, in the order of the text: the same document gives the same statements."""
    memory = Memory.of(document)
    looked = _look(document, memory)
    saids = quotations.complete(document.text, [(each.sentence, each.said) for each in looked])
    statements: list[Statement] = []
    last: Interval | None = None
    found = relations.find_all([Seen(each.sentence.span, each.encoded, each.mentions) for each in looked])
    for each, related in zip(looked, found, strict=True):
        figures = _figures(related, each)
        for relation, quantities_ in zip(related, figures, strict=True):
            occurred = _occurred(relation, each, quantities_, document, last)
            actors = [mention.span for mention in relation.actors]
            chain = attributions.chain(relation.trigger, actors, saids)
            statements.append(_statement(relation, each, document, _Told(occurred, quantities_, chain)))
        last = _last_time(each.times, document, last)
    unique = {statement.id: statement for statement in statements}
    return Reading(document, tuple(unique.values()), version())


def _look(document: Document, memory: Memory) -> list[_Looked]:
    """Mentions, times and attributions of every sentence that names a party or may tell who speaks."""
    listed = [(each, mentions.find(each.span, memory)) for each in sentences(document.text)]
    kept = [_Kept(each, found, quotations.may_speak(each.span.text)) for each, found in listed]
    kept = [each for each in kept if each.mentions or each.speaks]
    encoded = iter(encoder().encode([each.sentence.span.text for each in kept if each.is_telling]))
    return [_looked(each, next(encoded) if each.is_telling else UNREAD) for each in kept]


@dataclass(frozen=True, slots=True)
class _Kept:
    """A sentence that names somebody or may tell who speaks, before the encoder has seen it."""

    sentence: Sentence
    mentions: list[Mention]
    speaks: bool

    @property
    def is_telling(self) -> bool:
        """Whether it can hold a statement, which takes two, or somebody's words; the encoder need not see others."""
        return self.speaks or len({code for mention in self.mentions for code in mention.codes}) > 1


def _looked(kept: _Kept, encoded: Encoded) -> _Looked:
    place = kept.sentence.span
    said = attributions.find(place, speeches.find(place, encoded), kept.mentions) if kept.is_telling else []
    return _Looked(kept.sentence, kept.mentions, expressions.find(place.text, place.start), encoded, said)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence and its document tell of a relation besides who and what."""

    occurred: Interval
    quantities: tuple[Quantity, ...]
    chain: tuple[Attribution, ...]


def _statement(relation: Relation, looked: _Looked, document: Document, told: _Told) -> Statement:
    return Statement(
        kind=relation.kind,
        type=relation.type,
        mode=relation.mode,
        contexts=_contexts(relation, looked.sentence.span),
        actor=_parties(relation.actors),
        recipient=_parties(relation.recipients),
        occurred=told.occurred,
        quantities=told.quantities,
        standing=_standing(relation, told.occurred, document),
        chain=told.chain,
        document=document.id,
        evidence=looked.sentence.span,
        certainty=round(relation.certainty, 4),
        reader=version(),
    )


def _standing(relation: Relation, occurred: Interval, document: Document) -> Standing:
    """What the words say, but nothing dated after publication can have happened: it is predicted."""
    published = document.published.end if document.published is not None else None
    ahead = published is not None and occurred.start is not None and occurred.start > published
    return Standing.PREDICTED if ahead and relation.standing is Standing.ASSERTED else relation.standing


def _parties(side: Sequence[Mention]) -> tuple[Party, ...]:
    found: dict[tuple[str, str], Party] = {}
    for mention in side:
        for party in mention.parties:
            found.setdefault((party.key, party.name), party)
    return tuple(found.values())


def _contexts(relation: Relation, sentence: Span) -> tuple[str, ...]:
    """The contexts that the words around the trigger and the parties show."""
    places = [relation.trigger, *(mention.span for mention in relation.actors + relation.recipients)]
    start = max(min(place.start for place in places) - NEAR, sentence.start) - sentence.start
    end = min(max(place.end for place in places) + NEAR, sentence.end) - sentence.start
    return contexts(sentence.text[start:end])


def _occurred(
    relation: Relation, looked: _Looked, figures: Sequence[Quantity], document: Document, last: Interval | None
) -> Interval:
    """When: the time that belongs to the relation, or what the publication date alone lets one assume."""
    future = relation.standing in _AHEAD
    for expression in _belonging(relation, looked, figures):
        resolved = dates.resolve(expression, published=document.published, before=last, future=future)
        if resolved is not None:
            return resolved
    return _assumed(relation, document)


def _belonging(relation: Relation, looked: _Looked, figures: Sequence[Quantity]) -> list[Expression]:
    """The times of the sentence that belong to a relation, the surest first.

    The time right behind a figure is the figure's ("60–69% of its imports in the 2010s"); a time that opens the
    sentence holds for all of it if nothing else does.
    """
    behind = [time for figure in figures for time in looked.times if _is_behind(time, figure, looked.sentence.span)]
    chances = heads().belongs(relation.vector, [looked.span(each.span) for each in looked.times], "date")
    ranked = sorted(zip(chances, looked.times, strict=True), key=lambda pair: -pair[0])
    least = BELONGS_IF_ANY if len(ranked) == 1 else BELONGS
    opening = [time for time in looked.times if _opens(time, looked.sentence.span)]
    return [*behind, *(time for chance, time in ranked if chance >= least), *opening]


def _is_behind(time: Expression, figure: Quantity, sentence: Span) -> bool:
    between = sentence.text[figure.mention.end - sentence.start : max(time.span.start - sentence.start, 0)]
    return time.span.start > figure.mention.end and _BASE_AND_IN.fullmatch(between) is not None


def _opens(time: Expression, sentence: Span) -> bool:
    return _OPENING.fullmatch(sentence.text[: time.span.start - sentence.start]) is not None


def _assumed(relation: Relation, document: Document) -> Interval:
    """Without a date of its own, what happened did so by publication, and what is ahead comes after it."""
    if document.published is None or relation.kind == "tie":
        return Interval()
    if relation.standing in _AHEAD:
        return Interval(start=document.published.start)
    return Interval(end=document.published.end) if relation.standing is Standing.ASSERTED else Interval()


def _figures(related: Sequence[Relation], looked: _Looked) -> list[tuple[Quantity, ...]]:
    """The figures of each relation: those that belong to it, and those that belong to it if to any."""
    if not related:
        return []
    sentence = looked.sentence.span
    found = [each for each in quantities.find(sentence.text, sentence.start) if quantities.measures(each)]
    spans = [looked.span(each.quantity.mention) for each in found]
    chances = [heads().belongs(relation.vector, spans, "figure") for relation in related]
    return [
        tuple(
            owned(figure, looked.mentions, relation)
            for number, figure in enumerate(found)
            if chances[row][number] >= min(BELONGS, max(max(column[number] for column in chances), BELONGS_IF_ANY))
        )
        for row, relation in enumerate(related)
    ]


def _last_time(times: Sequence[Expression], document: Document, last: Interval | None) -> Interval | None:
    """The time last spoken of, for "a month later" in the sentences that follow."""
    for expression in times:
        resolved = dates.resolve(expression, published=document.published, before=last)
        if resolved is not None and resolved.start is not None and resolved.precision in ("day", "month", "year"):
            last = resolved
    return last
