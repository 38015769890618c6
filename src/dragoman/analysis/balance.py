"""Structural balance: whether the friends and foes of each three parties fit together.

A triad with an even number of hostile sides is balanced, with an odd one strained (Cartwright and Harary 1956, after
Heider 1946). Where two parties are friendly in one channel and hostile in another their side has no one sign: triads
with such a side are open, neither the one nor the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from dragoman.analysis.frame import Frame, Shown
from dragoman.analysis.network import Link, Network, Sign, pair

State = Literal["balanced", "strained", "open"]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Triad:
    """Three parties, each two of which are tied, with the signs of the three sides and the links behind each."""

    parties: tuple[str, str, str]
    signs: tuple[Sign, Sign, Sign]
    links: tuple[tuple[Link, ...], tuple[Link, ...], tuple[Link, ...]]

    @property
    def state(self) -> State:
        """Balanced with no hostile side or two, strained with one or three, open if a side has no one sign."""
        if "±" in self.signs:
            return "open"
        return "strained" if self.signs.count("-") % 2 else "balanced"

    @property
    def sides(self) -> tuple[Pair, Pair, Pair]:
        """The three pairs, in the order of the signs."""
        a, b, c = self.parties
        return (a, b), (a, c), (b, c)


@dataclass(frozen=True, slots=True)
class Turnabout:
    """What would follow if two parties stood the other way to each other.

    `settled` strained triads would be balanced and `upset` balanced ones strained.
    """

    between: Pair
    sign: Sign
    settled: int
    upset: int

    @property
    def net(self) -> int:
        """How many more triads would be balanced."""
        return self.settled - self.upset


@dataclass(frozen=True, slots=True)
class Balance(Shown):
    """The triads of a network in order of their parties, and the turnabouts that each pair of them could make."""

    triads: tuple[Triad, ...]
    turnabouts: tuple[Turnabout, ...]

    def of(self, state: State) -> tuple[Triad, ...]:
        """The triads in a state."""
        return tuple(triad for triad in self.triads if triad.state == state)

    @property
    def share(self) -> float | None:
        """The share of balanced triads among those that are not open, 0-1; `None` if there are none."""
        settled = len(self.of("balanced")) + len(self.of("strained"))
        return len(self.of("balanced")) / settled if settled else None

    @property
    def settles(self) -> Turnabout | None:
        """The turnabout after which most more triads would be balanced; `None` if none would."""
        best = max(self.turnabouts, key=lambda each: each.net, default=None)
        return best if best is not None and best.net > 0 else None

    @property
    def upsets(self) -> Turnabout | None:
        """The turnabout after which most more triads would be strained; `None` if none would."""
        worst = min(self.turnabouts, key=lambda each: each.net, default=None)
        return worst if worst is not None and worst.net < 0 else None

    def table(self) -> Frame:
        """A row a triad: its parties, the signs of ab, ac and bc, and its state."""
        rows = tuple((*triad.parties, *triad.signs, triad.state) for triad in self.triads)
        return Frame(("a", "b", "c", "ab", "ac", "bc", "state"), rows)


def balance(of: Network) -> Balance:
    """The balance of a network. Neighbourhood and the like, which is neither friendly nor hostile, makes no side."""
    triads = tuple(_triads(of))
    return Balance(triads, tuple(_turnabouts(triads)))


def _triads(of: Network) -> Iterator[Triad]:
    signs = {key: sign for key, sign in of.signs.items() if sign != "0"}
    held: dict[Pair, list[Link]] = defaultdict(list)
    for link in of.links:
        if link.sign:
            held[pair(link.giver, link.taker)].append(link)
    beside: dict[str, set[str]] = defaultdict(set)
    for one, other in signs:
        # Each triad is found once, from its first party.
        beside[one].add(other)
    for a in sorted(beside):
        for b, c in combinations(sorted(beside[a]), 2):
            if (b, c) in signs:
                ab, ac, bc = (a, b), (a, c), (b, c)
                links = tuple(held[ab]), tuple(held[ac]), tuple(held[bc])
                yield Triad((a, b, c), (signs[ab], signs[ac], signs[bc]), links)


def _turnabouts(triads: tuple[Triad, ...]) -> Iterator[Turnabout]:
    """A change of one sign turns each settled triad that it is a side of."""
    counts: dict[tuple[Pair, Sign], list[int]] = {}
    for triad in triads:
        if triad.state == "open":
            continue
        for side, sign in zip(triad.sides, triad.signs, strict=True):
            counts.setdefault((side, sign), [0, 0])[triad.state == "balanced"] += 1
    for (side, sign), (settled, upset) in sorted(counts.items()):
        yield Turnabout(side, sign, settled, upset)
