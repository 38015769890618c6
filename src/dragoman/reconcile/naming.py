"""Whether a document follows another by what both name, where their words cannot be compared: in other languages."""

from __future__ import annotations

from typing import Final

from dragoman.reconcile.opened import Opened

#: The share of what a document names that the one it cites must name too.
_FOLLOWED: Final = 0.25
#: The share of what a document names that stands in the one it retells; less will do where it comes in that order,
#: and it must where both are of one day, for those who heard the same minister name the same. From the cases of
#: benchmarks/accuracy/reconciling, the open half.
_RETOLD: Final = 0.6
_RETOLD_IN_ORDER: Final = 0.5
_ORDERLY: Final = 0.65
_HALF_ORDERLY: Final = 0.5
#: The same shares of what it names beyond chance, where more is needed: where all speak of Baku and Israel, these tell
#: nothing. A pile is taken to hold so many documents beyond its own when it is counted what many of them name.
_RETOLD_BEYOND_CHANCE: Final = 0.5
_IN_ORDER_BEYOND_CHANCE: Final = 0.4
BEYOND: Final = 50


def follows(one: Opened, source: Opened) -> bool:
    """Whether a document that names another's publisher names enough of what the other names."""
    return one.share_in(source) >= _FOLLOWED


def retells(one: Opened, source: Opened, chance: float) -> bool:
    """Whether a document names what another names, and in its order; `chance` is the share of it that any would."""
    share = one.share_in(source)
    enough = max(_RETOLD, chance + _RETOLD_BEYOND_CHANCE * (1 - chance))
    if share < max(_RETOLD_IN_ORDER, chance + _IN_ORDER_BEYOND_CHANCE * (1 - chance)):
        return False
    order = one.order_in(source)
    if one.day == source.day:
        return share >= enough and order >= _HALF_ORDERLY
    return share >= enough or order >= _ORDERLY
