"""The same sentence about other states: so that what is learnt is the words between the parties, not the parties."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from dragoman.codebook.states import State, states
from training.markup import Example, Relation, Speech

_FORMS: tuple[Callable[[State], str], ...] = (
    lambda state: state.name,
    lambda state: state.adjectives[0] if state.adjectives else "",
    lambda state: state.capitals[0] if state.capitals else "",
)


def varied(example: Example, chance: random.Random, *, share: float = 0.5) -> Example:
    """The example with each of its states, at the given chance, exchanged for another; spans and labels move along."""
    codes = sorted({party.code for party in example.parties if party.code in _known()})
    others = [code for code in _known() if code not in codes]
    for code in codes:
        if chance.random() < share:
            other = others.pop(chance.randrange(len(others)))
            example = _exchanged(example, code, other)
    return example


def _exchanged(example: Example, code: str, other: str) -> Example:
    for number in range(len(example.parties)):
        party = example.parties[number]
        words = example.text[party.start : party.end]
        for form in _FORMS:
            old, new = form(states()[code]), form(states()[other])
            at = words.find(old) if old else -1
            if party.code == code and at >= 0 and new and _whole(words, at, at + len(old)):
                example = _replaced(example, (party.start + at, party.start + at + len(old)), new)
                break
    return example


def _replaced(example: Example, place: tuple[int, int], new: str) -> Example:
    """The example with the characters at `place` exchanged, and every span moved that stands behind or around them."""
    start, end = place
    shift = len(new) - (end - start)

    def moved(at: int) -> int:
        return at + shift if at >= end else at

    def span(one: tuple[int, int] | None) -> tuple[int, int] | None:
        return None if one is None else (moved(one[0]), moved(one[1]))

    def relation(one: Relation) -> Relation:
        figures = tuple(replace(each, place=span(each.place), base=span(each.base)) for each in one.figures)
        return replace(one, trigger=span(one.trigger), date=span(one.date), figures=figures)

    def speech(one: Speech) -> Speech:
        places = tuple((moved(first), moved(last)) for first, last in one.contents)
        return Speech(span(one.source), (moved(one.cue[0]), moved(one.cue[1])), places)

    return replace(
        example,
        text=example.text[:start] + new + example.text[end:],
        parties=tuple(replace(each, start=moved(each.start), end=moved(each.end)) for each in example.parties),
        relations=tuple(relation(each) for each in example.relations),
        speeches=None if example.speeches is None else tuple(speech(each) for each in example.speeches),
    )


def _whole(words: str, start: int, end: int) -> bool:
    return not words[max(0, start - 1) : start].isalpha() and not words[end : end + 1].isalpha()


@cache
def _known() -> tuple[str, ...]:
    return tuple(
        code
        for code, state in states().items()
        if state.cow and not state.until and state.adjectives and state.capitals
    )
