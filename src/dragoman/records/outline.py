"""A tie in short: what a network needs to know of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from typing import Final

from dragoman.codebook.ties import CHANNELS
from dragoman.records.party import is_code

#: From a first day to a last one, both included; the first and the last day that there is stand for no limit.
Days = tuple[date, date]
#: A tie as it is between two of its parties: the keys of giver and taker, the channel, how many parties it has in all,
#: its id, and the first day on which it is reported to stand, in ISO 8601.
Strand = tuple[str, str, str, int, str, str | None]
#: Where in a strand the channel, the number of parties, the id and that day stand. It is a plain tuple, as the ledger
#: gives it: a network can have hundreds of thousands of them.
CHANNEL: Final = 2
PARTIES: Final = 3
TIE: Final = 4
SINCE: Final = 5


@dataclass(frozen=True, slots=True, order=True)
class TurningDay:
    """A day from which on ties stand that did not on the day before, so many `begun`, or, so many `ended`, stand no
    more.
    """

    day: date
    begun: int
    ended: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The sides and the channel of a tie, on which days it stands, and how much speaks for and against it.

    `id` is that of its occurrence, `actor` and `recipient` are the keys of its parties (in mutual ties all are actors).
    `days` are apart from one another and in order. `reports` assert it, on `origins` independent origins at least
    (`None` if unknown), and give `shares` figures in per cent; `denials` deny it; `since` is the first day on which it
    is reported to stand. `report` and `denial` are the ids of the first statements that assert and deny it.
    """

    id: str
    channel: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    days: tuple[Days, ...] = ()
    reports: int = 0
    shares: int = 0
    denials: int = 0
    origins: int | None = None
    since: date | None = None
    report: str | None = None
    denial: str | None = None

    def stands(self, day: date) -> bool:
        """Whether it stands on a day, as far as the reports of that reach."""
        return any(first <= day <= last for first, last in self.days)

    @property
    def ends(self) -> tuple[tuple[str, str], ...]:
        """The keys of each two parties between whom it is a link: on its two sides, in mutual ties each two of all."""
        if CHANNELS[self.channel].mutual:
            return tuple(combinations(self.actor, 2))
        return tuple(product(self.actor, self.recipient))

    def strand(self, giver: str, taker: str) -> Strand:
        """It as it is between two of its parties."""
        since = str(self.since) if self.since is not None else None
        return giver, taker, self.channel, self.size, self.id, since

    @property
    def size(self) -> int:
        """How many parties it has."""
        return len(self.actor) + len(self.recipient)

    @property
    def order(self) -> tuple[object, ...]:
        """What ties of one channel are sorted by: those of the fewest parties first."""
        return (self.size, self.actor, self.recipient, self.id)

    @property
    def between(self) -> tuple[str, str]:
        """The keys of the first two of its parties, in order; of a single party its own twice."""
        return first_two(self.actor, self.recipient)

    @property
    def is_named(self) -> bool:
        """Whether all its parties have codes."""
        return all(map(is_code, (*self.actor, *self.recipient)))


def first_two(actor: tuple[str, ...], recipient: tuple[str, ...]) -> tuple[str, str]:
    """The keys of the first two parties of a tie, in order, by which the events are found that may turn it; of a single
    party its own twice.
    """
    one, *others = (*actor, *recipient)
    other = others[0] if others else one
    return (one, other) if one <= other else (other, one)
