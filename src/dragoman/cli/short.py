"""Ids short enough to type."""

from __future__ import annotations

from math import ceil, log2

#: Bits beyond those that make two equal beginnings in a ledger an even chance; ten make them one in a thousand.
_SPARE = 10
_BITS = 4
_FEWEST = 6


def digits(count: int) -> int:
    """How many digits of an id tell it apart from those of `count` others."""
    return max(_FEWEST, ceil((2 * log2(count + 1) + _SPARE) / _BITS))


def short(identity: str, length: int) -> str:
    """The id with its prefix and `length` digits."""
    prefix, _, rest = identity.partition(":")
    return f"{prefix}:{rest[:length]}"
