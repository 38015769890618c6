"""Verbs that tell that somebody speaks, from `cues.toml`."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from dragoman.codebook.rows import table

#: What a verb tells: that its subject speaks, that it often does, that it binds itself, that its object is told
#: something, that its object is somebody else than its subject, that its object is to do something, that its object is
#: not its subject's own, that its subject stands between others; that its object is a place which is not its subject's,
#: or which that comes to hold, that its object is accused, that its subject denies something.
CueKind = Literal[
    "speaking",
    "often",
    "binding",
    "telling",
    "others",
    "letting",
    "harming",
    "between",
    "entering",
    "holding",
    "accusing",
    "denying",
]

_APART = re.compile(r"[;\n]\s*")


@cache
def forms(kind: CueKind) -> tuple[str, ...]:
    """All forms of the verbs of a kind: "say", "says", "said", "saying"."""
    return tuple(dict.fromkeys(form for verb in _verbs(kind) for form in verb))


@cache
def finite(kind: CueKind) -> tuple[str, ...]:
    """The forms that a subject of the third person has behind it, now and before: "says", "said"."""
    return tuple(dict.fromkeys(form for verb in _verbs(kind) for form in verb[1:3]))


@cache
def present(kind: CueKind) -> tuple[str, ...]:
    """The forms that several have behind them where it is told what is: "say"."""
    return tuple(dict.fromkeys(verb[0] for verb in _verbs(kind)))


@cache
def past(kind: CueKind) -> tuple[str, ...]:
    """The forms that any subject has behind it where it is told what was: "said"."""
    return tuple(dict.fromkeys(verb[2] for verb in _verbs(kind)))


def _verbs(kind: CueKind) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(verb.split(", ")) for verb in _APART.split(table("cues.toml")[kind].strip()))
