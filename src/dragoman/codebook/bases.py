"""What figures are shares and amounts of, told in other words, from `bases.toml`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dragoman.codebook.rows import table

_WORD = re.compile(r"[^\W\d_]+")
#: Letters by which other words are compared, so that "deliveries" and "delivery" are one.
_STEM = 5


@lru_cache(1 << 14)
def meaning(base: str) -> frozenset[str]:
    """The things that a base names, each by one word whatever the base calls it: "the crude that it buys abroad" and
    "crude imports" mean `crude` and `import`, but for `foreign`.
    """
    words = _WORD.findall(base.casefold())
    joined = " ".join(words)
    found = {name for name, form in _phrases() if form in joined}
    kept = [word for word in words if word not in _dropped()]
    return frozenset(found | {_named(word) for word in kept})


@cache
def flows() -> frozenset[str]:
    """The names of what is done with a thing: `import`, `export`, `consumption`."""
    return frozenset(table("bases.toml")["flows"])


@cache
def _forms() -> tuple[tuple[str, str], ...]:
    """Each beginning of a word with what it means, the longest first."""
    rows = table("bases.toml")
    listed = [(form, name) for part in ("flows", "matters") for name, forms in rows[part].items() for form in forms]
    return tuple(sorted((each for each in listed if " " not in each[0]), key=lambda each: -len(each[0])))


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    rows = table("bases.toml")
    return tuple((name, form) for name, forms in rows["flows"].items() for form in forms if " " in form)


@cache
def _dropped() -> frozenset[str]:
    return frozenset(table("bases.toml")["drop"]["words"])


@cache
def _named(word: str) -> str:
    for form, name in _forms():
        # Short forms are whole words, or their plurals: "arm" is none of "army".
        if (
            word.startswith(form)
            if len(form) > 4
            else word in (form, f"{form}s", f"{form}ed", f"{form}ing", f"{form}es")
        ):
            return name
    return word[:_STEM]
