"""Words that show a PLOVER context, from `contexts.toml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.codebook.events import CONTEXTS
from dragoman.codebook.rows import table

_WORD = re.compile(r"\w+")
#: Different words whose contexts are kept in mind.
_KEPT = 1 << 14


def contexts(words: str) -> tuple[str, ...]:
    """The contexts that some words show, in the order of the codebook; case does not matter."""
    lower = words.lower()
    shown = {name for start, name, pattern in _phrases() if start in lower and pattern.search(lower)}
    for word in set(_WORD.findall(lower)):
        shown |= _shown_by(word)
    return tuple(name for name in CONTEXTS if name in shown)


@lru_cache(_KEPT)
def _shown_by(word: str) -> frozenset[str]:
    """The contexts that a single word shows; most show none."""
    if not _any().fullmatch(word):
        return frozenset()
    return frozenset(name for name, pattern in _patterns() if pattern.fullmatch(word))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The single words of each context."""
    rows = table("contexts.toml")
    return tuple(
        (name, re.compile("|".join(_form(word) for word in rows[name] if _is_word(word)))) for name in CONTEXTS
    )


@cache
def _any() -> re.Pattern[str]:
    """The single words of all contexts."""
    return re.compile("|".join(pattern.pattern for _, pattern in _patterns()))


@cache
def _phrases() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """The phrases of all contexts: how each begins, its context, and its pattern."""
    rows = table("contexts.toml")
    listed = ((name, phrase) for name in CONTEXTS for phrase in rows[name] if not _is_word(phrase))
    return tuple((re.split(r"[*?]", phrase)[0], name, re.compile(rf"\b{_form(phrase)}\b")) for name, phrase in listed)


def _is_word(form: str) -> bool:
    return re.fullmatch(r"[\w*?]+", form) is not None


def _form(word: str) -> str:
    """`*` stands for any ending, `?` for any letter."""
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\?", r"\w")
