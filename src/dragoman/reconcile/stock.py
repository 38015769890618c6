"""Words that two reports have in common without having them from each other: names, offices, verbs of saying."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Final

from dragoman.codebook import cues
from dragoman.codebook.sectors import role_words
from dragoman.reconcile.words import words

_COMMON: Final = """a about after against ago all also among an and any are as at be been before being between both
but by can could day days did do does down during each for from had has have he her here him his
how i if in into is it its last may might month months more most must next no nor not of off on
only or other our out over per s shall she should since so some such than that the their them then
there these they this those to told under until up us was we week weeks were what when where which
while who whom whose will with within without would year years you""".split()


@lru_cache(256)
def telling(text: str) -> frozenset[tuple[str, ...]]:
    """The runs of three words of a text in which some word is neither a name nor one of these."""
    plain = words(text, folded=False)
    folded = [word.casefold() for word in plain]
    tells = [word == same and word not in _stock() for word, same in zip(folded, plain, strict=True)]
    runs = zip(folded, folded[1:], folded[2:], strict=False)
    return frozenset(run for place, run in enumerate(runs) if any(tells[place : place + 3]))


@cache
def _stock() -> frozenset[str]:
    named = (*role_words(), *cues.forms("speaking"))
    return frozenset(_COMMON).union(word for each in named for word in each.casefold().split())
