"""What would follow: the network, the exposures and the balance under a scenario, beside those on record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import ClassVar

from dragoman.analysis.answers import Changes
from dragoman.analysis.balance import Balance, Pair, Triad, balance
from dragoman.analysis.changes import Change
from dragoman.analysis.exposure import SUPPLIES, Exposure, Key, exposures, keys
from dragoman.analysis.following import (
    COLUMNS,
    Replacement,
    apart_frame,
    exposures_frame,
    supplies_frame,
    triads_frame,
)
from dragoman.analysis.frame import Frame, Shown
from dragoman.analysis.frames import Frames
from dragoman.analysis.links import Link, tie_ids
from dragoman.analysis.network import Network, Sign, pair
from dragoman.analysis.risk import AtRisks, at_risk
from dragoman.analysis.scenario import Scenario

#: So many exposures are found out at once for one who looks at them one by one.
_TOGETHER = 8
#: The signs of a foe, who may be a friend in another channel.
_HOSTILE = ("-", "±")


@dataclass(frozen=True, slots=True)
class Fallen:
    """A link that is gone, and why: the part of the scenario that takes it."""

    link: Link
    why: str


@dataclass(frozen=True)
class WhatIf(Shown):
    """What a scenario does, the network on record being `before` and what is left of it `after`.

    `weakened` pairs links that stand on fewer reports or origins; `claims` is what loses support.
    """

    columns: ClassVar[tuple[str, ...]] = ("giver", "taker", "channel", "becomes", "why", "statements")
    #: Of each of its `frames`, by name.
    frame_columns: ClassVar[dict[str, tuple[str, ...]]] = {"becomes": columns, **COLUMNS}
    scenario: Scenario
    before: Network
    after: Network
    fallen: tuple[Fallen, ...]
    at_risk: AtRisks
    claims: tuple[Change, ...] = ()

    @cached_property
    def weakened(self) -> tuple[tuple[Link, Link], ...]:
        """The links that stand on fewer reports or origins, before and after."""
        if self.after.behind is self.before.behind:
            return ()
        self.before.outline(self.before.links)
        left = {link.key: link for link in self.after.links}
        pairs = ((link, left[link.key]) for link in self.before.links if link.key in left)
        return tuple((one, other) for one, other in pairs if _support(other) != _support(one))

    @cached_property
    def exposures(self) -> tuple[tuple[Exposure, ...], tuple[Exposure, ...]]:
        """How far parties depend on their suppliers, before and after, where the after stands for what is left.

        Shares on record stay shares of what was supplied before.
        """
        return exposures(self.before), exposures(self.after, taken=self.scenario.taken)

    def shifts(self) -> Iterator[tuple[Exposure | None, Exposure | None]]:
        """The exposures of those who stay of which the shares are others, before and after, one by one; `None` where no
        share of its base is on record, or is left.
        """
        keys = iter(self._shifted())
        while together := frozenset(islice(keys, _TOGETHER)):
            before, after = self._exposures(together)
            left = {(each.party, each.channel, each.base): each for each in after}
            was = {(each.party, each.channel, each.base): each for each in before if each.partners}
            for key, one in was.items():
                other = left.get(key)
                if other is None or other.partners != one.partners:
                    yield one, other
            yield from ((None, other) for key, other in left.items() if key not in was and other.partners)

    def _shifted(self) -> list[Key]:
        """Of whom, and in which channel, a share is gone, weaker or supposed, in the order of exposures."""
        supplies = [each.link for each in self.fallen if each.link.channel in SUPPLIES]
        sharing = self.before.behind.sharing(tie_ids(supplies))
        supplies = [link for link in supplies if not sharing.isdisjoint(link.tie_ids)]
        found = self._keys_of([*supplies, *(link for link, _ in self.weakened)])
        staying = {key for key in found if key[0] not in self.scenario.without}
        return sorted(staying, key=lambda key: (SUPPLIES.index(key[1]), key[0]))

    def _keys_of(self, links: Iterable[Link]) -> set[Key]:
        """Whose exposure, and in which channel, something about some links or what is supposed touches."""
        found = {key for link in links if link.channel in SUPPLIES for key in keys(link)}
        return found | {(each.party, each.channel) for each in self.scenario.taken}

    def _exposures(self, among: Set[Key]) -> tuple[tuple[Exposure, ...], tuple[Exposure, ...]]:
        return self._exposed(frozenset(among)), exposures(self.after, taken=self.scenario.taken, among=among)

    def _exposed(self, among: frozenset[Key]) -> tuple[Exposure, ...]:
        """The exposures of some on record."""
        if among not in self._known:
            self._known[among] = exposures(self.before, among=among)
        return self._known[among]

    @cached_property
    def _known(self) -> dict[frozenset[Key], tuple[Exposure, ...]]:
        return {}

    @cached_property
    def touched(self) -> tuple[tuple[Exposure, ...], tuple[Exposure, ...]]:
        """Those of the exposures of which something is gone, weaker or supposed."""
        return self._exposures(
            self._keys_of([*(each.link for each in self.fallen), *(link for link, _ in self.weakened)])
        )

    @cached_property
    def balances(self) -> tuple[Balance, Balance]:
        """The balance before and after."""
        before = balance(self.before)
        return before, balance(self.after, beside=(before, self._signed_anew))

    @property
    def turned(self) -> tuple[tuple[Triad | None, Triad | None], ...]:
        """The triads whose state is another before and after; `None` where there is no such triad."""
        return self.first_turned(self.turned_count)

    def first_turned(self, most: int) -> tuple[tuple[Triad | None, Triad | None], ...]:
        """The first of them."""
        one, other = self.balances
        return tuple((one.triad(parties), other.triad(parties)) for parties in sorted(other.turned)[:most])

    @property
    def turned_count(self) -> int:
        """How many there are of them."""
        return len(self.balances[1].turned)

    @cached_property
    def _signed_anew(self) -> frozenset[Pair]:
        """The pairs of parties that stand otherwise to each other than before."""
        before, after = self.before.signs, self.after.signs
        touched: Iterable[Pair] = before.keys() | after.keys()
        if self.after.behind is self.before.behind:
            touched = {pair(each.link.giver, each.link.taker) for each in self.fallen}
        return frozenset(two for two in touched if before.get(two) != after.get(two))

    @cached_property
    def apart(self) -> tuple[tuple[str, ...], ...]:
        """The groups of parties that cooperative links no longer hold together with most of those they did before."""
        return tuple(part for group in self.before.components for part in self._parts(group)[1:])

    def _parts(self, group: tuple[str, ...]) -> list[tuple[str, ...]]:
        """What becomes of a group, the largest part first; those who have no link left stand alone."""
        left = [*self.after.components, *((code,) for code in self.before.parties if code not in self.after.parties)]
        gone = {*self.scenario.without}
        parts = (tuple(code for code in each if code in group and code not in gone) for each in left)
        return sorted((part for part in parts if part), key=lambda part: (-len(part), part))

    @cached_property
    def common_foes(self) -> tuple[tuple[str, str, str], ...]:
        """Each two friends and the foe of both that they would no longer have in common."""
        camps, after = _Camps(self.before), self.after.signs
        found = {each for two in self._signed_anew for each in camps.common_foes(two)}
        return tuple(sorted(each for each in found if not _have_in_common(after, *each)))

    @cached_property
    def lost(self) -> tuple[Link, ...]:
        """The supplies that are gone, of those who stay."""
        gone = set(self.scenario.without)
        links = (fallen.link for fallen in self.fallen)
        return tuple(link for link in links if link.channel in SUPPLIES and link.taker not in gone)

    @cached_property
    def replacements(self) -> tuple[Replacement, ...]:
        """The supplies that are gone, and who on record could take their place."""
        return self.replaced(self.lost)

    def replaced(self, lost: Sequence[Link]) -> tuple[Replacement, ...]:
        """Who on record could take the place of some of the supplies that are `lost`."""
        shared = defaultdict[Key, list[Exposure]](list)
        takers = {(link.taker, link.channel) for link in lost}
        for each in self._exposed(frozenset(takers)):
            shared[each.party, each.channel].append(each)
        others = self._supplying(takers)
        elsewhere = {channel: self._suppliers(channel) for channel in {channel for _, channel in takers}}
        return tuple(
            _replacement(link, shared[link.taker, link.channel], others[link.taker, link.channel], elsewhere)
            for link in lost
        )

    def _supplying(self, takers: Set[Key]) -> dict[Key, set[str]]:
        """Who supplies some takers, each in a channel, with what is left."""
        found: dict[Key, set[str]] = {each: set() for each in takers}
        for channel in {channel for _, channel in takers}:
            codes = {code for code, name in takers if name == channel}
            for (giver, taker), _ in self.after.within(channel).touching(codes).ends:
                if (taker, channel) in found:
                    found[taker, channel].add(giver)
        return found

    def _suppliers(self, channel: str) -> set[str]:
        """Who supplies anybody in a channel with what is left."""
        return {giver for (giver, _), channels in self.after.links.ends if channel in channels}

    @cached_property
    def _told(self) -> list[Link]:
        """The links that the answer tells of but for those at risk, as they are on record."""
        return [*(each.link for each in self.fallen), *(link for link, _ in self.weakened)]

    @property
    def report_count(self) -> int:
        """How many reports assert the ties that the answer tells of, as they are on record."""
        return self.before.behind.report_count(tie_ids(self._told).keys() | self.at_risk.links.tie_ids)

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The ids of all statements that the answer rests on, in order: those reports, and the shares of those who
        depended on what falls.
        """
        links = [*self._told, *self.at_risk.links, *(link for _, link in self.weakened)]
        for network in (self.before, self.after):
            behind = network.behind
            behind.statements({each for link in links if link.behind is behind for each in link.tie_ids})
        shares = (each.entry.statement.id for of in self.touched[0] if self._concerns(of) for each in of.figures)
        return tuple(sorted({*(each for link in links for each in link.statements), *shares}))

    def table(self) -> Frame:
        """A row a link that is gone, at risk or weakened: its ends, channel, what becomes of it, and why.

        `statements` are the ids of the reports of the link as it is on record, parted by `; `.
        """
        rows = [(each.link, "falls", each.why) for each in self.fallen]
        rows += [(each.link, "at risk", f"{each.over.giver} is closed to {each.over.taker}") for each in self.at_risk]
        rows += [
            (one, "weakened", f"{one.report_count} to {other.report_count} reports") for one, other in self.weakened
        ]
        self.before.behind.statements(tie_ids(link for link, _, _ in rows))
        return Frame(
            self.columns,
            tuple((*link.key, becomes, why, "; ".join(link.statements)) for link, becomes, why in rows),
        )

    @property
    def frames(self) -> Frames:
        """All of it as frames: `becomes`, which is `table()`; `exposures` on record and as `supposed`, of whom a share
        is gone or another; the `supplies` that must be found elsewhere, with the shares lost and who could give them;
        the `triads` in another state; the common `foes` lost; who is no longer held together with the rest (`apart`);
        what has less `support` if somebody is discounted.
        """
        made = {
            "exposures": lambda: exposures_frame(self.touched),
            "supplies": lambda: supplies_frame(self.replacements),
            "triads": lambda: triads_frame(self.turned),
            "foes": lambda: Frame(COLUMNS["foes"], self.common_foes),
            "apart": lambda: apart_frame(self.apart),
            "support": lambda: Changes(self.claims).table(),
        }
        return Frames(becomes=self.table, **made)

    def _concerns(self, exposure: Exposure) -> bool:
        """Whether an exposure is touched by what is gone, or by a share that is supposed."""
        return (exposure.party, exposure.channel) in self._concerned

    @cached_property
    def _concerned(self) -> frozenset[tuple[str, str]]:
        fallen = {(each.link.taker, each.link.channel) for each in self.fallen}
        return frozenset(fallen | {(each.party, each.channel) for each in self.scenario.taken})


def whatif(
    before: Network, scenario: Scenario, *, believed: Network | None = None, claims: tuple[Change, ...] = ()
) -> WhatIf:
    """What a scenario does to a network.

    `believed` is the network of what still counts when those discounted are not believed, with the origins it then has,
    and `claims` is what loses support by that; left out, all counts.
    """
    left = before if believed is None else believed
    fallen = [*(_unsupported(before, left) if left is not before else ()), *_taken(left, scenario)]
    gone = frozenset(each.link.key for each in fallen)
    after = left.without(gone)
    return WhatIf(scenario, before, after, tuple(fallen), at_risk(after, [each.link for each in fallen]), claims)


def _unsupported(before: Network, believed: Network) -> Iterator[Fallen]:
    yield from (Fallen(link, "nothing else supports it") for link in before.gained(believed))


def _taken(of: Network, scenario: Scenario) -> Iterator[Fallen]:
    """Each link that the scenario takes, with the first part of it that does."""
    ends = {*scenario.without, *scenario.closed, *(code for cut in scenario.cuts for code in (cut.giver, cut.taker))}
    for link in of.links.touching(ends):
        why = next(_reasons(link, scenario), None)
        if why is not None:
            yield Fallen(link, why)


def _reasons(link: Link, scenario: Scenario) -> Iterator[str]:
    ends = {link.giver, link.taker}
    yield from (f"{cut} is cut" for cut in scenario.cuts if cut.takes(link))
    yield from (f"{party} is gone" for party in scenario.without if party in ends)
    if link.channel == "transit":
        yield from (f"{over} is closed" for over in scenario.closed if over == link.giver)


def _replacement(
    link: Link, exposed: Iterable[Exposure], supplying: Set[str], suppliers: Mapping[str, Set[str]]
) -> Replacement:
    shares = tuple(
        (each.base, each.partners[link.giver])
        for each in exposed
        if each.base is not None and link.giver in each.partners
    )
    elsewhere = suppliers[link.channel] - supplying - {link.taker, link.giver}
    return Replacement(link, shares, tuple(sorted(supplying)), tuple(sorted(elsewhere)))


class _Camps:
    """Who are friends and who are foes; a foe in one channel is a foe, though it may be a friend in another."""

    def __init__(self, of: Network) -> None:
        self._friends: dict[str, set[str]] = defaultdict(set)
        self._foes: dict[str, set[str]] = defaultdict(set)
        for (one, other), sign in of.signs.items():
            for a, b in ((one, other), (other, one)):
                if sign in _HOSTILE:
                    self._foes[a].add(b)
                elif sign == "+":
                    self._friends[a].add(b)

    def common_foes(self, two: Pair) -> Iterator[tuple[str, str, str]]:
        """Each two friends and a foe of both, where these two are the friends, or a friend and the foe."""
        one, other = two
        if other in self._friends[one]:
            yield from ((one, other, foe) for foe in self._foes[one] & self._foes[other])
        if other in self._foes[one]:
            for friend, foe in (two, two[::-1]):
                yield from ((*pair(friend, each), foe) for each in self._friends[friend] & self._foes[foe])


def _have_in_common(signs: Mapping[Pair, Sign], one: str, other: str, foe: str) -> bool:
    """Whether two are friends and have that foe in common."""
    are_friends = signs.get(pair(one, other)) == "+"
    return are_friends and signs.get(pair(one, foe)) in _HOSTILE and signs.get(pair(other, foe)) in _HOSTILE


def _support(link: Link) -> tuple[int, int | None]:
    return link.report_count, link.origins
