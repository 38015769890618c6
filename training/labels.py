"""The label sets of the encoder's heads, in the order of its outputs."""

from __future__ import annotations

from dragoman.codebook.events import EVENT_TYPES
from dragoman.codebook.ties import CHANNELS, MUTUAL
from dragoman.records import Standing

EVENTS = tuple(EVENT_TYPES)
TYPES = EVENTS + tuple(CHANNELS)
MODES = ("none", *(f"{name}.{mode}" for name, each in EVENT_TYPES.items() for mode in each.modes))
STANDINGS = tuple(standing.value for standing in Standing)
#: Layers of attribution tags, each with its own beginning, inside and outside, so that a cue can lie in a content; an
#: inner content is one that lies in another.
LAYERS = ("Source", "Cue", "Content", "Inner")
OUTSIDE, BEGIN, INSIDE = range(3)
#: Types whose label holds in both directions: mutual ties.
BOTH_WAYS = frozenset(MUTUAL)

#: The 15 roots of PLV, an older PLOVER in which conceding and retreating were one.
ROOTS = tuple(sorted({*EVENTS, "YIELD"} - {"CONCEDE", "RETREAT"}))
ROOT_OF = {name: ROOTS.index("YIELD" if name in ("CONCEDE", "RETREAT") else name) for name in EVENTS}
#: Source, target and other party of the CAMEO spans.
CAMEO = ("O", "B-S", "I-S", "B-T", "I-T", "B-R", "I-R")
_RE3D = (
    "DocumentReference Location MilitaryPlatform Money Nationality Organisation Person Quantity Temporal Weapon".split()
)
RE3D = ("O", *(f"{place}-{name}" for name in _RE3D for place in "BI"))
#: Labels of the words of a sentence, by task.
WORD_LABELS = {"cameo": CAMEO, "re3d": RE3D}
#: The classes of sentences that come with the CAMEO spans.
CLASSES = 5
