"""From any name a person may type to the code it stands for."""

from __future__ import annotations

import difflib
from functools import cache

from dragoman.codebook.accents import unaccented
from dragoman.codebook.organisations import organisations
from dragoman.codebook.states import states
from dragoman.errors import UnknownName


def code(name: str) -> str:
    """The code of a state or organisation by any of its names, codes, its capital or seat; raises `UnknownName`."""
    known = _known()
    found = known.get(_folded(name))
    if found is None:
        near = difflib.get_close_matches(_folded(name), known, n=3, cutoff=0.6)
        raise UnknownName(
            name, "state or organisation", list(dict.fromkeys(f"{label(known[n])} ({known[n]})" for n in near))
        )
    return found


def find(name: str) -> str | None:
    """The code that `code` gives for a name, or `None`; nothing near is looked for."""
    return _known().get(_folded(name))


def label(party: str) -> str:
    """The name to print for a code; the code itself if the codebook does not know it."""
    if party in states():
        return states()[party].name
    return _organisation_names().get(party, party)


@cache
def _organisation_names() -> dict[str, str]:
    return {each.code: each.name for each in organisations() if each.code not in states()}


@cache
def _known() -> dict[str, str]:
    """Folded names to codes; earlier kinds of names win over later ones."""
    kinds: list[list[tuple[str, str]]] = [[], [], [], [], []]
    # The capital of a past state is one of today's, as a rule.
    for state in sorted(states().values(), key=lambda each: bool(each.until)):
        kinds[0] += [(state.code, state.code), (state.name, state.code)]
        kinds[1] += [(name, state.code) for name in (state.iso2, state.official, *state.aliases)]
        kinds[3] += [(name, state.code) for name in (*state.capitals, *state.seats, *state.adjectives)]
    for each in organisations():
        # Accords are called after cities: who types "Minsk" means the capital.
        kind = kinds[4] if each.kind == "accord" else kinds[2]
        kind += [(name, each.code) for name in (each.code, each.name, *each.aliases)]
    found: dict[str, str] = {}
    for name, party in (pair for kind in kinds for pair in kind if pair[0]):
        found.setdefault(_folded(name), party)
    return found


def _folded(name: str) -> str:
    return unaccented(name.replace("ı", "i")).casefold().strip().removeprefix("the ")
