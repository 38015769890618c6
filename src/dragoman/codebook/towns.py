"""Towns that are no capitals, and whose they are, from `towns.csv`."""

from __future__ import annotations

from functools import cache

from dragoman.codebook.rows import listed, rows


@cache
def towns() -> dict[str, str]:
    """The code of the state, or territory, in which a town lies, by each spelling of its name."""
    return {name: row["code"] for row in rows("towns.csv") for name in listed(row["towns"])}
