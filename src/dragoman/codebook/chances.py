"""How likely a speaker calls a thing, from `chances.toml` and from numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.codebook.rows import table

#: "A 60 percent chance", "a probability of 70 to 80 percent", "the odds at 30%".
_PERCENT = r"(?:%|percent|per cent)"
_JOIN = r"(?:-|–|to|and|or)"
_NAMED = r"(?:chances?|probability|likelihood|odds|risk)"
#: A number before the word that says what it is, or behind.
_BEFORE, _BEHIND = (
    rf"(?P<low{place}>\d{{1,3}})(?:\s?{_PERCENT})?(?:\s?{_JOIN}\s?(?P<high{place}>\d{{1,3}}))?\s?{_PERCENT}"
    for place in "12"
)
_SAID = re.compile(
    rf"{_BEFORE}\s+{_NAMED}\b"
    rf"|\b{_NAMED}\s+(?:of|at|as|is|are|was|were|to be|that [^.;]{{0,80}}? (?:at|is))\s+"
    rf"(?:about |around |only |just )?{_BEHIND}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Chance:
    """A probability as a range, 0 to 1, the words that give it, and whether they do so as a number."""

    low: float
    high: float
    words: str
    is_number: bool

    @property
    def middle(self) -> float:
        """The middle of the range."""
        return (self.low + self.high) / 2


def numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text gives probabilities as numbers."""
    return tuple(match.span() for match in _SAID.finditer(text))


def chance(text: str) -> Chance | None:
    """The first probability that a text gives, a number before words; `None` if it gives none."""
    number = _SAID.search(text)
    if number is not None:
        low, high = number["low1"] or number["low2"], number["high1"] or number["high2"]
        bounds = sorted(int(each) / 100 for each in (low, high or low))
        return Chance(bounds[0], bounds[1], number.group(), is_number=True) if bounds[1] <= 1 else None
    words = _pattern().search(text)
    if words is None:
        return None
    low_, high_ = _ranges()[words.group().casefold()]
    return Chance(low_ / 100, high_ / 100, words.group(), is_number=False)


@cache
def _ranges() -> dict[str, tuple[int, int]]:
    return {form: (row["low"], row["high"]) for row in table("chances.toml")["chance"] for form in row["words"]}


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_ranges(), key=lambda form: -len(form))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)
