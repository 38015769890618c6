"""PLOVER actor sectors and the words that show them, from `sectors.toml`."""

from __future__ import annotations

from functools import cache

from dragoman.codebook.rows import table


@cache
def sectors() -> dict[str, str]:
    """What each sector is called, by its code."""
    return {row["code"]: row["label"] for row in table("sectors.toml")["sector"]}


@cache
def role_words() -> dict[str, str]:
    """The sector that a title or a role noun shows, by the word in lower case."""
    found: dict[str, str] = {}
    for row in table("sectors.toml")["sector"]:
        for word in row.get("words", ()):
            found.setdefault(word, row["code"])
    return found


def honorifics() -> tuple[str, ...]:
    """What stands before a name without being part of it, without the full stop of what is cut short."""
    return tuple(table("sectors.toml")["honorifics"])


@cache
def abbreviated() -> dict[str, str]:
    """Roles that are written in capital letters, in full: "PM"."""
    return dict(table("sectors.toml")["abbreviated"])


@cache
def qualified(name: str) -> frozenset[str]:
    """Words that show that a role only tells a kind: `things`, `doings`, `verbs` among them, and other `kinds`."""
    return frozenset(table("sectors.toml")[name].split())
