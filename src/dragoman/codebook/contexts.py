"""Words that show a PLOVER context, from `contexts.toml`."""

from __future__ import annotations

import re
from functools import cache

from dragoman.codebook.events import CONTEXTS
from dragoman.codebook.rows import table


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = table("contexts.toml")
    return tuple((name, re.compile(rf"\b(?:{'|'.join(map(_form, rows[name]))})\b")) for name in CONTEXTS)


def contexts(words: str) -> tuple[str, ...]:
    """The contexts that some words show, in the order of the codebook; case does not matter."""
    lower = words.lower()
    return tuple(name for name, pattern in _patterns() if pattern.search(lower))


def _form(word: str) -> str:
    """`*` stands for any ending, `?` for any letter."""
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\?", r"\w")
