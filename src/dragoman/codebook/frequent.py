"""How often words are met in English news, from `frequent.csv`: what is in every second sentence tells little."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from dragoman.codebook.accents import unaccented
from dragoman.codebook.rows import rows

#: Letters by which words are told apart, so that "exported" and "exports" are one.
STEM: Final = 5
_OF: Final = 10_000


@cache
def frequent() -> Mapping[str, float]:
    """The share of sentences that have a word with these first letters, in small letters and without accents, for the
    most frequent of them.
    """
    return MappingProxyType({row["stem"]: int(row["sentences"]) / _OF for row in rows("frequent.csv")})


def plain(word: str) -> str:
    """A word in small letters and without accents."""
    return unaccented(word.casefold())
