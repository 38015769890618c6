"""What reconciling found out about one statement."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Derived:
    """The occurrence or tie that a statement is a report of, on how many independent origins that rests, the key of the
    statement's own and what it is called.

    `statement` is a statement's full content id; `matter`, which begins with its kind (`tie|` or `event|`), what all
    statements share that may be of one occurrence with it; `turns` are the pairs of parties, by their keys in order,
    ties between which it may begin or end. All of it can be computed again from the rest of the ledger.
    """

    statement: str
    occurrence: str | None = None
    origins: int | None = None
    matter: str | None = None
    turns: tuple[tuple[str, str], ...] = ()
    origin: str | None = None
    original_source: str | None = None


@dataclass(frozen=True, slots=True)
class Support:
    """How many reports of one standing an event or tie has, on how many independent origins they rest, and how many of
    its figures are given in numbers that contradict each other.

    `occurrence` is its id, `kind` `event` or `tie`, `standing` as in statements.
    """

    occurrence: str
    kind: str
    standing: str
    reports: int
    origins: int | None = None
    conflicts: int = 0
