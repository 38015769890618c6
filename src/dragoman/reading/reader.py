"""The order in which a document is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.codebook.contexts import contexts
from dragoman.reading import items, mentions
from dragoman.reading.encoder import UNREAD, Encoded, card, encoder
from dragoman.reading.items import Item, Lists
from dragoman.reading.mentions import Mention
from dragoman.reading.naming.memory import Memory
from dragoman.reading.relating import averted, belongings, guesses, presupposed, relations, respective, triggers
from dragoman.reading.relating.belongings import Belonging, Related
from dragoman.reading.relating.calendar import Calendar
from dragoman.reading.relating.owners import inherited, owned
from dragoman.reading.relating.relations import NO_VECTOR, Relation, Seen
from dragoman.reading.saying import attributions, authors, quotations, rebuttals, speeches
from dragoman.reading.saying.attributions import Replied, Said, Saids
from dragoman.reading.saying.interviews import Interview
from dragoman.reading.saying.rebuttals import Claimed
from dragoman.reading.saying.speeches import Speech
from dragoman.reading.sentences import Sentence, sentences
from dragoman.reading.times import expressions
from dragoman.reading.times.expressions import Expression
from dragoman.reading.windows import windows
from dragoman.records import Attribution, Document, Interval, Party, Quantity, Reading, Span, Standing, Statement

#: Characters around parties and trigger in which words show a context.
NEAR = 60


@dataclass(frozen=True, slots=True)
class _Looked:
    """A sentence with all that was found in it before relations are told."""

    sentence: Sentence
    mentions: list[Mention]
    times: list[Expression]
    encoded: Encoded
    said: list[Said]
    replied: Replied | None
    item: Item | None


@dataclass(frozen=True, slots=True)
class _Kept:
    """A sentence that names somebody or may tell who speaks, before the encoder has seen it.

    `is_telling`: it can hold a statement, which takes two parties, or tell who speaks in one that can; others need not
    be encoded. `item`: it goes on from what stands before it, whose parties are among its own.
    """

    sentence: Sentence
    mentions: list[Mention]
    is_telling: bool = False
    item: Item | None = None

    @property
    def shown(self) -> str:
        """What the encoder sees."""
        return self.sentence.span.text if self.item is None else self.item.shown(self.sentence.span)


@dataclass(frozen=True, slots=True)
class Begun:
    """A document whose parties are found, and whose sentences the encoder has yet to see."""

    document: Document
    kept: list[_Kept]
    turns: tuple[Said, ...] = ()

    @property
    def texts(self) -> list[str]:
        """What the encoder must see, in the order of the text."""
        return [each.shown for each in self.kept if each.is_telling]


def version() -> str:
    """Name and version of this reader, written on every statement."""
    return f"dragoman-reader/{card()['version']}"


def read(document: Document) -> Reading:
    """All statements of a document, in the order of the text: the same document gives the same statements."""
    begun = begin(document)
    return finish(begun, _in_turn(begun.texts))


def begin(document: Document, *, whole: bool = False) -> Begun:
    """Find who is named in a document, up to where the encoder is needed, which may see several documents at once.

    If `whole`, the encoder is to see every sentence that names somebody or may tell who speaks.
    """
    memory, interview, lists = Memory.of(document), Interview(document.text), Lists()
    memory.speaker = memory.speaker or authors.of_name(document.author, memory.day)
    named = _behind([_named(each, memory, interview, lists) for each in sentences(document.text)])
    kept = [each for each in named if each.mentions or quotations.may_speak(each.sentence.span.text)]
    telling = [True] * len(kept) if whole else _telling(kept)
    listed = [replace(each, is_telling=is_) for each, is_ in zip(kept, telling, strict=True)]
    return Begun(document, listed, tuple(interview.said()))


def _named(sentence: Sentence, memory: Memory, interview: Interview, lists: Lists) -> _Kept:
    """A sentence with its mentions, and as an item those of the words that head its list."""
    interview.enter(sentence.span.start, memory)
    item = lists.item(sentence)
    found = mentions.find(sentence.span, memory, first=sentence.first)
    lists.turn(sentence, found)
    if memory.speaker is None:
        memory.speaker = authors.told(sentence.span, found, memory.sentence)
    return _Kept(sentence, found if item is None else [*item.lead.mentions, *found], item=item)


def _behind(named: list[_Kept]) -> list[_Kept]:
    """The sentences of a document, of which those that name one party alone are read behind the one before."""
    found = named[:1]
    for before, each in pairwise(named):
        item = None
        if before.mentions and each.item is None and before.item is None:
            item = items.behind(before.sentence, each.sentence, before.mentions, each.mentions)
        found.append(each if item is None else replace(each, mentions=[*before.mentions, *each.mentions], item=item))
    return found


def _telling(kept: Sequence[_Kept]) -> list[bool]:
    """Of each sentence whether something can be related in it, or its speaker may go on in one in which something
    can.
    """
    related = [relations.may_relate(each.mentions) for each in kept]
    heard = quotations.are_heard([each.sentence for each in kept], related)
    return [
        own or (carried and quotations.may_speak(each.sentence.span.text))
        for each, own, carried in zip(kept, related, heard, strict=True)
    ]


def encode(texts: Sequence[Sequence[str]]) -> list[list[Encoded]]:
    """What the encoder makes of the sentences of several documents; one that stands in many is computed once."""
    different = list(dict.fromkeys(text for each in texts for text in each))
    known = dict(zip(different, encoder().encode(different), strict=True))
    return [[known[text] for text in each] for each in texts]


def _in_turn(texts: Sequence[str]) -> Iterator[Encoded]:
    """What the encoder makes of the sentences of one document, computed as it is asked for."""
    for window in windows(texts, len):
        yield from encode([window])[0]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A sentence with what was told of it and of nothing but it; the encoder's vectors are forgotten.

    `related` are its relations, each with the times and figures that belong to it.
    """

    sentence: Sentence
    times: list[Expression]
    said: list[Said]
    replied: Replied | None
    related: list[tuple[Relation, tuple[Expression, ...], tuple[Quantity, ...]]]


def finish(begun: Begun, encoded: Iterable[Encoded]) -> Reading:
    """The statements of a document, given what the encoder makes of `begun.texts`.

    A long document is gone through window by window, of each of which no more of `encoded` is taken than it needs.
    """
    document, seen = begun.document, iter(encoded)
    told = [
        each
        for window in windows(begun.kept, lambda kept: len(kept.sentence.span.text))
        for each in _told(_look(window, seen))
    ]
    completed = quotations.complete(document.text, [(each.sentence, each.said) for each in told])
    saids = Saids([*begun.turns, *completed])
    statements: dict[str, Statement] = {}
    before: list[Claimed] = []
    for each, claimed in _claimed(document, told, saids):
        found = [one.statement for one in claimed]
        if (replied := each.replied) is not None:
            is_here = replied.start > each.sentence.span.start
            open_to = claimed if is_here else _right_before(each.sentence.span, before, document)
            answered = list(rebuttals.answered(replied, each.sentence.span, open_to, document))
            found = answered if is_here else [*found, *answered]
        statements.update((one.id, one) for one in found)
        before = claimed
    return Reading(document, tuple(statements.values()), version())


def _claimed(document: Document, told: Sequence[_Stretch], saids: Saids) -> Iterator[tuple[_Stretch, list[Claimed]]]:
    """Each sentence with the statements that are told in it."""
    calendar = Calendar(document)
    for each in told:
        calendar.turn(each.sentence, each.times)
        claimed = []
        for relation, times, figures in each.related:
            actors = [mention.span for mention in relation.actors]
            near = saids.near(relation.trigger)
            chain = attributions.chain(relation.trigger, actors, near, verbal=relation.is_verbal)
            for occurred, measured in calendar.told(relation, times, figures):
                found = _statement(relation, each.sentence.span, document, _Told(occurred, measured, chain))
                claimed.append(Claimed(found, relation.trigger))
        yield each, claimed


def _right_before(place: Span, before: list[Claimed], document: Document) -> list[Claimed]:
    """What the sentence before claims, if nothing is between them."""
    is_next = bool(before) and not document.text[before[-1].statement.evidence.end : place.start].strip()
    return before if is_next else []


def _told(looked: Sequence[_Looked]) -> list[_Stretch]:
    """What each of some sentences that stand together tells by itself."""
    seen = [Seen(each.sentence.span, each.encoded, each.mentions) for each in looked]
    found = [
        items.told_here(_mended(each, one), looked_at.item, one.sentence)
        for each, one, looked_at in zip(relations.find_all(seen), seen, looked, strict=True)
    ]
    listed = [
        Related(each.sentence.span, each.encoded, each.times, told, each.item.lead.span.text if each.item else "")
        for each, told in zip(looked, found, strict=True)
    ]
    return [
        _Stretch(each.sentence, each.times, each.said, each.replied, _related(each, related, belonging))
        for each, related, belonging in zip(looked, found, belongings.find_all(listed), strict=True)
    ]


def _mended(found: Sequence[Relation], seen: Seen) -> list[Relation]:
    """The relations of a sentence as its words tell them."""
    meant = presupposed.without(guesses.without(found, seen.sentence, seen.mentions), seen.sentence)
    likely = averted.told(meant, seen.sentence)
    return triggers.told(likely, seen.sentence)


def _related(
    looked: _Looked, related: Sequence[Relation], belonging: Sequence[Belonging]
) -> list[tuple[Relation, tuple[Expression, ...], tuple[Quantity, ...]]]:
    """The relations of a sentence with the times and figures that belong to each, the figures with their owners."""
    mentions, place = looked.mentions, looked.sentence.span
    owning = [
        (
            relation,
            tuple(
                owned(figure, mentions, relation) for figure in respective.own(relation, mine.figures, mentions, place)
            ),
        )
        for relation, mine in zip(related, belonging, strict=True)
    ]
    return [
        (replace(told, vector=NO_VECTOR), mine.times, tuple(figures))
        for relation, mine, figures in zip(related, belonging, inherited(owning), strict=True)
        if (told := items.retold(relation, figures, looked.item, place)) is not None
    ]


def _look(kept: Sequence[_Kept], seen: Iterator[Encoded]) -> list[_Looked]:
    """Times and attributions of every sentence, given what the encoder makes of the telling ones."""
    vectors = [_vectors(each, next(seen)) if each.is_telling else UNREAD for each in kept]
    heard = [one if each.item is None else items.own(one) for each, one in zip(kept, vectors, strict=True)]
    told = speeches.find_all([(each.sentence.span, one) for each, one in zip(kept, heard, strict=True)])
    return [_looked(*each) for each in zip(kept, vectors, told, strict=True)]


def _vectors(kept: _Kept, encoded: Encoded) -> Encoded:
    return encoded if kept.item is None else kept.item.placed(encoded, kept.sentence.span)


def _looked(kept: _Kept, encoded: Encoded, told: Sequence[Speech]) -> _Looked:
    place = kept.sentence.span
    said = attributions.find(place, told, kept.mentions)
    times, replied = expressions.find(place.text, place.start), attributions.replied(place, kept.mentions)
    if kept.item is not None and not times:
        times = expressions.find(kept.item.lead.span.text, kept.item.lead.span.start)
    return _Looked(kept.sentence, kept.mentions, times, encoded, said, replied, kept.item)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a sentence and its document tell of a relation besides who and what."""

    occurred: Interval
    quantities: tuple[Quantity, ...]
    chain: tuple[Attribution, ...]


def _statement(relation: Relation, sentence: Span, document: Document, told: _Told) -> Statement:
    return Statement(
        kind=relation.kind,
        type=relation.type,
        mode=relation.mode,
        contexts=_contexts(relation, sentence),
        actor=_parties(relation.actors),
        recipient=_parties(relation.recipients),
        occurred=told.occurred,
        quantities=told.quantities,
        standing=_standing(relation, told.occurred, document),
        chain=told.chain,
        document=document.id,
        evidence=sentence,
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
