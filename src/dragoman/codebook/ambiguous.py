"""Names that are also something else, from `ambiguous.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from dragoman.codebook.rows import table


@cache
def _table() -> Mapping[str, Any]:
    return table("ambiguous.toml")


def doubtful() -> list[dict[str, Any]]:
    """The names, each with the words by it that show that it means something else."""
    listed: list[dict[str, Any]] = _table()["name"]
    return listed


@cache
def forenames() -> frozenset[str]:
    """Names of states, capitals and firms that people bear before another name."""
    return frozenset(_table()["people"]["forenames"])


@cache
def surnames() -> frozenset[str]:
    """Names of states, capitals and firms that people bear behind another name."""
    return frozenset(_table()["people"]["surnames"])


@cache
def openers() -> frozenset[str]:
    """Capitalised words that are no forename of the name behind them."""
    return frozenset(_table()["people"]["openers"].split())


def regions() -> tuple[str, ...]:
    """Parts of federations that stand behind the names of their towns."""
    return tuple(name.strip() for name in _table()["towns"]["of"].split(";"))


def institutions() -> tuple[str, ...]:
    """Last words of institutions that are called after a place and act for nobody."""
    return tuple(_table()["institutions"]["words"].split())


def compounds() -> tuple[str, ...]:
    """Words that behind a name and a hyphen say where something comes from: "Dutch-speaking"."""
    return tuple(_table()["compounds"]["words"].split())


@cache
def bodies(which: str) -> frozenset[str]:
    """Capitalised nouns that name a body: `words` that end its name, those of the `state`, of a `broadcaster`, and of a
    `national` society.
    """
    return frozenset(noun.strip() for noun in _table()["bodies"][which].split(";"))


@cache
def shared() -> dict[str, dict[str, str]]:
    """Names of bodies that several states have, each with the states that have one besides the best known, and what it
    is called there if it is another body.
    """
    pairs = {name: (each.strip().partition("=") for each in row.split(";")) for name, row in _table()["shared"].items()}
    return {name: {code: called for code, _, called in each} for name, each in pairs.items()}


@cache
def money() -> frozenset[str]:
    """Words that make a currency of the name of a state before them."""
    return frozenset(_table()["money"]["words"].split())
