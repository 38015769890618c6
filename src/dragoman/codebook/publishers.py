"""Publishers and their home states, from `publishers.csv`, and what agencies sign with, from `signs.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.codebook.rows import listed, rows
from dragoman.codebook.states import states


@dataclass(frozen=True, slots=True)
class Publisher:
    """One publisher: names, domain, home state, kind (wire, newspaper, think-tank ...)."""

    name: str
    aliases: tuple[str, ...]
    domain: str
    code: str
    kind: str


@cache
def publishers() -> tuple[Publisher, ...]:
    """All publishers, in the order of the table."""
    return tuple(
        Publisher(row["name"], listed(row["aliases"]), row["domain"], row["code"], row["kind"])
        for row in rows("publishers.csv")
    )


@cache
def _by_name() -> dict[str, Publisher]:
    return {_folded(name): each for each in publishers() for name in (each.name, *each.aliases, each.domain) if name}


def publisher(name: str) -> Publisher | None:
    """The publisher that goes by a name or domain, or `None`."""
    return _by_name().get(_folded(name))


def senders(sign: str, place: str = "") -> tuple[Publisher, ...]:
    """The publishers that sign a report so: if `place` names the state of one, or its capital, that one.

    "APS" is of Algiers or of Dakar.
    """
    named = publisher(sign)
    shared = _by_sign().get(_folded(sign), ())
    found = shared if named is None else (named, *shared)
    at = place.casefold()
    near = next((each for each in found if any(name.casefold() in at for name in _at_home(each))), named)
    return found if near is None else (near,)


@cache
def _by_sign() -> dict[str, tuple[Publisher, ...]]:
    found: dict[str, tuple[Publisher, ...]] = {}
    for row in rows("signs.csv"):
        sender = publisher(row["publisher"])
        assert sender is not None, row
        found[_folded(row["sign"])] = (*found.get(_folded(row["sign"]), ()), sender)
    return found


def _at_home(sender: Publisher) -> tuple[str, ...]:
    state = states().get(sender.code)
    return () if state is None else (state.name, *state.capitals)


def _folded(name: str) -> str:
    return name.casefold().strip().removeprefix("the ").removeprefix("www.")
