"""States, past and present, with the names and places they go by, from `states.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.codebook.rows import listed, rows


@dataclass(frozen=True, slots=True)
class State:
    """One state: ISO 3166-1 codes, Correlates of War number, names, demonyms, capital, seats, years of life."""

    code: str
    iso2: str
    iso_numeric: str
    cow: str
    name: str
    official: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    since: str
    until: str


def cow_number(code: str) -> int | None:
    """The Correlates of War number of a state; `None` of one that has none and of what is no state."""
    state = states().get(code)
    return int(state.cow) if state is not None and state.cow else None


@cache
def states() -> dict[str, State]:
    """All states by code."""
    return {
        row["code"]: State(
            row["code"],
            row["iso2"].lower(),
            row["iso_numeric"],
            row["cow"].lstrip("0"),
            row["name"],
            row["official"],
            listed(row["aliases"]),
            listed(row["adjectives"]),
            listed(row["people"]),
            listed(row["capital"]),
            listed(row["seats"]),
            row["from"],
            row["to"],
        )
        for row in rows("states.csv")
    }


@cache
def nationals() -> frozenset[str]:
    """What the people of all states are called: "Tajiks"."""
    return frozenset(name for state in states().values() for name in state.people)
