"""Where a judged statement stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dragoman.records.party import Party
from dragoman.records.statement import Statement


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where and what a judged statement is, so that another reader's reading of the same words is judged alike."""

    document: str
    start: int
    end: int
    type: str
    standing: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]

    @classmethod
    def of(cls, statement: Statement) -> Anchor:
        """The anchor of a statement."""
        evidence = statement.evidence
        actor, recipient = (_keys(side) for side in (statement.actor, statement.recipient))
        what = (statement.type, statement.standing.value)
        return cls(statement.document, evidence.start, evidence.end, *what, actor, recipient)

    @classmethod
    def from_values(cls, values: dict[str, Any]) -> Anchor:
        """The anchor of the values that `dataclasses.asdict` gave, lists in the place of tuples."""
        return cls(**{**values, "actor": tuple(values["actor"]), "recipient": tuple(values["recipient"])})

    def holds(self, statement: Statement) -> bool:
        """Whether a statement says the same in overlapping words of the same document."""
        evidence = statement.evidence
        return (
            statement.document == self.document
            and evidence.start < self.end
            and self.start < evidence.end
            and (statement.type, statement.standing, _keys(statement.actor), _keys(statement.recipient))
            == (self.type, self.standing, self.actor, self.recipient)
        )

    def plain(self) -> tuple[str | int | list[str], ...]:
        """Its values in their order, as ids are made of."""
        parties = (list(self.actor), list(self.recipient))
        return (self.document, self.start, self.end, self.type, self.standing, *parties)


def _keys(side: Sequence[Party]) -> tuple[str, ...]:
    return tuple(sorted({party.key for party in side}))
