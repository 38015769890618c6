"""Who stands how to whom on a day: the ties that stand as a signed network of parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property, reduce
from itertools import combinations, product
from operator import or_
from typing import ClassVar, Literal

from dragoman.analysis.behind import NOTHING, Behind, Known
from dragoman.analysis.frame import Frame, Shown
from dragoman.analysis.frames import Frames
from dragoman.analysis.links import Key, Link, Links, tie_ids
from dragoman.analysis.occurrences import gathered
from dragoman.analysis.ties import Tie, ties
from dragoman.analysis.times import latest
from dragoman.codebook.ties import CHANNELS
from dragoman.records import Entry, Outline
from dragoman.records.outline import PARTIES

#: What stands between two parties taken together: friendly, hostile, or some of both.
Sign = Literal["+", "-", "±", "0"]
#: What a channel of a sign adds to what stands between two, and what that comes to.
_BITS = {1: 1, -1: 2, 0: 0}
_SIGNS: tuple[Sign, ...] = ("0", "+", "-", "±")


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

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of the statements that say so, each once."""
        found = self.behind.statements(each.id for each in self.outlines)
        return tuple(dict.fromkeys(each for ids in found.values() for each in ids))


_COLUMNS = "giver taker channel sign reports origins denied since figures statements"


@dataclass(frozen=True)
class Network(Shown):
    """The links that stand on the day `as_of`, in order of their keys; that is `None` only if nothing has a date.

    `nameless` counts the ties that are left out because a side of them has no code.
    """

    columns: ClassVar[tuple[str, ...]] = tuple(_COLUMNS.split())
    as_of: date | None
    links: Links
    nameless: int = 0

    @property
    def behind(self) -> Behind:
        """What stands behind its links."""
        return self.links.behind

    def opened(self) -> Network:
        """The same, with what stands behind all its links fetched at once rather than one by one when looked at."""
        self.open(self.links)
        return self

    def outline(self, links: Iterable[Link]) -> None:
        """Fetch in short the ties of some of its links at once."""
        self.behind.outlines(tie_ids(links))

    def figure(self, links: Iterable[Link]) -> None:
        """Fetch the ties of some of its links at once, in short and with their figures."""
        ids = tie_ids(links)
        self.behind.outlines(ids)
        self.behind.figured(ids)

    def open(self, links: Iterable[Link]) -> None:
        """Fetch all that stands behind some of its links at once."""
        ids = tie_ids(links)
        self.behind.outlines(ids)
        self.behind.ties(ids)

    @cached_property
    def since(self) -> date | None:
        """The first day on which one of its links is reported to stand."""
        return self.links.since

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The codes of all parties with a link."""
        return tuple(sorted({code for two in self.signs for code in two}))

    @cached_property
    def signs(self) -> dict[tuple[str, str], Sign]:
        """How each two parties with a link stand to each other, by their codes in order."""
        found = _signs(self.links)
        return {key: found[key] for key in sorted(found)}

    def without(self, gone: frozenset[Key]) -> Network:
        """What is left of it without the links of some keys.

        How two parties then stand to each other is found out anew only where a link between them is gone.
        """
        left = replace(self, links=self.links.without(gone))
        touched = {pair(giver, taker) for giver, taker, _ in gone}
        anew = _signs(left.links.touching(_among(touched)))
        known = ((two, anew.get(two) if two in touched else sign) for two, sign in self.signs.items())
        vars(left)["signs"] = {two: sign for two, sign in known if sign is not None}
        return left

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
        known = {*before.links.keys}
        return tuple(self.links[place] for place, key in enumerate(self.links.keys) if key not in known)

    def within(self, channel: str) -> Links:
        """The links in a channel."""
        if channel not in self._within:
            self._within[channel] = self.links.within(channel)
        return self._within[channel]

    @cached_property
    def _within(self) -> dict[str, Links]:
        return {}

    def between(self, one: str, other: str) -> Links:
        """The links between two codes, either way."""
        two = {(one, other), (other, one)}
        return self.links.touching({one}).those(lambda giver, taker, channel: (giver, taker) in two)

    def part(self, links: Iterable[Link]) -> Network:
        """The part of it that some of its links are, given in order."""
        return replace(self, links=Links((strand for link in links for strand in link.strands), self.behind))

    def only(self, *parties: str, channel: str | None = None) -> Network:
        """The part of it that lies between some codes, of one code all its links; and in one channel."""
        if not parties:
            return self if channel is None else replace(self, links=self.within(channel))
        given = {*parties}
        least = min(len(given), 2)
        kept = self.links.touching(given).those(
            lambda giver, taker, name: channel in (None, name) and len({giver, taker} & given) >= least
        )
        return replace(self, links=kept)

    def table(self) -> Frame:
        """A row a link: `origins` independent origins at least, `denied` reports that deny it, `since` a day.

        `figures` are the different numbers on record, `statements` the ids of the reports, each parted by `; `.
        """
        self.figure(self.links)
        self.behind.statements(tie_ids(self.links))
        return Frame(self.columns, tuple(_row(link) for link in self.links))

    @property
    def frames(self) -> Frames:
        """`links`, which is `table()`; the `mediators` and between whom; the groups that cooperation holds `together`,
        a row a party.
        """
        return Frames(links=self.table, mediators=self._mediators, together=self._together)

    def _mediators(self) -> Frame:
        self.behind.statements(each.id for broker in self.brokers for each in broker.outlines)
        rows = ((each.mediator, *each.between, "; ".join(each.statements)) for each in self.brokers)
        return Frame(("mediator", "one", "other", "statements"), tuple(rows))

    def _together(self) -> Frame:
        rows = ((number, party) for number, group in enumerate(self.components, start=1) for party in group)
        return Frame(("group", "party"), tuple(rows))


def network(entries: Iterable[Entry], *, as_of: date | None = None) -> Network:
    """The network of the ties that stand on a day; left out, on that of the latest publication.

    Each link can be opened to its ties and their reports. Ties of a side without a code are only counted.
    """
    (found,) = networks(entries, as_of)
    return found


def networks(entries: Iterable[Entry], *days: date | None) -> tuple[Network, ...]:
    """The networks of several days, which share their ties."""
    known = [*entries]
    behind = Known(tie for tie in ties(gathered(known)) if tie.reports)
    return tuple(standing(behind, as_of=day if day is not None else latest(known)) for day in days)


def joined(found: Iterable[Tie], day: date | None) -> Network:
    """The network of those ties that stand on a day, as far as reports assert them."""
    return standing(Known(tie for tie in found if tie.reports), as_of=day)


def standing(behind: Known, *, as_of: date | None) -> Network:
    """The network of those ties at hand that stand on a day, of all if it is `None`."""
    outlines = behind.outlines(behind).values()
    found = [each for each in outlines if as_of is None or each.stands(as_of)]
    named = [each for each in found if each.is_named]
    ends = [(giver, taker, each) for each in named for giver, taker in each.ends]
    ends.sort(key=lambda end: (end[0], end[1], end[2].channel, end[2].order))
    strands = (each.strand(giver, taker) for giver, taker, each in ends)
    return Network(as_of, Links(strands, behind), len(found) - len(named))


def _signs(links: Links) -> dict[tuple[str, str], Sign]:
    """How each two parties of some links stand to each other."""
    found: dict[tuple[str, str], int] = {}
    for (giver, taker), channels in links.ends:
        key = (giver, taker) if giver <= taker else (taker, giver)
        found[key] = found.get(key, 0) | _bits(channels)
    return {key: _SIGNS[bits] for key, bits in found.items()}


@cache
def _bits(channels: frozenset[str]) -> int:
    return reduce(or_, (_BITS[CHANNELS[each].sign] for each in channels))


def _among(pairs: Set[tuple[str, str]]) -> set[str]:
    """Few parties of which one is in each of some pairs."""
    often = Counter(code for two in pairs for code in two)
    return {max(two, key=lambda code: (often[code], code)) for two in pairs}


def _brokers(of: Network) -> tuple[Broker, ...]:
    found: dict[tuple[str, tuple[str, str]], dict[str, Outline]] = {}
    # Only a tie of three parties or more has a mediator and two others.
    links = [link for link in of.within("mediation") if any(strand[PARTIES] > 2 for strand in link.strands)]
    of.outline(links)
    for link in links:
        for each in link.outlines:
            for mediator, two in product(each.actor, combinations(each.recipient, 2)):
                found.setdefault((mediator, two), {})[each.id] = each
    listed = [Broker(*who, tuple(members.values()), of.behind) for who, members in found.items()]
    return tuple(sorted(listed, key=lambda each: (-len(each.outlines), each.mediator, each.between)))


def _components(of: Network) -> tuple[tuple[str, ...], ...]:
    beside: dict[str, set[str]] = {code: set() for code in of.parties}
    for (one, other), sign in of.signs.items():
        if sign in ("+", "±"):
            beside[one].add(other)
            beside[other].add(one)
    groups: list[set[str]] = []
    left = {*of.parties}
    while left:
        group, reached = set[str](), {min(left)}
        while reached:
            group |= reached
            reached = set[str]().union(*(beside[code] for code in reached)) - group
        left -= group
        groups.append(group)
    return tuple(sorted((tuple(sorted(group)) for group in groups), key=lambda group: (-len(group), group)))


def pair(one: str, other: str) -> tuple[str, str]:
    """Two codes in order."""
    return (one, other) if one <= other else (other, one)


def _row(link: Link) -> tuple[object, ...]:
    return (
        *(link.giver, link.taker, link.channel, link.sign, link.report_count, link.origins, link.denial_count),
        *(link.since, "; ".join(link.measures), "; ".join(link.statements)),
    )
