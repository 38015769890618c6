"""Cases of marked reports: what stands between the marks is taken for read, so that only reconciling is measured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from training import markup

from dragoman.codebook.names import label
from dragoman.codebook.ties import CHANNELS
from dragoman.reading import mentions
from dragoman.reading.figures import quantities
from dragoman.reading.naming.memory import Memory
from dragoman.reading.times import dates, expressions
from dragoman.records import Document, Entry, Interval, Party, Quantity, Span, Standing, Statement
from dragoman.records.dates import day

READER = "marked by hand"
_AHEAD = (Standing.PLANNED, Standing.PREDICTED, Standing.REQUESTED)
_LABELLED = re.compile(r"(= .*?) \* ([a-z])")


@dataclass(frozen=True, slots=True)
class Report:
    """A labelled statement of a case: the case and the label, which means something within it, and the entry."""

    case: str
    label: str
    entry: Entry


def reports(path: Path) -> Iterator[Report]:
    """The labelled statements of a file, in its order."""
    for case, _, document, lines in documents(path):
        labels = [match[2] for match in map(_LABELLED.fullmatch, lines) if match is not None]
        marked = [match[1] if (match := _LABELLED.fullmatch(line)) is not None else line for line in lines]
        example = markup.example(1, marked, path.name)
        for relation, name in zip(example.relations, labels, strict=True):
            yield Report(case, name, _entry(example, relation, document))


def documents(path: Path) -> Iterator[tuple[str, str, Document, list[str]]]:
    """The reports of a file: the case's name, what follows the name, the document, and its marked lines."""
    for part in re.split(r"(?m)^### ", path.read_text(encoding="utf-8"))[1:]:
        head, *told = re.split(r"(?m)^@ ", part)
        case, _, more = head.strip().partition(" | ")
        for each in told:
            first, *lines = [line for line in each.splitlines() if line.strip() and not line.startswith("#")]
            published, _, publisher = first.partition(" | ")
            text, _ = markup.plain(lines[0], case)
            when = day(date.fromisoformat(published))
            yield case, more.strip(), Document(text, publisher=publisher.strip(), published=when), lines


def entry(lines: list[str], document: Document, path: Path) -> Entry:
    """The one statement of marked lines."""
    example = markup.example(1, lines, path.name)
    return _entry(example, example.relations[0], document)


def _entry(example: markup.Example, relation: markup.Relation, document: Document) -> Entry:
    parties = {each.number: _party(each, document) for each in example.parties}
    standing = Standing(relation.standing)
    statement = Statement(
        kind="tie" if relation.type in CHANNELS else "event",
        type=relation.type,
        mode=relation.mode,
        actor=tuple(parties[number] for number in relation.actors),
        recipient=tuple(parties[number] for number in relation.recipients),
        occurred=_occurred(relation, document, standing),
        standing=standing,
        document=document.id,
        evidence=Span(0, len(document.text), document.text),
        certainty=1.0,
        reader=READER,
        quantities=_quantities(relation, document, parties),
    )
    return Entry(statement, document, "2026-01-01T00:00:00Z")


def _party(party: markup.Party, document: Document) -> Party:
    """A marked party, named as the reader names it where the reader finds the same one there."""
    mention = Span(party.start, party.end, document.text[party.start : party.end])
    for found in mentions.find(Span(0, len(document.text), document.text), Memory.of(document)):
        for each in found.parties:
            if each.code == party.code and found.span.overlaps(mention):
                return Party(party.code, each.name, mention, sector=party.sector, role=each.role)
    return Party(party.code, label(party.code), mention, sector=party.sector)


def _occurred(relation: markup.Relation, document: Document, standing: Standing) -> Interval:
    """The marked time, and without one what the reader assumes."""
    future = standing in _AHEAD
    for each in expressions.find(document.text):
        if relation.date is not None and each.span.start < relation.date[1] and relation.date[0] < each.span.end:
            found = dates.resolve(each, published=document.published, before=None, future=future)
            if found is not None:
                return found
    assert document.published is not None
    if relation.type in CHANNELS:
        return Interval()
    return Interval(start=document.published.start) if future else Interval(end=document.published.end)


def _quantities(relation: markup.Relation, document: Document, parties: dict[int, Party]) -> tuple[Quantity, ...]:
    """The first marked figure, as the reader's grammar understands it, with the marked base and owner."""
    if not relation.figures:
        return ()
    figure = relation.figures[0]
    start, end = figure.place
    for each in quantities.find(document.text):
        mention = each.quantity.mention
        if mention.start < end and start < mention.end:
            base = document.text[slice(*figure.base)] if figure.base is not None else None
            owner = parties[figure.whose].code if figure.whose is not None else None
            found = each.quantity
            return (Quantity(found.low, found.high, found.unit, mention, base, owner, found.approximate),)
    return ()
