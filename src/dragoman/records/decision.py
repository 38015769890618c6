"""What an analyst judged."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal, get_args

from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.names import code, label
from dragoman.codebook.ties import CHANNELS
from dragoman.errors import InvalidValue
from dragoman.records.anchor import Anchor
from dragoman.records.attribution import folded
from dragoman.records.dates import from_iso
from dragoman.records.document import Document
from dragoman.records.identity import Content, content_id
from dragoman.records.party import Party
from dragoman.records.statement import Statement

#: What a statement can be found to be.
Fault = Literal["not stated", "wrong type", "wrong party", "wrong date", "turned"]
#: What two statements can be found to be: reports of one event or tie, or of two.
Pairing = Literal["same", "not the same"]
#: That a statement was looked at and is what its document says.
Confirmation = Literal["confirmed"]
#: What can be retracted, with all that rests on it.
Scope = Literal["document", "publisher", "source"]
_VERDICTS = (*get_args(Fault), *get_args(Confirmation), *get_args(Pairing), "retracted")


@dataclass(frozen=True, slots=True)
class Decision:
    """That a statement is or is not what its document says, that two are or are not reports of one event or tie, or
    that a document, a publisher or a source is not relied on.

    What is `confirmed` has an `anchor` alone. A fault has an `anchor` and, but for `not stated` and `turned` (who acts
    is acted upon), a `change`: a type with its mode ("SANCTION.expel"), two codes ("AZE=ARM"), or an ISO date. A
    pairing has an `anchor` and an `other`, in either order. A retraction has a `scope` and the `name` of what is
    retracted, a document by its id. `recorded` and `superseded` (when it was undone) are ISO timestamps,
    `undone_by` is who took it back, if that is known.
    """

    verdict: Literal[
        "confirmed",
        "not stated",
        "wrong type",
        "wrong party",
        "wrong date",
        "turned",
        "same",
        "not the same",
        "retracted",
    ]
    who: str
    why: str
    anchor: Anchor | None = None
    change: str | None = None
    scope: Scope | None = None
    name: str | None = None
    other: Anchor | None = None
    recorded: str | None = field(default=None, compare=False)
    superseded: str | None = field(default=None, compare=False)
    undone_by: str | None = field(default=None, compare=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        if not self.who.strip() or not self.why.strip():
            raise InvalidValue("A decision needs somebody who takes it and a reason; give both.")
        if self.verdict not in _VERDICTS:
            raise InvalidValue(f"There is no verdict {self.verdict!r}; there is {', '.join(_VERDICTS)}.")
        if (self.verdict == "retracted") != (self.scope in get_args(Scope) and bool((self.name or "").strip())):
            raise InvalidValue("A retraction says what is retracted, and only a retraction does.")
        if (self.verdict == "retracted") == (self.anchor is not None):
            raise InvalidValue("What is judged is a statement, unless it is retracted; give one or the other.")
        if self.is_pairing != (self.other is not None) or (self.is_pairing and self.anchor == self.other):
            raise InvalidValue("Two statements are the same or not, each in words of its own; give two.")
        _check(self.verdict, self.change or "")
        object.__setattr__(self, "id", content_id("j1", self._content()))

    def _content(self) -> list[Content]:
        about = sorted(list(each.plain()) for each in self.anchors)
        where: Content = about if self.is_pairing else about[0] if about else None
        return [self.verdict, where, self.change, self.scope, self.name, self.who, self.why]

    @property
    def anchors(self) -> tuple[Anchor, ...]:
        """Where the statements are that it is about: none, one or two."""
        return tuple(each for each in (self.anchor, self.other) if each is not None)

    @property
    def changes_nothing(self) -> bool:
        """Whether it leaves the statements that it is about as they are."""
        return self.is_pairing or self.verdict in get_args(Confirmation)

    @property
    def is_pairing(self) -> bool:
        """Whether it is about two statements, which it does not change."""
        return self.verdict in get_args(Pairing)

    def names(self, name: str) -> bool:
        """Whether a name is that of what it retracts, "the" and case aside."""
        return folded(name) == folded(self.name or "")

    def covers_document(self, document: Document) -> bool:
        """Whether it retracts all that a document says."""
        if self.scope == "publisher":
            return self.names(document.publisher or "")
        return self.scope == "document" and document.id == self.name

    def covers(self, statement: Statement, document: Document) -> bool:
        """Whether the decision is about a statement of a document; what others copied is for `derive` to tell."""
        if self.anchors:
            return any(each.holds(statement) for each in self.anchors)
        if self.scope != "source":
            return self.covers_document(document)
        return any(self.names(link.source.name) for link in statement.chain)

    def applied(self, statement: Statement) -> Statement | None:
        """What is to stand in the place of a statement that the decision covers; `None` if nothing is.

        Raises `InvalidValue` or `UnknownName` if the change is none for this statement.
        """
        match self.verdict:
            case "confirmed":
                return statement
            case "wrong type":
                return _of_type(statement, self.change or "")
            case "wrong party":
                return _of_party(statement, self.change or "")
            case "turned":
                return replace(statement, actor=statement.recipient, recipient=statement.actor)
            case "wrong date":
                return replace(statement, occurred=replace(from_iso(self.change or ""), basis="stated"))
            case _:
                return None


def _check(verdict: str, change: str) -> None:
    """Raises `InvalidValue` or `UnknownName` if a change is none for the verdict."""
    match verdict:
        case "wrong type":
            _typed(change)
        case "wrong party":
            _parties(change)
        case "wrong date":
            from_iso(change)


def _of_type(statement: Statement, change: str) -> Statement:
    name, mode = _typed(change)
    return replace(statement, kind="tie" if name in CHANNELS else "event", type=name, mode=mode)


def _typed(change: str) -> tuple[str, str | None]:
    name, _, mode = change.partition(".")
    if name in CHANNELS and not mode:
        return name, None
    if name not in EVENT_TYPES or (mode and mode not in EVENT_TYPES[name].modes):
        raise InvalidValue(f"{change!r} is no type; give one such as SANCTION, SANCTION.expel or energy.")
    return name, mode or None


def _of_party(statement: Statement, change: str) -> Statement:
    before, after = _parties(change)
    if before not in {party.code for party in statement.parties}:
        raise InvalidValue(f"{before} takes no part in this statement; give one of its parties before the =.")
    actor = tuple(_exchanged(party, before, after) for party in statement.actor)
    recipient = tuple(_exchanged(party, before, after) for party in statement.recipient)
    if {party.code for party in actor} & {party.code for party in recipient}:
        raise InvalidValue(f"{after} would stand on both sides; where a statement is turned round, --turned says so.")
    return replace(statement, actor=actor, recipient=recipient)


def _parties(change: str) -> tuple[str, str]:
    old, equals, new = change.partition("=")
    if not equals or not old or not new:
        raise InvalidValue(f"{change!r} is no exchange of parties; give the wrong and the right one: AZE=ARM.")
    return code(old), code(new)


def _exchanged(party: Party, before: str, after: str) -> Party:
    return Party(after, label(after), party.mention) if party.code == before else party
