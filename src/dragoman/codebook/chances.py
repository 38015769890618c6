"""How likely a speaker calls a thing, from `chances.toml` and from numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from dragoman.codebook.rows import table

_PERCENT = r"(?:%|percent|per cent)"
_JOIN = r"(?:-|–|to|and|or)"
_NAMED = r"(?:chances?|probability|likelihood|odds|risk)"
#: What a text must hold to give a probability as a number; looking for these first is faster.
_TELLING = ("chance", "probab", "likel", "odds", "risk", "certain", "sure")
#: Words between the name of a probability and its number: "the probability that Mali leaves, and joins another, at".
_OF_WHAT = r"(?:that|of) [^.;]{0,80}?"


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

    @property
    def turned(self) -> Chance:
        """How likely it is that the thing is not so, in the same words."""
        return replace(self, low=round(1 - self.high, 3), high=round(1 - self.low, 3))


def numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Where a text gives probabilities as numbers."""
    return tuple(match.span() for match in _said().finditer(text)) if _may_tell(text) else ()


def _may_tell(text: str) -> bool:
    plain = text.lower()
    return any(word in plain for word in _TELLING)


def chance(text: str) -> Chance | None:
    """The first probability that a text gives, a number before words; `None` if it gives none."""
    number = _said().search(text) if _may_tell(text) else None
    if number is not None:
        bounds = _bounds({name: words for name, words in number.groupdict().items() if words})
        return Chance(*bounds, number.group(), is_number=True) if bounds is not None else None
    words = _pattern().search(text)
    if words is None:
        return None
    low_, high_ = _ranges()[words.group().casefold()]
    return Chance(low_ / 100, high_ / 100, words.group(), is_number=False)


def _bounds(told: dict[str, str]) -> tuple[float, float] | None:
    """The range that the words of a probability tell: so many percent, so many of so many, or the odds of two sides;
    `None` if it is none, as odds are that do not add up to a hundred: nothing tells on which side they are.
    """
    found = {name.rstrip("1234"): _value(words) for name, words in told.items()}
    of = found.get("all", 100)
    if of == 0 or found.get("for", 0) + found.get("against", of) != of:
        return None
    first = found.get("one", found.get("for", found.get("low", 0)))
    low, high = sorted((first, found.get("high", first)))
    return (round(low / of, 3), round(high / of, 3)) if high <= of else None


def _value(words: str) -> float:
    return float(words) if words[0].isdigit() else float(_counts()[words.casefold()])


@cache
def _counts() -> dict[str, int]:
    counts: dict[str, int] = table("chances.toml")["counts"]
    return counts


@cache
def _said() -> re.Pattern[str]:
    """Probabilities as numbers: "a 60 percent chance", "a probability of 70 to 80 percent", "the odds at 30%", "a
    one-in-three chance", "the chances are 1 in 5", "the odds are 60-40 that", "likely (70 %)", "90 percent sure".
    """
    count = rf"(?:\d{{1,3}}(?:\.\d)?|{'|'.join(_counts())})"
    # A number before the word that says what it is, or behind; each place has names of its own.
    before, behind = (
        rf"(?P<low{at}>{count})(?:\s?{_PERCENT})?(?:\s?{_JOIN}\s?(?P<high{at}>{count}))?\s?{_PERCENT}" for at in "12"
    )
    ratio, ratio_behind = (rf"(?P<one{at}>{count})[ -]in[ -](?:a )?(?P<all{at}>{count})" for at in "12")
    odds, odds_behind = (rf"(?P<for{at}>{count})[-–/](?P<against{at}>{count})" for at in "12")
    likely = rf"(?:(?:un)?likely|probab(?:le|ly))\s\((?:about |around )?(?P<low3>{count})\s?{_PERCENT}\)"
    return re.compile(
        rf"\b(?:{before}|{ratio}|{odds})[\s-]+{_NAMED}\b"
        rf"|\b(?P<low4>{count})\s?{_PERCENT}\s(?:likely|probable|certain|sure)(?=\s(?:that|to)\b|[.,;:]|$)|\b{likely}"
        rf"|\b{_NAMED}\s+(?:of|at|as|is|are|was|were|to be|{_OF_WHAT} (?:at|is|are))\s+(?:about |around |only |just )?"
        rf"(?:{behind}|{ratio_behind}\b|{odds_behind}(?!\s+against\b))",
        re.IGNORECASE,
    )


@cache
def _ranges() -> dict[str, tuple[int, int]]:
    return {form: (row["low"], row["high"]) for row in table("chances.toml")["chance"] for form in row["words"]}


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_ranges(), key=lambda form: -len(form))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)
