"""Organisations, accords, armed groups, companies, services and routes, from `organisations.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.codebook.rows import table


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
            tuple(row.get("aliases", ())),
            row["kind"],
            row.get("state") or None,
            row.get("sector") or None,
            tuple(row.get("members", ())),
            tuple(row.get("against", ())),
            row.get("wikidata") or None,
        )
        for row in table("organisations.toml")["organisation"]
    )
