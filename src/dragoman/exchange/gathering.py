"""The entries of one event or tie, in short: what graphs and links are made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations, product
from typing import TypeAlias

from dragoman.codebook.events import EVENT_TYPES, is_directed
from dragoman.codebook.ties import CHANNELS
from dragoman.exchange.exported import Exported
from dragoman.exchange.manifest import Manifest
from dragoman.records import Entry, Outline, Standing
from dragoman.records.outline import Days

#: From a first day to a last one, both included; `None` is open.
Spell: TypeAlias = tuple[date | None, date | None]


@dataclass(slots=True)
class Said:
    """What the reports of one standing say of an occurrence: where, in which words, of which days, how surely."""

    statements: list[str] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    days: list[Spell] = field(default_factory=list)
    certainty: float = 0.0
    origins: int | None = None

    def add(self, entry: Entry) -> None:
        """One report more; it may be of a document that another one is from."""
        statement = entry.statement
        self.statements.append(statement.id)
        if entry.document.id not in self.documents:
            self.documents.append(entry.document.id)
        if statement.evidence.text not in self.quotes:
            self.quotes.append(statement.evidence.text)
        if statement.occurred.known and statement.occurred.basis != "assumed":
            self.days.append((statement.occurred.start, statement.occurred.end))
        self.certainty = max(self.certainty, statement.certainty)
        if entry.origins is not None:
            self.origins = max(self.origins or 0, entry.origins)

    @property
    def independent(self) -> int | None:
        """On how many independent origins the reports rest; `None` if not reconciled yet."""
        return len(self.statements) if len(self.statements) < 2 else self.origins and min(self.origins, self._count)

    @property
    def _count(self) -> int:
        return len(self.statements)


@dataclass(slots=True)
class Gathered:
    """One event or tie: `actor` and `recipient` are the keys of the parties of its sides, and in mutual ties all are
    actors.

    `standing` is that of the reports in `said`; `denials` counts those that deny it beside them; `spells` are the days
    on which it stands or happens, in order, none if nothing tells.
    """

    id: str
    kind: str
    type: str
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    contexts: tuple[str, ...]
    standing: Standing = Standing.ASSERTED
    said: Said = field(default_factory=Said)
    denials: int = 0
    spells: tuple[Spell, ...] = ()
    by: dict[Standing, Said] = field(default_factory=dict)

    @property
    def is_mutual(self) -> bool:
        """Whether the order of its parties says nothing."""
        return CHANNELS[self.type].mutual if self.kind == "tie" else not is_directed(self.type, self.mode)

    @property
    def sign(self) -> int:
        """+1 cooperative, -1 conflictual, 0 neither, as the codebook has it of its type."""
        return CHANNELS[self.type].sign if self.kind == "tie" else 1 if EVENT_TYPES[self.type].quad < 3 else -1

    @property
    def quad(self) -> int | None:
        """The quad class of an event, 1 to 4; `None` of a tie."""
        return None if self.kind == "tie" else EVENT_TYPES[self.type].quad

    @property
    def score(self) -> float | None:
        """PLOVER's score of an event, from -10 to 10; `None` of a tie."""
        if self.kind == "tie":
            return None
        of = EVENT_TYPES[self.type]
        return float(of.modes.get(self.mode or "", of.score))

    @property
    def label(self) -> str:
        """`energy`, `CONSULT.visit`."""
        return f"{self.type}.{self.mode}" if self.mode else self.type

    @property
    def ends(self) -> Iterator[tuple[str, str]]:
        """Each two parties that it is between: of its two sides, and of mutual ties each two of all."""
        return iter(product(self.actor, self.recipient)) if self.recipient else combinations(self.actor, 2)


def gathered(
    exported: Exported, manifest: Manifest | None = None, *, standings: tuple[Standing, ...] = ()
) -> list[Gathered]:
    """The events and ties among entries, in order of their ids: those of the standings that are asked for here or,
    if none are, of the export. What is superseded is of none. The manifest counts what is left out.
    """
    left_out = manifest.left_out if manifest is not None else Counter[str]()
    wanted = standings or exported.standings
    found: dict[str, Gathered] = {}
    for entry in exported.entries:
        if entry.superseded is None:
            _add(found, entry)
        else:
            left_out["superseded"] += 1
    stands = {each.id: each for each in exported.derived.outlines()}
    told = [_told(each, wanted, stands.get(each.id)) for _, each in sorted(found.items())]
    left_out.update(each.value for of in told for each, said in of.by.items() for _ in said.statements)
    return [each for each in told if each.said.statements]


def spelled(days: Iterable[Days]) -> tuple[Spell, ...]:
    """Days as they are written: what has no limit is open."""
    return tuple(
        (first if first > date.min else None, last if last < date.max else None)
        for first, last in days
        if (first, last) != (date.min, date.max)
    )


def _add(found: dict[str, Gathered], entry: Entry) -> None:
    statement = entry.statement
    identity = entry.occurrence or statement.claim
    of = found.get(identity)
    if of is None:
        of = found[identity] = Gathered(
            identity, statement.kind, statement.type, statement.mode, *statement.sides, statement.contexts
        )
    of.mode = of.mode or statement.mode
    of.by.setdefault(statement.standing, Said()).add(entry)


def _told(of: Gathered, standings: tuple[Standing, ...], outline: Outline | None) -> Gathered:
    """An occurrence with what is said of it in the standing that is told; what is left in `by` is not."""
    # Of what is not asserted, that somebody expects it tells more than that another denies it.
    ranked = sorted(of.by, key=lambda each: (each is Standing.DENIED, [*Standing].index(each)))
    shown = next((each for each in ranked if each in standings), None)
    if shown is None:
        return of
    of.standing, of.said = shown, of.by.pop(shown)
    of.denials = len(of.by[Standing.DENIED].statements) if Standing.DENIED in of.by else 0
    of.spells = spelled(outline.days) if outline is not None and shown == "asserted" else _exact(of.said.days)
    return of


def _exact(days: list[Spell]) -> tuple[Spell, ...]:
    """The most exact days that reports give: those closed on both sides first, then the fewest."""
    return (min(days, key=_vagueness),) if days else ()


def _vagueness(spell: Spell) -> tuple[bool, int, date]:
    first, last = spell
    closed = first is not None and last is not None
    length = (last - first).days if first is not None and last is not None else 0
    return not closed, length, first or last or date.max
