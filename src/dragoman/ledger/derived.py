"""What is derived from the statements on some matters, as the rows of the tables that keep it."""

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


@dataclass(frozen=True, slots=True)
class Foretold:
    """A prediction in short: where it stands among all, and what it can be sorted and judged by.

    `place` sorts by publication and place in the document. `published`, `happened` and `denied` are ISO days: when its
    document was published, and when the first reports were that say it came about, or did not. `parties` are codes.
    """

    place: str
    statement: str
    matter: str
    speaker: str
    what: str
    by: str | None
    chance: float | None
    is_number: bool
    published: str | None
    happened: str | None
    denied: str | None
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figured:
    """A figure in short: where it stands among all, and what it can be sorted and chosen by.

    `number` is its place among the figures of its statement, `what` is shared by all that measure the same, `kind` is
    that of its unit; `conflicts` tells whether it conflicts with another.
    """

    place: str
    statement: str
    number: int
    matter: str
    what: str
    type: str
    kind: str
    low: float | None
    high: float | None
    of: str | None
    time: str | None
    publisher: str | None
    published: str | None
    conflicts: bool
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the page of each of some parties: that an event or tie is told in one of its parts.

    `first` and `last` are what the lines of a part are sorted by (days as ordinals), `begun` the day from which on the
    line is of the past, 0 if none is known. `day` is, of a tie, the time that its reports give. `parties` are codes; an
    empty one stands for the whole ledger.
    """

    part: int
    occurrence: str
    matter: str
    standing: str
    day: str
    first: int
    last: int
    begun: int
    parties: tuple[str, ...]


#: The parts of the page of a party: what happened or is denied; from `AHEAD` on what is not said to have happened, by
#: its standing; whether, and how much, is disputed.
HAPPENED, AHEAD, WHETHER, HOW_MUCH = 0, 10, 20, 21


@dataclass(frozen=True, slots=True)
class Lists:
    """All that is listed on some matters."""

    forecasts: tuple[Foretold, ...] = ()
    figures: tuple[Figured, ...] = ()
    lines: tuple[Line, ...] = ()
