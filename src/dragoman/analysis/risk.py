"""What rests on routes that are gone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import overload

from dragoman.analysis.exposure import SUPPLIES
from dragoman.analysis.links import Link, Links
from dragoman.analysis.network import Network

#: Supplies that pass a route which a side of them is known to use, as long as nothing says otherwise.
CARRIED = ("energy", "trade")


@dataclass(frozen=True, slots=True)
class AtRisk:
    """A link that stands but rests on one that is gone; `over` is the route, `link.taker` or its supplier uses it.

    `together`: one sentence tells of both; otherwise a side of the link is known to use the route for something.
    """

    link: Link
    over: Link
    together: bool


class AtRisks(Sequence[AtRisk]):
    """The `links` that rest on routes, each with each route, in their order; as there may be very many, each is made
    when somebody looks at it.
    """

    def __init__(
        self, links: Links, routes: Sequence[Link], used: Mapping[str, Set[int]], told: Mapping[str, Set[int]]
    ) -> None:
        """`used`: the places of the routes that a party uses; `told`: of those that are told with a tie, by its id."""
        self.links = links
        self._routes = routes
        self._used = used
        self._told = told

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> AtRisk: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[AtRisk, ...]: ...

    def __getitem__(self, place: int | slice) -> AtRisk | tuple[AtRisk, ...]:
        if isinstance(place, slice):
            start, stop, step = place.indices(len(self))
            return tuple(islice(self, start, stop, step)) if step > 0 else tuple(self)[place]
        return next(islice(self, range(len(self))[place], None))

    def __iter__(self) -> Iterator[AtRisk]:
        for link in self.links:
            together = self._together(link)
            for place in sorted(together | self._by_side(link.giver, link.taker, link.channel)):
                yield AtRisk(link, self._routes[place], place in together)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    @cached_property
    def _count(self) -> int:
        nobody, carried, found = frozenset[int](), frozenset(CARRIED), 0
        for (giver, taker), channels in self.links.ends:
            one, other = self._used.get(giver, nobody), self._used.get(taker, nobody)
            both = 0 if one.isdisjoint(other) else len(one & other)
            found += len(channels & carried) * (len(one) + len(other) - both)
        told = self.links.parts_of(self._told.keys()) if self._told else ()
        return found + sum(len(self._together(link) - self._by_side(*link.key)) for link in told)

    def _together(self, link: Link) -> set[int]:
        return {place for each in link.tie_ids if each in self._told for place in self._told[each]}

    def _by_side(self, giver: str, taker: str, channel: str) -> Set[int]:
        nobody = frozenset[int]()
        return self._used.get(giver, nobody) | self._used.get(taker, nobody) if channel in CARRIED else nobody


def at_risk(after: Network, fallen: Iterable[Link]) -> AtRisks:
    """The supplies that stand and of which a sentence, or a side, is known to rest on a route that is gone."""
    routes = [link for link in fallen if link.channel == "transit"]
    used, told = defaultdict[str, set[int]](set), defaultdict[str, set[int]](set)
    for place, (route, beside) in enumerate(zip(routes, _told_with(after, routes), strict=True)):
        used[route.taker].add(place)
        for tie in beside:
            told[tie].add(place)
    links = _resting(after, used.keys(), told.keys()) if routes else Links((), after.behind)
    return AtRisks(links, routes, dict(used), dict(told))


def _resting(after: Network, users: Set[str], ties: Set[str]) -> Links:
    """The supplies that a user of a route is a side of, or that some ties are a part of."""
    links = [after.within(channel).touching(users) for channel in CARRIED]
    if ties:
        links += [after.within(channel).parts_of(ties) for channel in SUPPLIES]
    return Links.merged(links)


def _told_with(after: Network, routes: Sequence[Link]) -> Iterator[frozenset[str]]:
    """The ids of the ties that stand and are asserted in the very words in which each route is."""
    own = [route for route in routes if route.behind is after.behind]
    beside = after.behind.beside({each for route in own for each in route.tie_ids})
    for route in routes:
        if route.behind is after.behind:
            yield frozenset[str]().union(*(beside[each] for each in route.tie_ids))
        else:
            yield after.behind.at(route.reports)
