"""Numbers as they are written: digits, words, scales, halves."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.codebook.units import SCALE_SIGNS, SCALE_WORDS


def either(words: str) -> str:
    """A pattern of alternatives, tried in the order given, of which the first letter tells those that can match.

    Where case does not matter Python would try them one by one; a set of two letters it looks up.
    """
    endings: dict[str, list[str]] = {}
    for word in words.split("|"):
        endings.setdefault(word[0], []).append(word[1:])
    return "|".join(f"(?-i:{_letter(first)})(?:{'|'.join(rest)})" for first, rest in endings.items())


def _letter(first: str) -> str:
    return f"[{first}{first.upper()}]" if first.isalpha() else re.escape(first)


def longest(word: str) -> tuple[int, str]:
    """The order in which a pattern tries words: none before one that it begins."""
    return -len(word), word


_WORDS = {
    word: float(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
} | {
    word: 10.0 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
COUNTS = "a one two three four five six seven eight nine".split()
#: Of which a text must hold one, or a digit, to name a number; looking for these first is faster.
NUMERALS = frozenset([*_WORDS, *(word + ending for word in (*PARTS, *SCALE_WORDS) for ending in ("", "s"))])

_SCALED = rf"(?:{'|'.join(SCALE_WORDS)})"
_SHORT = "|".join(sorted(SCALE_SIGNS, key=longest))
#: "m3", "b/d" and "m/s" are no scales; a point is that of a short form ("45 mln. euros") if the sentence goes on.
SCALE = rf"(?:{_SCALED}s?|(?:{_SHORT})(?!\w|/[a-z]\b)(?:\.(?=\s(?-i:[a-z])))?)"
#: Between thousands: a comma or a space, which may be one that does not break.
_BETWEEN = r"[ ,\u00a0\u2009\u202f]"
#: A point between thousands, as on the Continent, where it cannot be that of a decimal; a comma where it must be.
_CONTINENTAL = rf"\d{{1,3}}(?:\.\d{{3}}){{2,}}(?:,\d+)?|\d+,\d\d?(?=\s?{_SCALED})"
NUMBER = rf"{_CONTINENTAL}|\d{{1,3}}(?:{_BETWEEN}\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?"
WORD_NUMBER = rf"(?:{either('|'.join(sorted(_WORDS, key=len, reverse=True)))})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
#: "Half a million", "a quarter of a million", "a half-million"; "two and a half million".
_PART_OF_ONE = rf"(?:(?:half|an?\squarter\sof|three[\s-]quarters\sof)[\s-]an?|(?:a\s)?half)(?=[\s-]{_SCALED}\b)"
_AND_HALF = rf"(?:\d+|{WORD_NUMBER})[\s-]and[\s-]a[\s-]half\b"
#: "A million" is one; a bare "a" is no number.
_ONE = rf"an?(?=\s{_SCALED}\b)"
ANY = rf"\b(?:{_PART_OF_ONE}|{_AND_HALF})|{NUMBER}|{WORD_NUMBER}\b|\b{_ONE}"

_POINT_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_COMMA_DECIMAL = re.compile(r"\d+,\d\d?")
_THOUSANDS = re.compile(rf"{_BETWEEN}(?=\d{{3}})")


@lru_cache(maxsize=1024)
def value(words: str) -> float:
    """What a number is without its scale."""
    if _POINT_THOUSANDS.fullmatch(words):
        return float(words.replace(".", "").replace(",", "."))
    if _COMMA_DECIMAL.fullmatch(words):
        return float(words.replace(",", "."))
    try:
        return float(_THOUSANDS.sub("", words))
    except ValueError:
        return _in_words(re.sub(r"\s", "-", words.lower()))


def _in_words(words: str) -> float:
    if words.endswith("-and-a-half"):
        return value(words.removesuffix("-and-a-half")) + 0.5
    if "quarter" in words:
        return 0.75 if words.startswith("three") else 0.25
    if "half" in words:
        return 0.5
    return sum(_WORDS[part] for part in words.split("-")) if words not in ("a", "an") else 1.0


@lru_cache(maxsize=256)
def scale(word: str | None) -> float | None:
    """What a word multiplies a number by."""
    lower = (word or "").lower().removesuffix(".")
    return SCALE_SIGNS.get(lower) or SCALE_WORDS.get(lower) or SCALE_WORDS.get(lower.removesuffix("s"))
