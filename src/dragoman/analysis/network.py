"""Who stands how to whom on a day: the ties that stand as a signed network of parties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import combinations, product
from typing import ClassVar, Literal

from dragoman.analysis.behind import NOTHING, Behind, Known
from dragoman.analysis.figures import Figure, figures
from dragoman.analysis.frame import Frame, Shown
from dragoman.analysis.occurrences import gathered
from dragoman.analysis.ties import Tie, outline, ties
from dragoman.analysis.times import latest
from dragoman.codebook.ties import CHANNELS
from dragoman.codebook.turns import Turning
from dragoman.records import Entry, Outline

#: What stands between two parties taken together: friendly, hostile, or some of both.
Sign = Literal["+", "-", "±", "0"]


@dataclass(frozen=True, slots=True)
class Link:
    """One channel from one party to another, with all ties that make it up; mutual ones have their codes in order.

    A tie of several parties is a link between each two on its two sides, in mutual ties between each two of all.
    `outlines` are its ties in short; `ties` fetches what stands behind them.
    """

    giver: str
    taker: str
    channel: str
    outlines: tuple[Outline, ...]
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
    def ties(self) -> tuple[Tie, ...]:
        """The ties that make it up, with their reports."""
        return self.behind.ties(each.id for each in self.outlines)

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
        ids = [each.id for each in self.outlines]
        found = self.behind.figured(ids)
        return figures({entry.statement.id: entry for each in ids for entry in found[each]}.values())

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the asserted reports of all its ties, each once."""
        ids = [each.id for each in self.outlines]
        found = self.behind.statements(ids)
        return tuple(dict.fromkeys(statement for each in ids for statement in found[each]))

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
        return min((each.since for each in self.outlines if each.since is not None), default=None)


@dataclass(frozen=True, slots=True)
class Broker:
    """A party that mediates between two others, with the ties that say so, in short."""

    mediator: str
    between: tuple[str, str]
    outlines: tuple[Outline, ...]
    behind: Behind = field(default=NOTHING, compare=False, repr=False)

    @property
    def ties(self) -> tuple[Tie, ...]:
        """The ties that say so, with their reports."""
        return self.behind.ties(each.id for each in self.outlines)


_COLUMNS = "giver taker channel sign reports origins denied since statements"


@dataclass(frozen=True)
class Network(Shown):
    """The links that stand on the day `as_of`, in order of their keys; that is `None` only if nothing has a date.

    `nameless` counts the ties that are left out because a side of them has no code.
    """

    columns: ClassVar[tuple[str, ...]] = tuple(_COLUMNS.split())
    as_of: date | None
    links: tuple[Link, ...]
    nameless: int = 0
    behind: Behind = field(default=NOTHING, compare=False, repr=False)

    def opened(self) -> Network:
        """The same, with what stands behind all its links fetched at once rather than one by one when looked at."""
        self.open(self.links)
        return self

    def figure(self, links: Iterable[Link]) -> None:
        """Fetch the figures of some of its links at once."""
        self.behind.figured({each.id: None for link in links for each in link.outlines})

    def open(self, links: Iterable[Link]) -> None:
        """Fetch what stands behind some of its links at once."""
        self.behind.ties({each.id: None for link in links for each in link.outlines})

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The codes of all parties with a link."""
        return tuple(sorted({code for link in self.links for code in (link.giver, link.taker)}))

    @cached_property
    def signs(self) -> dict[tuple[str, str], Sign]:
        """How each two parties with a link stand to each other, by their codes in order."""
        found: dict[tuple[str, str], set[int]] = {}
        for link in self.links:
            found.setdefault(pair(link.giver, link.taker), set()).add(link.sign)
        return {key: _sign(signs) for key, signs in sorted(found.items())}

    @cached_property
    def brokers(self) -> tuple[Broker, ...]:
        """Who mediates between whom, by ties that name both; the busiest first."""
        return _brokers(self)

    @cached_property
    def components(self) -> tuple[tuple[str, ...], ...]:
        """The groups of parties that cooperative links hold together, the largest first; a party alone is a group."""
        return _components(self)

    def gained(self, before: Network) -> tuple[Link, ...]:
        """The links that an earlier network has not; the other way round, those lost.

        That is how far reports reach: whether a link began or ended in between, in so many words, `Link.turned` tells.
        """
        known = {link.key for link in before.links}
        return tuple(link for link in self.links if link.key not in known)

    def within(self, channel: str) -> tuple[Link, ...]:
        """The links in a channel."""
        return self._by_channel.get(channel, ())

    @cached_property
    def _by_channel(self) -> dict[str, tuple[Link, ...]]:
        found: dict[str, list[Link]] = {}
        for link in self.links:
            found.setdefault(link.channel, []).append(link)
        return {channel: tuple(links) for channel, links in found.items()}

    def between(self, one: str, other: str) -> tuple[Link, ...]:
        """The links between two codes, either way."""
        return tuple(link for link in self.links if pair(link.giver, link.taker) == pair(one, other))

    def only(self, *parties: str, channel: str | None = None) -> Network:
        """The part of it that lies between some codes, of one code all its links; and in one channel."""
        given = {*parties}
        kept = (
            link
            for link in self.links
            if channel in (None, link.channel)
            if len({link.giver, link.taker} & given) >= min(len(given), 2)
        )
        return replace(self, links=tuple(kept))

    def table(self) -> Frame:
        """A row a link: `origins` independent origins at least, `denied` reports that deny it, `since` a day."""
        self.behind.statements({each.id: None for link in self.links for each in link.outlines})
        return Frame(self.columns, tuple(_row(link) for link in self.links))


def network(entries: Iterable[Entry], *, as_of: date | None = None) -> Network:
    """The network of the ties that stand on a day; left out, on that of the latest publication.

    Each link can be opened to its ties and their reports. Ties of a side without a code are only counted.
    """
    (found,) = networks(entries, as_of)
    return found


def networks(entries: Iterable[Entry], *days: date | None) -> tuple[Network, ...]:
    """The networks of several days, which share their ties."""
    known = [*entries]
    asserted = [tie for tie in ties(gathered(known)) if tie.reports]
    outlines, behind = [*map(outline, asserted)], Known(asserted)
    return tuple(standing(outlines, behind, as_of=day if day is not None else latest(known)) for day in days)


def joined(found: Iterable[Tie], day: date | None) -> Network:
    """The network of those ties that stand on a day, as far as reports assert them."""
    asserted = [tie for tie in found if tie.reports]
    return standing(map(outline, asserted), Known(asserted), as_of=day)


def standing(outlines: Iterable[Outline], behind: Behind, *, as_of: date | None) -> Network:
    """The network of those ties that stand on a day (of all if it is `None`), given in short; `behind` opens them."""
    found = [each for each in outlines if as_of is None or each.stands(as_of)]
    named = [each for each in found if each.is_named]
    return Network(as_of, tuple(_links(named, behind)), len(found) - len(named), behind)


def _links(found: Iterable[Outline], behind: Behind) -> Iterator[Link]:
    """The links of ties, in order of their keys."""
    groups: dict[tuple[str, str, str], list[Outline]] = {}
    for each in found:
        for giver, taker in _ends(each):
            groups.setdefault((giver, taker, each.channel), []).append(each)
    for key in sorted(groups):
        members = groups[key]
        if len(members) > 1:
            members.sort(key=lambda each: each.order)
        yield Link(*key, tuple(members), behind)


def _brokers(of: Network) -> tuple[Broker, ...]:
    found: dict[tuple[str, tuple[str, str]], dict[str, Outline]] = {}
    for link in of.within("mediation"):
        for each in link.outlines:
            for mediator, two in product(each.actor, combinations(each.recipient, 2)):
                found.setdefault((mediator, two), {})[each.id] = each
    listed = [Broker(*who, tuple(members.values()), of.behind) for who, members in found.items()]
    return tuple(sorted(listed, key=lambda each: (-len(each.outlines), each.mediator, each.between)))


def _components(of: Network) -> tuple[tuple[str, ...], ...]:
    over = {code: code for code in of.parties}

    def head(code: str) -> str:
        while over[code] != code:
            over[code] = over[over[code]]
            code = over[code]
        return code

    for link in of.links:
        if link.sign > 0:
            over[head(link.giver)] = head(link.taker)
    groups: dict[str, list[str]] = {}
    for code in of.parties:
        groups.setdefault(head(code), []).append(code)
    return tuple(sorted(map(tuple, groups.values()), key=lambda group: (-len(group), group)))


def pair(one: str, other: str) -> tuple[str, str]:
    """Two codes in order."""
    return (one, other) if one <= other else (other, one)


def _ends(tie: Outline) -> Iterator[tuple[str, str]]:
    yield from combinations(tie.actor, 2) if CHANNELS[tie.channel].mutual else product(tie.actor, tie.recipient)


def _sign(signs: set[int]) -> Sign:
    if {1, -1} <= signs:
        return "±"
    return "+" if 1 in signs else "-" if -1 in signs else "0"


def _row(link: Link) -> tuple[object, ...]:
    return (
        *(link.giver, link.taker, link.channel, link.sign, link.report_count, link.origins, link.denial_count),
        *(link.since, "; ".join(link.statements)),
    )
