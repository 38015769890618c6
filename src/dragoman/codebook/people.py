"""Who held which office when, from `people.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.codebook.rows import listed, rows


@dataclass(frozen=True, slots=True)
class Office:
    """One office held by one person: `since` and `until` are ISO dates or years, `until` empty while it lasts.

    `pronoun` is "she" of a woman and empty of a man.
    """

    name: str
    aliases: tuple[str, ...]
    code: str
    sector: str
    role: str
    since: str
    until: str
    pronoun: str = ""

    def held(self, day: str) -> bool:
        """Whether the office was held on an ISO day; a year stands for all of it."""
        return self.since <= day and (not self.until or day[: len(self.until)] <= self.until)


@cache
def people() -> dict[str, tuple[Office, ...]]:
    """The offices of each person by every spelling of the full name; people of one name stand together."""
    found: dict[str, tuple[Office, ...]] = {}
    for row in rows("people.csv"):
        office = Office(
            row["name"],
            listed(row["aliases"]),
            row["code"],
            row["sector"],
            row["role"],
            row["from"],
            row["to"],
            row["pronoun"],
        )
        for name in (office.name, *office.aliases):
            found[name] = (*found.get(name, ()), office)
    return found
