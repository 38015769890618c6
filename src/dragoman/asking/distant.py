"""The links of a day that stay in the ledger until somebody looks at them."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace
from datetime import date
from functools import cache, cached_property

from dragoman.analysis import Links, networks
from dragoman.analysis.links import Ends, number
from dragoman.asking.kept import Kept
from dragoman.asking.recalled import Recalled
from dragoman.asking.telling import told
from dragoman.ledger import ALL, Among, Filters, Ledger
from dragoman.records.outline import Strand

#: The links of more parties than these are found sooner among all of them.
_FEW = 32


class Distant(Links):
    """The links that stand on a day, or those `among` them, as the ledger was when they were asked for.

    A network of hundreds of thousands is not fetched for who has to do with whom, nor for some of it.
    """

    behind: Kept

    def __init__(
        self,
        ledger: Ledger,
        behind: Kept,
        day: date | None,
        *,
        among: Among = ALL,
        whole: Distant | None = None,
    ) -> None:
        """`whole`: those that these are among."""
        super().__init__((), behind)
        self._ledger = ledger
        self._day = day
        self._among = among
        self._whole = whole if whole is not None else self

    @cached_property
    def strands(self) -> list[Strand]:
        """The strands of all of them, in order."""
        with self.behind.now() as view:
            return view.links(self._day, self._among) if view is not None else self._then.strands

    @cached_property
    def ends(self) -> tuple[Ends, ...]:
        """Giver and taker of some of them, with the channels of those between these."""
        if self._is_fetched or self._among != ALL:
            return super().ends
        with self.behind.now() as view:
            if view is None:
                return self._then.ends
            return tuple(((giver, taker), _channels(named)) for giver, taker, named in view.ends(self._day))

    def within(self, channel: str) -> Links:
        """Those in a channel."""
        if self._is_fetched or self._among.channel is not None:
            return super().within(channel)
        return self._only(replace(self._among, channel=channel))

    def touching(self, parties: Set[str]) -> Links:
        """Those of which one end is one of some parties."""
        if self._is_fetched or self._among.touching is not None or len(parties) > _FEW:
            return super().touching(parties)
        return self._only(replace(self._among, touching=frozenset(parties)))

    def parts_of(self, ties: Set[str]) -> Links:
        """Those that some ties, by their ids, are a part of."""
        if self._is_fetched or self._among.ties is not None:
            return super().parts_of(ties)
        return self._only(replace(self._among, ties=frozenset(ties)))

    def _only(self, among: Among) -> Distant:
        return Distant(self._ledger, self.behind, self._day, among=among, whole=self._whole)

    @property
    def _is_fetched(self) -> bool:
        return "strands" in vars(self)

    @cached_property
    def _count(self) -> int:
        return number(self.ends)

    @property
    def _then(self) -> Links:
        """The same of the ledger as it was, which was written to since."""
        found, among = self._whole._all_then, self._among
        if among.channel is not None:
            found = found.within(among.channel)
        if among.touching is not None:
            found = found.touching(among.touching)
        return found.parts_of(among.ties) if among.ties is not None else found

    @cached_property
    def _all_then(self) -> Links:
        with self._ledger.view(known=self.behind.latest) as view:
            recalled = Recalled.of(self._ledger, view)
            if recalled is not None:
                return recalled.networks(self._day)[0].links
            return networks(told(view, Filters()), self._day)[0].links


@cache
def _channels(named: str) -> frozenset[str]:
    return frozenset(named.split(","))
