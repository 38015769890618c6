"""What is supposed to be otherwise: ties cut, parties gone, sources no longer believed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from dragoman.analysis.exposure import Taken
from dragoman.analysis.links import Link
from dragoman.analysis.ranges import Range
from dragoman.codebook.names import code
from dragoman.codebook.ties import channel
from dragoman.errors import InvalidValue, quoted

_ARROW: Final = re.compile(r"->|--|→|↔")
_CHANNEL: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Cut:
    """Ties from one party to another that are gone: in one channel or in all, one way or `both`.

    Ties in which the order of parties says nothing are gone either way.
    """

    giver: str
    taker: str
    channel: str | None = None
    both: bool = False

    @classmethod
    def of(cls, text: str) -> Cut:
        """`KAZ->ISR:energy`, `KAZ->ISR`, or either way `KAZ--ISR`; names will do for codes.

        Raises `InvalidValue` for anything else, and `UnknownName`.
        """
        sides, colon, name = text.partition(":")
        one, arrow, other = _parted(sides)
        name = name.strip()
        if not (one and other) or (colon and _CHANNEL.fullmatch(name) is None):
            raise InvalidValue(
                f"{quoted(text)} is no tie; write KAZ->ISR:energy, KAZ->ISR for all channels, "
                "or KAZ--ISR for both ways."
            )
        return cls(code(one), code(other), channel(name).name if name else None, arrow in ("--", "↔"))

    def __str__(self) -> str:
        arrow = "--" if self.both else "->"
        return f"{self.giver}{arrow}{self.taker}" + (f":{self.channel}" if self.channel else "")

    def takes(self, link: Link) -> bool:
        """Whether a link is gone with it."""
        if self.channel not in (None, link.channel):
            return False
        ends = (link.giver, link.taker)
        straight = ends == (self.giver, self.taker)
        return straight or ((self.both or link.mutual) and ends == (self.taker, self.giver))


@dataclass(frozen=True, slots=True)
class Scenario:
    """What is supposed, all of it at once; empty, it supposes nothing. Each method adds to it and returns another.

    `cuts` are ties that are gone, memberships that end among them; `closed` routes or territories that nothing passes;
    `without` parties that are gone with all their ties; `discounted` publishers and people who are not believed;
    `taken` shares in place of those on record.
    """

    cuts: tuple[Cut, ...] = ()
    closed: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    discounted: tuple[str, ...] = ()
    taken: tuple[Taken, ...] = ()
    name: str | None = field(default=None, compare=False)

    def cut(self, tie: str) -> Scenario:
        """With a tie cut: `KAZ->ISR:energy`; raises `InvalidValue` or `UnknownName`."""
        return self._with(cuts=(Cut.of(tie),))

    def leave(self, member: str, organisation: str) -> Scenario:
        """With a membership ended; raises `UnknownName`."""
        return self._with(cuts=(Cut(code(member), code(organisation), "membership"),))

    def close(self, over: str) -> Scenario:
        """With a route or territory closed; raises `UnknownName`."""
        return self._with(closed=(code(over),))

    def remove(self, party: str) -> Scenario:
        """With a party gone; raises `UnknownName`."""
        return self._with(without=(code(party),))

    def discount(self, source: str) -> Scenario:
        """With a publisher or a quoted source not believed."""
        return self._with(discounted=(source,))

    def take(self, tie: str, low: float, high: float, *, base: str | None = None) -> Scenario:
        """With another share: that the giver of `AZE->ISR:energy` has between two per cents of the taker's base.

        Left out, `base` is each base on record. Raises `InvalidValue` or `UnknownName`.
        """
        of = Cut.of(tie)
        if of.channel is None:
            raise InvalidValue(f"{tie!r} has no channel; write what the share is in, as in KAZ->ISR:energy.")
        if not 0 <= low <= high <= 100:
            raise InvalidValue(f"A share cannot be from {low} to {high}; give two per cents, the lower first.")
        return self._with(taken=(Taken(of.taker, of.giver, of.channel, Range(float(low), float(high)), base),))

    @property
    def is_empty(self) -> bool:
        """Whether it supposes nothing."""
        return self == Scenario()

    def also(self, other: Scenario) -> Scenario:
        """With all that another supposes; the name is the first that one of them has."""
        return self._with(
            cuts=other.cuts,
            closed=other.closed,
            without=other.without,
            discounted=other.discounted,
            taken=other.taken,
            name=other.name,
        )

    def _with(
        self,
        *,
        cuts: Sequence[Cut] = (),
        closed: Sequence[str] = (),
        without: Sequence[str] = (),
        discounted: Sequence[str] = (),
        taken: Sequence[Taken] = (),
        name: str | None = None,
    ) -> Scenario:
        return Scenario(
            (*self.cuts, *cuts),
            (*self.closed, *closed),
            (*self.without, *without),
            (*self.discounted, *discounted),
            (*self.taken, *taken),
            self.name or name,
        )


def _parted(sides: str) -> tuple[str, str, str]:
    """Two parties and the arrow between them, empty where there is none."""
    found = _ARROW.search(sides)
    if found is None:
        return "", "", ""
    return sides[: found.start()].strip(), found.group(), sides[found.end() :].strip()
