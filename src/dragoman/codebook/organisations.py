"""Organisations, accords, armed groups, companies, services and routes, from `organisations.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.codebook.rows import listed, rows


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation.

    A company or service of a state bears the state's code; `members` are states by code, `against` the groups
    that a coalition fights.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    state: str | None
    sector: str | None
    members: tuple[str, ...]
    against: tuple[str, ...]
    wikidata: str | None


@cache
def organisations() -> tuple[Organisation, ...]:
    """All organisations, in the order of the table."""
    return tuple(
        Organisation(
            row["code"],
            row["name"],
            listed(row["aliases"]),
            row["kind"],
            row["state"] or None,
            row["sector"] or None,
            listed(row["members"]),
            listed(row["against"]),
            row["wikidata"] or None,
        )
        for row in rows("organisations.csv")
    )
