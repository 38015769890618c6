"""One event or tie as one document states it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from dragoman.codebook.ties import MUTUAL
from dragoman.records.attribution import Attribution
from dragoman.records.dates import Interval
from dragoman.records.identity import Content, content_id
from dragoman.records.party import Party
from dragoman.records.quantity import Quantity
from dragoman.records.span import Span
from dragoman.records.standing import Standing

Kind = Literal["event", "tie"]
_PROSE = re.compile(
    r"^(?:City|Placename|Raw Placename|ActionGeo_FullName|location|notes|Headline): (.+)$"
    r'|"event_text": "((?:[^"\\]|\\.)*)"',
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim, who makes it (`chain`, outermost first; empty is the document's own voice) and its evidence.

    `claim` is equal in two documents that claim the same; `id` tells by whom and where as well.
    Both follow from the content.
    """

    kind: Kind
    type: str
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    occurred: Interval
    standing: Standing
    document: str
    evidence: Span
    certainty: float
    reader: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    chain: tuple[Attribution, ...] = ()
    claim: str = field(init=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        claim = content_id("c1", _claimed(self))
        place: list[Content] = [claim, self.document, self.evidence.start, self.evidence.end, _stated(self)]
        object.__setattr__(self, "claim", claim)
        object.__setattr__(self, "id", content_id("s1", place))

    @property
    def parties(self) -> tuple[Party, ...]:
        """Actors, then recipients."""
        return self.actor + self.recipient

    @property
    def sides(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The keys of its actors and of its recipients, in order; of a mutual tie all are actors."""
        if self.type in MUTUAL:
            return tuple(sorted({party.key for party in self.parties})), ()
        actor, recipient = ({party.key for party in side} for side in (self.actor, self.recipient))
        return tuple(sorted(actor)), tuple(sorted(recipient))

    @property
    def is_imported(self) -> bool:
        """Whether it is a row of a data set, whose evidence is no prose."""
        return self.reader.startswith("import ")

    @property
    def words(self) -> str:
        """What of its evidence is prose: all of it, but of a row of a data set what stands in the columns that describe
        the event or say where it was.
        """
        if not self.is_imported:
            return self.evidence.text
        return "\n".join(cell or text for cell, text in _PROSE.findall(self.evidence.text) if cell != "None")

    @property
    def spans(self) -> tuple[Span, ...]:
        """All the words of the document that it rests on: its evidence, parties, figures and sources."""
        parties = tuple(party.mention for party in self.parties)
        sources = tuple(link.mention for link in self.chain)
        return (self.evidence, *parties, *sources, *(each.mention for each in self.quantities))


def _claimed(statement: Statement) -> Content:
    """What is claimed, without who claims it; the order of sides means nothing in mutual ties."""
    actors, recipients = ([party.key for party in side] for side in (statement.actor, statement.recipient))
    sides: list[Content] = [sorted(set(actors)), sorted(set(recipients))]
    if statement.type in MUTUAL:
        sides = [sorted({*actors, *recipients})]
    figures: list[Content] = [[each.low, each.high, each.unit, each.of, each.whose] for each in statement.quantities]
    return [
        statement.kind,
        statement.type,
        statement.mode,
        sides,
        statement.standing.value,
        _day(statement.occurred.start),
        _day(statement.occurred.end),
        figures,
    ]


def _stated(statement: Statement) -> Content:
    sources: list[Content] = [[link.source.name, link.mention.start] for link in statement.chain]
    mentions: list[Content] = [[party.mention.start, party.mention.end] for party in statement.parties]
    return [sources, mentions]


def _day(value: object) -> str | None:
    return None if value is None else str(value)
