"""Publishers and their home states, from `publishers.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.codebook.rows import listed, rows


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


def _folded(name: str) -> str:
    return name.casefold().strip().removeprefix("the ").removeprefix("www.")
