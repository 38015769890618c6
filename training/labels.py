"""The label sets of the encoder's heads, in the order of its outputs."""

from __future__ import annotations

from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.ties import CHANNELS, MUTUAL
from dragoman.records import Standing

EVENTS = tuple(EVENT_TYPES)
TYPES = EVENTS + tuple(CHANNELS)
MODES = ("none", *(f"{name}.{mode}" for name, each in EVENT_TYPES.items() for mode in each.modes))
STANDINGS = tuple(standing.value for standing in Standing)
TAGS = ("O", "B-Source", "I-Source", "B-Cue", "I-Cue", "B-Content", "I-Content")
#: Types whose label holds in both directions: mutual ties.
BOTH_WAYS = frozenset(MUTUAL)
