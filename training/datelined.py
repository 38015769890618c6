"""An authored sentence as the first of a report by wire: behind a place, a day and an agency.

Readers take the day or the place for a part of what is told; nothing holds between the place and the parties.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from dragoman.codebook.publishers import publishers
from dragoman.codebook.states import State, states
from training.joined import moved
from training.markup import Example, Party

MONTHS = "January February March April May June July August September October November December".split()
#: A place, a month, a day, an agency.
_FORMS: tuple[Callable[[str, str, int, str], str], ...] = (
    lambda place, month, day, agency: f"{place.upper()}, {month} {day} ({agency}) - ",
    lambda place, month, day, agency: f"{place.upper()}, {_short(month)} {day} ({agency}) — ",
    lambda place, month, day, agency: f"{place.upper()} ({agency}) — ",
    lambda place, month, day, agency: f"{place}, {day} {month} ({agency}) – ",
    lambda place, month, day, agency: f"{place} ({agency}) - ",
    lambda place, month, day, agency: f"{place}, {month} {day}: ",
    lambda place, month, day, agency: f"{place.upper()}: ",
    lambda place, month, day, agency: f"{place.upper()} — ",
)


def datelined(one: Example, chance: random.Random) -> Example:
    """The example behind a dateline; its place is marked, unless it may be one of the parties."""
    state, form = chance.choice(_placed()), chance.choice(_FORMS)
    place, agency = chance.choice(state.capitals), chance.choice(_agencies())
    line = form(place, chance.choice(MONTHS), chance.randint(1, 28), agency)
    behind = moved(replace(one, text=line + one.text), len(line), 0)
    if state.code in {party.code for party in one.parties}:
        return behind
    number = max((party.number for party in one.parties), default=0) + 1
    return replace(behind, parties=(Party(number, state.code, None, 0, len(place)), *behind.parties))


def _short(month: str) -> str:
    return month if len(month) < 6 else f"{month[:3]}."


@cache
def _placed() -> tuple[State, ...]:
    return tuple(state for state in states().values() if state.capitals and not state.until)


@cache
def _agencies() -> tuple[str, ...]:
    return tuple(each.name for each in publishers() if each.kind == "wire")
