"""PLOVER event types and modes, from `events.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

from dragoman.errors import UnknownName

Quad = Literal[1, 2, 3, 4]
QUAD_LABELS: dict[int, str] = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


@dataclass(frozen=True, slots=True)
class EventType:
    """One PLOVER type: quad class 1-4, base score -10 to 10, its modes with their scores, how a brief says it."""

    name: str
    quad: Quad
    score: float
    modes: Mapping[str, float]
    verb: str


_TABLE = tomllib.loads(files(__package__).joinpath("events.toml").read_text(encoding="utf-8"))
EVENT_TYPES = {
    name: EventType(name, row["quad"], row["score"], row["modes"], row["verb"]) for name, row in _TABLE["type"].items()
}
#: Types of events in which it says nothing who is named first; of talks it says something who visits whom.
UNDIRECTED = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: PLOVER contexts, in the order of the manual.
CONTEXTS: tuple[str, ...] = tuple(_TABLE["contexts"])


def event_type(name: str) -> EventType:
    """The PLOVER type of that name; raises `UnknownName`."""
    try:
        return EVENT_TYPES[name]
    except KeyError:
        raise UnknownName(name, "event type", sorted(EVENT_TYPES)) from None
