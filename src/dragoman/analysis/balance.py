"""Structural balance: whether the friends and foes of each three parties fit together.

A triad with an even number of hostile sides is balanced, with an odd one strained (Cartwright and Harary 1956, after
Heider 1946). Where two parties are friendly in one channel and hostile in another their side has no one sign: triads
with such a side are open, neither the one nor the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from dragoman.analysis.frame import Frame, Shown
from dragoman.analysis.frames import Frames
from dragoman.analysis.links import Link, tie_ids
from dragoman.analysis.network import Network, Sign, pair

State = Literal["balanced", "strained", "open"]
Pair = tuple[str, str]
Parties = tuple[str, str, str]
_COLUMNS = tuple("a b c ab ac bc state ab_statements ac_statements bc_statements".split())


@dataclass(frozen=True, slots=True)
class Triad:
    """Three parties, each two of which are tied, with the signs of the three sides, in the balance `of` a network."""

    parties: Parties
    signs: tuple[Sign, Sign, Sign]
    of: Balance = field(compare=False, repr=False)

    @property
    def state(self) -> State:
        """Balanced with no hostile side or two, strained with one or three, open if a side has no one sign."""
        return _state(self.signs)

    @property
    def links(self) -> tuple[tuple[Link, ...], tuple[Link, ...], tuple[Link, ...]]:
        """The links behind each of the three sides."""
        ab, ac, bc = (self.of.behind(two) for two in self.sides)
        return ab, ac, bc

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


@dataclass(frozen=True)
class Balance(Shown):
    """The triads of a network in order of their parties, and the turnabouts that each pair of them could make.

    Neighbourhood and the like, which is neither friendly nor hostile, makes no side.
    """

    network: Network
    #: Another balance, and the pairs of parties without which both are alike: only what these change is counted anew.
    _near: tuple[Balance, Set[Pair]] | None = field(default=None, compare=False, repr=False)

    @cached_property
    def triads(self) -> tuple[Triad, ...]:
        """All of them; for how many there are of each state, `count` does not need to make them."""
        return tuple(self._triad(*parties) for parties in self._trios())

    def of(self, state: State) -> tuple[Triad, ...]:
        """The triads in a state."""
        return tuple(triad for triad in self.triads if triad.state == state)

    def count(self, state: State) -> int:
        """How many triads are in a state."""
        return self._counts[state]

    def triad(self, parties: Parties) -> Triad | None:
        """The triad of three parties, given in order; `None` if two of them are not tied."""
        a, b, c = parties
        signs = self._signs
        ab, ac, bc = signs.get((a, b)), signs.get((a, c)), signs.get((b, c))
        return Triad(parties, (ab, ac, bc), self) if ab is not None and ac is not None and bc is not None else None

    def state(self, parties: Parties) -> State | None:
        """The state of the triad of three parties, given in order; `None` if two of them are not tied."""
        a, b, c = parties
        signs = self._signs
        ab, ac, bc = signs.get((a, b)), signs.get((a, c)), signs.get((b, c))
        return _state((ab, ac, bc)) if ab is not None and ac is not None and bc is not None else None

    def behind(self, two: Pair) -> tuple[Link, ...]:
        """The links that make two parties, given in order, friends or foes."""
        return self._links.get(two, ())

    def around(self, two: Pair) -> Iterator[Parties]:
        """The three parties of each triad that two are in."""
        one, other = two
        if two in self._signs:
            for third in self._beside[one] & self._beside[other]:
                a, b, c = sorted((one, other, third))
                yield a, b, c

    @property
    def share(self) -> float | None:
        """The share of balanced triads among those that are not open, 0-1; `None` if there are none."""
        settled = self.count("balanced") + self.count("strained")
        return self.count("balanced") / settled if settled else None

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

    @cached_property
    def turnabouts(self) -> tuple[Turnabout, ...]:
        """What each change of one sign would settle and upset: it turns each settled triad that it is a side of."""
        found = (Turnabout(two, self._signs[two], *counts[:2]) for two, counts in self._sides.items())
        return tuple(each for each in found if each.settled or each.upset)

    def table(self) -> Frame:
        """A row a triad: its parties, the signs of ab, ac and bc, its state, and the statements behind each sign."""
        said = self.statements
        rows = (
            (*triad.parties, *triad.signs, triad.state, *("; ".join(said[two]) for two in triad.sides))
            for triad in self.triads
        )
        return Frame(_COLUMNS, tuple(rows))

    @property
    def frames(self) -> Frames:
        """`triads`, which is `table()`, and `turnabouts`: how many each change of one sign would settle and upset."""
        return Frames(triads=self.table, turnabouts=self._turnabouts)

    def _turnabouts(self) -> Frame:
        rows = ((*each.between, each.sign, each.settled, each.upset, each.net) for each in self.turnabouts)
        return Frame(("one", "other", "sign", "settled", "upset", "net"), tuple(rows))

    @cached_property
    def statements(self) -> dict[Pair, tuple[str, ...]]:
        """The ids of the statements behind the sign of each two parties of a triad, each once."""
        found = {two: self.behind(two) for triad in self.triads for two in triad.sides}
        self.network.behind.statements(tie_ids(link for links in found.values() for link in links))
        return {
            two: tuple(dict.fromkeys(each for link in links for each in link.statements))
            for two, links in sorted(found.items())
        }

    @cached_property
    def _signs(self) -> dict[Pair, Sign]:
        return {two: sign for two, sign in self.network.signs.items() if sign != "0"}

    @cached_property
    def _beside(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for one, other in self._signs:
            found[one].add(other)
            found[other].add(one)
        return found

    @cached_property
    def _links(self) -> dict[Pair, tuple[Link, ...]]:
        found: dict[Pair, list[Link]] = defaultdict(list)
        for link in self.network.links:
            if link.sign:
                found[pair(link.giver, link.taker)].append(link)
        return {two: tuple(links) for two, links in found.items()}

    @cached_property
    def _sides(self) -> dict[Pair, tuple[int, int, int]]:
        """Of each two parties the number of strained, balanced and all triads that they are in."""
        return dict(_sides(self._signs))

    @cached_property
    def turned(self) -> dict[Parties, tuple[State | None, State | None]]:
        """The triads whose state is another than in the balance beside which this was found: that state, and this."""
        if self._near is None:
            return {}
        other, changed = self._near
        around = {parties for two in changed for each in (other, self) for parties in each.around(two)}
        states = {parties: (other.state(parties), self.state(parties)) for parties in around}
        return {parties: (was, is_) for parties, (was, is_) in states.items() if was != is_}

    @cached_property
    def _counts(self) -> dict[State, int]:
        if self._near is not None:
            counts = dict(self._near[0]._counts)
            for (was, is_), number in Counter(self.turned.values()).items():
                if was is not None:
                    counts[was] -= number
                if is_ is not None:
                    counts[is_] += number
            return counts
        # A triad has three sides.
        strained, balanced, all_ = (sum(counts[place] for counts in self._sides.values()) // 3 for place in range(3))
        return {"strained": strained, "balanced": balanced, "open": all_ - strained - balanced}

    def _trios(self) -> Iterator[Parties]:
        """Each three parties that are tied each to each, found once, from the first of them."""
        for one, other in self._signs:
            yield from (
                (one, other, third) for third in sorted(self._beside[one] & self._beside[other]) if third > other
            )

    def _triad(self, a: str, b: str, c: str) -> Triad:
        return Triad((a, b, c), (self._signs[a, b], self._signs[a, c], self._signs[b, c]), self)


def balance(of: Network, *, beside: tuple[Balance, Set[Pair]] | None = None) -> Balance:
    """The balance of a network; `beside`, another, and the pairs of parties without which both networks are alike."""
    return Balance(of, beside)


def _state(signs: tuple[Sign, Sign, Sign]) -> State:
    if "±" in signs:
        return "open"
    return "strained" if signs.count("-") % 2 else "balanced"


def _sides(signs: Mapping[Pair, Sign]) -> Iterator[tuple[Pair, tuple[int, int, int]]]:
    """Of each two parties the number of strained, balanced and all triads that they are in.

    Who is tied to a party, and how, is a set of bits, so that those whom two have in common are counted at once.
    """
    places = {code: 1 << place for place, code in enumerate(sorted({code for two in signs for code in two}))}
    tied: dict[Sign, dict[str, int]] = {sign: dict.fromkeys(places, 0) for sign in ("+", "-", "±", "0")}
    for (one, other), sign in signs.items():
        tied[sign][one] |= places[other]
        tied[sign][other] |= places[one]
    friends, foes, torn = tied["+"], tied["-"], tied["±"]
    for (one, other), sign in sorted(signs.items()):
        alike = (friends[one] & friends[other] | foes[one] & foes[other]).bit_count()
        unlike = (friends[one] & foes[other] | foes[one] & friends[other]).bit_count()
        any_ = ((friends[one] | foes[one] | torn[one]) & (friends[other] | foes[other] | torn[other])).bit_count()
        settled = (unlike, alike) if sign == "+" else (alike, unlike)
        yield (one, other), (*(settled if sign != "±" else (0, 0)), any_)
