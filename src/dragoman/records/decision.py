"""What an analyst judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.names import code, label
from dragoman.codebook.ties import CHANNELS
from dragoman.errors import InvalidValue
from dragoman.records.dates import from_iso
from dragoman.records.document import Document
from dragoman.records.identity import content_id
from dragoman.records.party import Party
from dragoman.records.statement import Statement

#: What a statement can be found to be.
Fault = Literal["not stated", "wrong type", "wrong party", "wrong date"]
#: What can be retracted, with all that rests on it.
Scope = Literal["document", "publisher", "source"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where and what a judged statement is, so that another reader's reading of the same words is judged alike."""

    document: str
    start: int
    end: int
    type: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]

    @classmethod
    def of(cls, statement: Statement) -> Anchor:
        """The anchor of a statement."""
        evidence = statement.evidence
        actor, recipient = (_keys(side) for side in (statement.actor, statement.recipient))
        return cls(statement.document, evidence.start, evidence.end, statement.type, actor, recipient)

    def holds(self, statement: Statement) -> bool:
        """Whether a statement says the same in overlapping words of the same document."""
        evidence = statement.evidence
        return (
            statement.document == self.document
            and evidence.start < self.end
            and self.start < evidence.end
            and (statement.type, _keys(statement.actor), _keys(statement.recipient))
            == (self.type, self.actor, self.recipient)
        )


@dataclass(frozen=True, slots=True)
class Decision:
    """That a statement is not what its document says, or that a document, a publisher or a source is not relied on.

    A fault has an `anchor` and, but for `not stated`, a `change`: a type with its mode ("SANCTION.expel"), two codes
    ("AZE=ARM"), or an ISO date. A retraction has a `scope` and the `name` of what is retracted, a document by its id.
    `recorded` and `superseded` (when it was undone) are ISO timestamps.
    """

    verdict: Literal["not stated", "wrong type", "wrong party", "wrong date", "retracted"]
    who: str
    why: str
    anchor: Anchor | None = None
    change: str | None = None
    scope: Scope | None = None
    name: str | None = None
    recorded: str | None = field(default=None, compare=False)
    superseded: str | None = field(default=None, compare=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if not self.who.strip() or not self.why.strip():
            raise InvalidValue("A decision needs somebody who takes it and a reason; give both.")
        if (self.verdict == "retracted") != (self.scope is not None and self.name is not None):
            raise InvalidValue("A retraction says what is retracted, and only a retraction does.")
        about = None if self.anchor is None else [*_plain(self.anchor)]
        object.__setattr__(
            self, "id", content_id("j1", [self.verdict, about, self.change, self.scope, self.name, self.who, self.why])
        )

    def covers(self, statement: Statement, document: Document) -> bool:
        """Whether the decision is about a statement of a document."""
        if self.anchor is not None:
            return self.anchor.holds(statement)
        if self.scope == "document":
            return document.id == self.name
        if self.scope == "publisher":
            return _folded(document.publisher or "") == _folded(self.name or "")
        return any(_folded(link.source.name) == _folded(self.name or "") for link in statement.chain)

    def applied(self, statement: Statement) -> Statement | None:
        """What is to stand in the place of a statement that the decision covers; `None` if nothing is.

        Raises `InvalidValue` or `UnknownName` if the change is none for this statement.
        """
        match self.verdict:
            case "wrong type":
                return _of_type(statement, self.change or "")
            case "wrong party":
                return _of_party(statement, self.change or "")
            case "wrong date":
                return replace(statement, occurred=replace(from_iso(self.change or ""), basis="stated"))
            case _:
                return None


def _of_type(statement: Statement, change: str) -> Statement:
    name, _, mode = change.partition(".")
    if name in CHANNELS and not mode:
        return replace(statement, kind="tie", type=name, mode=None)
    if name not in EVENT_TYPES or (mode and mode not in EVENT_TYPES[name].modes):
        raise InvalidValue(f"{change!r} is no type; give one such as SANCTION, SANCTION.expel or energy.")
    return replace(statement, kind="event", type=name, mode=mode or None)


def _of_party(statement: Statement, change: str) -> Statement:
    old, _, new = change.partition("=")
    before, after = code(old), code(new)
    if before not in {party.code for party in statement.parties}:
        raise InvalidValue(f"{before} takes no part in this statement; give one of its parties before the =.")
    actor = tuple(_exchanged(party, before, after) for party in statement.actor)
    recipient = tuple(_exchanged(party, before, after) for party in statement.recipient)
    return replace(statement, actor=actor, recipient=recipient)


def _exchanged(party: Party, before: str, after: str) -> Party:
    return Party(after, label(after), party.mention) if party.code == before else party


def _keys(side: Sequence[Party]) -> tuple[str, ...]:
    return tuple(sorted({party.key for party in side}))


def _plain(anchor: Anchor) -> tuple[str | int | list[str], ...]:
    parties = (list(anchor.actor), list(anchor.recipient))
    return (anchor.document, anchor.start, anchor.end, anchor.type, *parties)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split()).removeprefix("the ")
