"""How disputed territories are written in exports, from `disputed.toml`."""

from __future__ import annotations

from functools import cache

from dragoman.codebook.rows import table


@cache
def territories() -> dict[str, dict[str, str]]:
    """By the code of the territory: its `name`, the `code` to write and, if it is to be written otherwise, `sector`."""
    return {code: dict(row) for code, row in table("disputed.toml")["territory"].items()}
