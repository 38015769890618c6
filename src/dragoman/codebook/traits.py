"""What states and organisations are called instead of their names, from `traits.toml` and their official names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.codebook.organisations import organisations
from dragoman.codebook.rows import table
from dragoman.codebook.states import states


@dataclass(frozen=True, slots=True)
class Trait:
    """A word that is said of some states; `group` are those its plural means on its own, if any."""

    word: str
    states: frozenset[str]
    group: tuple[str, ...] = ()


@cache
def traits() -> dict[str, Trait]:
    """The traits by word: those of the table, memberships ("nato"), and words of official names ("hashemite")."""
    found: dict[str, set[str]] = {}
    groups: dict[str, tuple[str, ...]] = {}
    for row in _table()["trait"]:
        for word in row["words"]:
            found.setdefault(word, set()).update(row["states"].split())
            groups[word] = tuple(row.get("group", "").split())
    for each in organisations():
        if each.members and each.kind in ("igo", "bloc"):
            for name in (each.name, *each.aliases):
                found.setdefault(name.lower(), set()).update(each.members)
    official = set(_table()["official"]["words"].split())
    for state in states().values():
        for word in official.intersection(state.official.lower().split()):
            found.setdefault(word, set()).add(state.code)
    return {word: Trait(word, frozenset(codes), groups.get(word, ())) for word, codes in found.items()}


@cache
def _table() -> Mapping[str, Any]:
    return table("traits.toml")


@cache
def heads() -> dict[str, str]:
    """The nouns that such a description may end with, plural ones too, each with its singular."""
    words = _table()["heads"]["words"].split(";")
    return {form: word.strip() for word in words for form in (word.strip(), plural(word.strip()))}


def plural(noun: str) -> str:
    """The plural of an English noun: "monarchies", "states", "heads of state"."""
    first, of, rest = noun.partition("-of-")
    if of:
        return f"{plural(first)}{of}{rest}"
    if noun.endswith("man"):
        return f"{noun[:-2]}en"
    return f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"


@cache
def regions() -> frozenset[str]:
    """What such a description may begin with instead of an article: "africa's", "south america's"."""
    found = (word.partition("'s ") for row in _table()["trait"] for word in row["words"])
    return frozenset(f"{region}'s" for region, possessive, _ in found if possessive)


@cache
def neutral() -> frozenset[str]:
    """Adjectives that say nothing of which state is meant."""
    return frozenset(_table()["neutral"]["words"].split())


@cache
def former() -> dict[str, frozenset[str]]:
    """The states that a state once ruled."""
    return {code: frozenset(ruled.split()) for code, ruled in _table()["former"].items()}


@cache
def rulers() -> dict[str, str]:
    """The states that once ruled others, by their adjectives in lower case: "portuguese"."""
    return {word.lower(): code for code in former() for word in states()[code].adjectives}


@cache
def collectives() -> dict[str, frozenset[str]]:
    """Nouns for organisations ("bloc", "group", "company"), each with the kinds of organisations it is said of."""
    found: dict[str, set[str]] = {}
    for kind, words in _table()["organisations"].items():
        if kind == "adjectives":
            continue
        for word in words.split():
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


@cache
def plainest() -> dict[str, str]:
    """The kind of organisations that a noun is first of all said of, where it is the plainest word for one."""
    table = _table()["organisations"]
    return {words.split()[0]: kind for kind, words in table.items() if kind != "adjectives"}


@cache
def collective_adjectives() -> frozenset[str]:
    """Adjectives that may stand before such a noun."""
    return frozenset(_table()["organisations"]["adjectives"].split())


@cache
def relations() -> dict[str, str]:
    """Nouns for what one state is to another, each with its sort: neighbour, colony, ruler, host, other."""
    return {word: sort for sort, words in _table()["relations"].items() for word in words.split()}


@cache
def sides() -> dict[str, str]:
    """Adjectives that tell where a neighbour lies, each with its letter: N, E, S or W."""
    return {word: side for side, words in _table()["sides"].items() for word in words.split()}


@cache
def belongings() -> frozenset[str]:
    """Nouns for what states have of trade and force: "exports", "troops"."""
    return frozenset(_table()["belongings"]["words"].split())


@cache
def halves() -> tuple[tuple[str, str], ...]:
    """The codes of states that are called the North and the South: of Korea, of Sudan and South Sudan."""
    named = {state.name: code for code, state in states().items()}
    pairs = ((named.get(f"North {rest}") or named.get(rest), code) for code, rest in _southern())
    return tuple((north, south) for north, south in pairs if north is not None)


def _southern() -> Iterator[tuple[str, str]]:
    yield from (
        (code, state.name.removeprefix("South ")) for code, state in states().items() if state.name.startswith("South ")
    )


@cache
def several() -> dict[str, tuple[str, str]]:
    """Plural nouns that stand for several states, or people of several, each with its singular and which of the two."""
    return {
        plural(word).replace("-", " "): (word.replace("-", " "), sort)
        for sort, words in _table()["several"].items()
        for word in words.split()
    }


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Nouns that mean some organisations though they are not in their names, with the codes of these."""
    return {word: frozenset(codes.split()) for word, codes in _table()["nicknames"].items()}


@cache
def alone() -> dict[str, str]:
    """Nouns that with a capital letter mean one organisation, by its code, though nobody spoke of it before."""
    return dict(_table()["alone"])


@cache
def names_with(noun: str) -> frozenset[str]:
    """The codes of organisations, but no company's, that bear a noun in their name."""
    wanted, lower = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE), noun.lower()
    return frozenset(
        each.code
        for each in organisations()
        if each.kind not in ("company", "service")
        and any(lower in name.lower() and wanted.search(name) for name in (each.name, *each.aliases))
    )
