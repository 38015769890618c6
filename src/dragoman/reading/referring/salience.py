"""Who was spoken of before a place in a text, in the order in which a reference most likely means them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from itertools import groupby

from dragoman.codebook import traits
from dragoman.codebook.names import label
from dragoman.codebook.states import states
from dragoman.reading.naming.bearers import Bearer, Heard
from dragoman.reading.naming.memory import Memory

#: Sentences over which a reference to an organisation or a person reaches back.
REACH = 4


def before(memory: Memory, *, subject: bool, reach: int | None = None) -> list[Heard]:
    """Those heard before, the nearest sentence first and in it the first heard first.

    An object cannot mean the subject of its own clause, so that one is left out.
    """
    found: list[Heard] = []
    for sentence, group in groupby(reversed(memory.heard), key=lambda each: each.sentence):
        if reach is not None and sentence < memory.sentence - reach:
            break
        said = list(group)[::-1]
        if sentence == memory.sentence and not subject:
            said = without_subject(said)
        found += said
    return found


def without_subject(said: list[Heard]) -> list[Heard]:
    """Those heard in a sentence without the subject of the clause that is being read, or its subjects if several."""
    start, end = subjects(said)
    return said[:start] + said[end:]


def subjects(said: list[Heard]) -> tuple[int, int]:
    """The places of the latest subject among those heard in a sentence, and of what is listed with it."""
    start = next(
        (place for place in range(len(said) - 1, -1, -1) if said[place].subject and not said[place].joined), None
    )
    if start is None:
        return 0, 0
    end = start + 1
    while end < len(said) and said[end].joined:
        end += 1
    return start, end


def codes(heard: Iterable[Heard], *, adjectives: bool = True) -> list[str]:
    """The codes of the states among those heard, each once."""
    found = [
        each.bearer.code
        for each in heard
        if each.bearer is not None and each.kind != "organisation" and (adjectives or each.kind != "adjective")
    ]
    return [code for code in dict.fromkeys(found) if code in states()]


def as_states(codes: Iterable[str]) -> tuple[Bearer, ...]:
    """The states of these codes as bearers."""
    return tuple(Bearer(label(code), code) for code in codes)


def fitting(words: Iterable[str]) -> frozenset[str] | None:
    """The states of which all of the words are true; `None` if there are no words."""
    each = [traits.traits()[word].states for word in words]
    return reduce(frozenset.intersection, each) if each else None


def subjects_first(heard: list[Heard], memory: Memory, *, reported: bool) -> list[Heard]:
    """Those heard, with the subjects of this sentence first; what is reported is most likely of the latest of them."""
    here = [each for each in heard if each.sentence == memory.sentence and each.subject]
    return [*(reversed(here) if reported else here), *heard]
