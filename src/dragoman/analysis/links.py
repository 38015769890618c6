"""The links of a network: one channel from one party to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import compress, groupby, islice, pairwise
from operator import itemgetter, ne
from typing import overload

from dragoman.analysis.behind import NOTHING, Behind
from dragoman.analysis.figures import Figure, figures
from dragoman.analysis.ties import Tie
from dragoman.codebook.ties import CHANNELS
from dragoman.codebook.turns import Turning
from dragoman.records import Entry, Outline
from dragoman.records.outline import CHANNEL, SINCE, TIE, Strand
from dragoman.words import measure

#: Giver, taker and channel: what tells links of one network apart.
Key = tuple[str, str, str]
#: Giver and taker, and the channels of the links from the one to the other.
Ends = tuple[tuple[str, str], frozenset[str]]
#: The key of the link that a strand is of, and since when it stands.
_key, _since = itemgetter(0, 1, CHANNEL), itemgetter(SINCE)
_ends, _channel, _tie = itemgetter(0, 1), itemgetter(CHANNEL), itemgetter(TIE)
#: The channels of some ends.
_between = itemgetter(1)


@dataclass(frozen=True, slots=True)
class Link:
    """One channel from one party to another, with all ties that make it up; mutual ones have their codes in order.

    A tie of several parties is a link between each two on its two sides, in mutual ties between each two of all.
    `strands` are those ties, those of the fewest parties first; what they are is fetched when somebody looks.
    """

    giver: str
    taker: str
    channel: str
    strands: tuple[Strand, ...]
    behind: Behind = field(default=NOTHING, compare=False, repr=False)

    @property
    def key(self) -> tuple[str, str, str]:
        """Giver, taker and channel: what tells links of one network apart."""
        return self.giver, self.taker, self.channel

    @property
    def sign(self) -> int:
        """+1 cooperative, -1 conflictual, 0 neither, as the codebook has it of the channel."""
        return CHANNELS[self.channel].sign

    @property
    def mutual(self) -> bool:
        """Whether the order of its parties says nothing."""
        return CHANNELS[self.channel].mutual

    @property
    def tie_ids(self) -> tuple[str, ...]:
        """The ids of the ties that make it up."""
        return tuple(strand[TIE] for strand in self.strands)

    @property
    def outlines(self) -> tuple[Outline, ...]:
        """The ties that make it up, in short."""
        return tuple(self.behind.outlines(self.tie_ids).values())

    @property
    def ties(self) -> tuple[Tie, ...]:
        """The ties that make it up, with their reports."""
        return self.behind.ties(self.tie_ids)

    @property
    def reports(self) -> tuple[Entry, ...]:
        """The asserted reports of all its ties, each once."""
        return tuple({entry.statement.id: entry for tie in self.ties for entry in tie.reports}.values())

    @property
    def denied(self) -> tuple[Entry, ...]:
        """The reports that deny one of its ties, each once."""
        return tuple({entry.statement.id: entry for tie in self.ties for entry in tie.denied}.values())

    @property
    def report_count(self) -> int:
        """How many reports assert one of its ties."""
        return sum(each.reports for each in self.outlines)

    @property
    def denial_count(self) -> int:
        """How many reports deny one of its ties."""
        return sum(each.denials for each in self.outlines)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The numbers of the asserted reports."""
        found = self.behind.figured(self.tie_ids)
        return figures({entry.statement.id: entry for each in self.tie_ids for entry in found[each]}.values())

    @property
    def measures(self) -> tuple[str, ...]:
        """Those numbers in words, each once: `22 percent`."""
        found = (measure(report.quantity) for figure in self.figures for report in figure.reports)
        return tuple(dict.fromkeys(found))

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the asserted reports of all its ties, each once."""
        found = self.behind.statements(self.tie_ids)
        return tuple(dict.fromkeys(statement for each in self.tie_ids for statement in found[each]))

    @property
    def report(self) -> str | None:
        """The id of the first statement that asserts one of its ties."""
        return next((each.report for each in self.outlines if each.report is not None), None)

    @property
    def denial(self) -> str | None:
        """The id of the first statement that denies one of its ties."""
        return next((each.denial for each in self.outlines if each.denial is not None), None)

    @property
    def origins(self) -> int | None:
        """On how many independent origins it rests at least: as many as its best supported tie; `None` if unknown."""
        return max((each.origins for each in self.outlines if each.origins is not None), default=None)

    @property
    def last_told(self) -> date | None:
        """The last day on which an asserted report of one of its ties was published."""
        return max((each.last_told for each in self.ties if each.last_told is not None), default=None)

    def turned(self, turning: Turning, after: date, by: date) -> bool:
        """Whether one of its ties is reported in so many words to begin, or to end, after one day and by another."""
        turns = (
            stretch.begun if turning == "begins" else stretch.ended for tie in self.ties for stretch in tie.stretches
        )
        days = (turn.interval.start or turn.interval.end for turn in turns if turn is not None)
        return any(day is not None and after < day <= by for day in days)

    @property
    def since(self) -> date | None:
        """The first day on which one of its ties is reported to stand."""
        return _first(self.strands)


class Links(Sequence[Link]):
    """Links in order of their keys; as there may be very many, each is made when somebody looks at it.

    They are given as the strands of all of them: in order of givers, takers and channels, then in that of
    `Outline.order`. `behind` opens them.
    """

    def __init__(self, strands: Iterable[Strand], behind: Behind = NOTHING) -> None:
        self._given = strands
        self.behind = behind

    @cached_property
    def strands(self) -> list[Strand]:
        """The strands of all of them, in order."""
        return self._given if isinstance(self._given, list) else [*self._given]

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """Their keys."""
        return tuple((*two, channel) for two, channels in self.ends for channel in sorted(channels))

    @cached_property
    def ends(self) -> tuple[Ends, ...]:
        """Giver and taker of some of them, with the channels of those between these."""
        return tuple((two, frozenset(map(_channel, strands))) for two, strands in groupby(self.strands, _ends))

    @property
    def tie_ids(self) -> set[str]:
        """The ids of all ties that make them up."""
        return {*map(_tie, self.strands)}

    @property
    def since(self) -> date | None:
        """The first day on which one of them is reported to stand."""
        return _first(self.strands)

    def those(self, wanted: Callable[[str, str, str], bool]) -> Links:
        """Those of which giver, taker and channel are wanted."""
        return Links([strand for strand, key in self._keyed if wanted(*key)], self.behind)

    def without(self, gone: frozenset[Key]) -> Links:
        """Those that have none of some keys."""
        return Left(self, gone)

    def touching(self, parties: Set[str]) -> Links:
        """Those of which one end is one of some parties."""
        found = [strand for strand in self.strands if strand[0] in parties or strand[1] in parties]
        return Links(found, self.behind)

    def parts_of(self, ties: Set[str]) -> Links:
        """Those that some ties, by their ids, are a part of."""
        keys = {key for strand, key in self._keyed if strand[TIE] in ties}
        return Links([strand for strand, key in self._keyed if key in keys], self.behind)

    @classmethod
    def merged(cls, several: Sequence[Links]) -> Links:
        """The links of several parts of the same, each once."""
        parts = [part for part in several if part.strands]
        if len(parts) < 2:
            return parts[0] if parts else cls(())
        strands = {(*_key(strand), strand[TIE]): strand for part in parts for strand in part.strands}
        # Python sorts what is in order in parts in one pass, and leaves the order within a link as it is.
        return cls(sorted(strands.values(), key=_key), parts[0].behind)

    def within(self, channel: str) -> Links:
        """Those in a channel."""
        return Links([strand for strand in self.strands if strand[CHANNEL] == channel], self.behind)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Link: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Link, ...]: ...

    def __getitem__(self, place: int | slice) -> Link | tuple[Link, ...]:
        if isinstance(place, slice):
            return tuple(self._link(*span) for span in self._spans[place])
        return self._link(*self._spans[place])

    def __iter__(self) -> Iterator[Link]:
        return (self._link(*span) for span in self._spans)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Links):
            return self.strands == other.strands
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    @cached_property
    def _count(self) -> int:
        return len(self._spans)

    @cached_property
    def _spans(self) -> list[tuple[int, int]]:
        """Where the strands of each link begin and end."""
        keys = self._keys
        inner = compress(range(1, len(keys)), map(ne, keys, islice(keys, 1, None)))
        return [*pairwise([0, *inner, len(keys)])] if keys else []

    @property
    def _keyed(self) -> Iterator[tuple[Strand, Key]]:
        """Each strand with the key of its link."""
        return zip(self.strands, self._keys, strict=True)

    @cached_property
    def _keys(self) -> list[Key]:
        """The key of the link of each strand."""
        return [*map(_key, self.strands)]

    def _link(self, start: int, end: int) -> Link:
        giver, taker, channel = _key(self.strands[start])
        return Link(giver, taker, channel, tuple(self.strands[start:end]), self.behind)


class Left(Links):
    """What is left of some links without those of some keys."""

    def __init__(self, of: Links, gone: frozenset[Key]) -> None:
        super().__init__((), of.behind)
        self._of = of
        self._gone = gone

    @cached_property
    def strands(self) -> list[Strand]:
        """The strands of all of them, in order."""
        return [strand for strand in self._of.strands if _key(strand) not in self._gone]

    @cached_property
    def ends(self) -> tuple[Ends, ...]:
        """Giver and taker of some of them, with the channels of those between these."""
        gone = defaultdict[tuple[str, str], set[str]](set)
        for giver, taker, channel in self._gone:
            gone[giver, taker].add(channel)
        left = ((two, channels - gone[two] if two in gone else channels) for two, channels in self._of.ends)
        return tuple((two, channels) for two, channels in left if channels)

    def touching(self, parties: Set[str]) -> Links:
        """Those of which one end is one of some parties."""
        return Left(self._of.touching(parties), self._gone)

    def parts_of(self, ties: Set[str]) -> Links:
        """Those that some ties, by their ids, are a part of."""
        return Left(self._of.parts_of(ties), self._gone)

    def within(self, channel: str) -> Links:
        """Those in a channel."""
        return Left(self._of.within(channel), self._gone)

    @cached_property
    def _count(self) -> int:
        return number(self.ends)


def number(ends: Iterable[Ends]) -> int:
    """How many links there are between those, each with the channels."""
    return sum(map(len, map(_between, ends)))


def tie_ids(links: Iterable[Link]) -> dict[str, None]:
    """The ids of the ties of some links, each once."""
    return {each: None for link in links for each in link.tie_ids}


def _first(strands: Iterable[Strand]) -> date | None:
    first = min(filter(None, map(_since, strands)), default=None)
    return date.fromisoformat(first) if first is not None else None
