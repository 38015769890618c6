"""Numbers that mean something: their bounds, unit and base, as the words give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.codebook.chances import numbers
from dragoman.codebook.units import UNIT_WORDS, UNITS
from dragoman.records import Quantity, Span


def _either(words: str) -> str:
    """A pattern of alternatives, tried in the order given, of which the first letter tells those that can match.

    Where case does not matter Python would try them one by one; a set of two letters it looks up.
    """
    endings: dict[str, list[str]] = {}
    for word in words.split("|"):
        endings.setdefault(word[0], []).append(word[1:])
    return "|".join(f"(?-i:{_letter(first)})(?:{'|'.join(rest)})" for first, rest in endings.items())


def _letter(first: str) -> str:
    return f"[{first}{first.upper()}]" if first.isalpha() else re.escape(first)


def _longest(word: str) -> tuple[int, str]:
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
_SCALES = {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9,
           "b": 1e9, "trillion": 1e12, "tn": 1e12, "dozen": 12.0, "lakh": 1e5, "crore": 1e7}  # fmt: skip
_PARTS = {
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
_COUNTS = "a one two three four five six seven eight nine".split()

_ABOUT = r"about|around|approximately|roughly|some|nearly|almost|close to|an estimated|estimated|circa|ca\.|c\.|~|just under|just over"
_OVER = r"over|more than|at least|above|no less than|not less than|no fewer than|upwards of|in excess of|exceeding|a minimum of|as many as(?= if)|greater than|well over|just over"
_UNDER = r"under|less than|fewer than|below|at most|up to|no more than|not more than|a maximum of|just under|as much as|as many as"
_SCALES_WRITTEN = "hundred thousand million billion trillion dozen lakh crore".split()
_NUMBER = r"\d{1,3}(?:[ ,  ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_WORD_NUMBER = rf"(?:{_either('|'.join(sorted(_WORDS, key=len, reverse=True)))})(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
#: "A million" is one; a bare "a" is no number.
_ONE = rf"an?(?=\s(?:{'|'.join(_SCALES_WRITTEN)})\b)"
_SCALE = rf"(?:{'|'.join(_SCALES_WRITTEN)})s?|(?:k|mn|bn|tn|m|b)(?![a-z])"
#: Codes of currencies that are words, or begin the name of something, where they stand before a number ("COP 28").
_NO_SYMBOLS = frozenset("BAM BOB COP CUP GEL LE MAD PEN SDG SOS TRY".split())
_LONGEST_SYMBOL = 5
#: What names a currency before a number, in just these letters: a sign, a code, an abbreviation.
_SYMBOL = "|".join(
    re.escape(word) + (r"\s?" if word[-1].isalpha() or word[-1] == "." else "")
    for word in sorted(
        (word for unit in UNITS.values() if unit.kind == "currency" for word in unit.words), key=_longest
    )
    if len(word) <= _LONGEST_SYMBOL and not (word.isalpha() and word.islower()) and word not in _NO_SYMBOLS
)
_UNIT_WORD = "|".join(re.escape(word) for word in sorted(UNIT_WORDS, key=_longest) if word[0].isalpha() or word == "%")
_BOUND = rf"(?P<bound>(?:{_either(f'{_ABOUT}|{_OVER}|{_UNDER}|between|from')})\s+(?:(?:{_ABOUT})\s+)?)?"
_JOIN = r"(?P<join>-|–|—|\s?to\s?|\s?and\s?|\s?or\s?)"
_PATTERN = re.compile(
    rf"(?<![\w.,/$€£-]){_BOUND}(?P<symbol>(?-i:{_SYMBOL}))?(?P<low>{_NUMBER}|{_WORD_NUMBER}|\b{_ONE})(?:\s?(?P<scale1>{_SCALE}))?"
    rf"(?:\s?(?:%|percent|per cent)?\s?{_JOIN}\s?(?P<symbol2>(?-i:{_SYMBOL}))?(?P<high>{_NUMBER}|{_WORD_NUMBER}))?"
    rf"(?:\s?-?(?P<scale2>{_SCALE}))?(?:\s?-?(?P<unit>{_UNIT_WORD})(?!\w|-\w)|(?P<strong>-strong\b))?",
    re.IGNORECASE,
)
_DIGIT, _WORD = re.compile(r"\d"), re.compile(r"[^\W\d_]+")
#: Of which a text must hold one, or a digit, to name a number; looking for these first is faster.
_NUMERALS = frozenset([*_WORDS, *(word + ending for word in (*_PARTS, *_SCALES_WRITTEN) for ending in ("", "s"))])
#: What a number without a unit counts: a few words that describe, then a noun in the plural.
_DESCRIBING = (
    r"(?!(?:of|in|on|to|at|by|and|or|but|the|an?|for|from|with|per|as|is|are|was|were|has|have|had|its|his|this|that)\b)"
    r"[^\W\d_][\w’'-]*"
)
_COUNTED = re.compile(
    rf"\s(?:{_DESCRIBING}\s){{0,3}}?(?P<noun>(?!\w*(?:ss|us|is|[’']s)\b)[^\W\d_]{{2,}}s|people|personnel|\w*men|\w*women|children|staff|crew|police|cattle|\w*craft|[A-Z][\w/]*-?\d+\w*)\b"
    r"|\s(?P<some>of (?:the|its|their|his|her|our|these|those|them)\b)",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\s(?!\w*(?:ss|us|is|as)\b)[a-z]{3,}s\b")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
#: What makes a number a name ("Article 5") or a day ("12 March").
_NUMBERED = re.compile(
    r"(?:articles?|sections?|chapters?|resolutions?|paragraphs?|annex|protocol|phase|group|no\.?|number)\s*$",
    re.IGNORECASE,
)
_MONTH = re.compile(r"\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE)
_FRACTION = re.compile(
    rf"\b(?P<bound>(?:{_ABOUT}|{_OVER}|{_UNDER})\s+)?(?P<fraction>(?:(?P<count>{'|'.join(_COUNTS)})[ -])?(?P<part>{'|'.join(_PARTS)})s?)"
    r"(?=\s+(?:of|the|its|their|his|her|our|all|share|stake|part|interest|holding)\b)",
    re.IGNORECASE,
)
#: "One barrel in five", "six out of ten", "nine in ten".
_RATIO = re.compile(
    rf"\b(?P<bound>(?:{_ABOUT}|{_OVER}|{_UNDER})\s+)?(?:(?P<one>one)(?:\s{_DESCRIBING})?\s(?:in(?:\severy)?|of\severy)\s"
    rf"|(?P<some>{_WORD_NUMBER}|\d\d?)\s(?:out\sof(?:\severy)?|of\severy|in(?=\s(?:ten|10|100)\b))\s)(?P<all>{_WORD_NUMBER}|10|100)\b"
    rf"(?!-|\s(?:{_SCALE})\b)",
    re.IGNORECASE,
)
#: What a text must hold for either to be in it; looking for these first is faster.
_PART_WORDS = frozenset(word + ending for word in _PARTS for ending in ("", "s"))
_OF_ALL = re.compile(rf"\s(?:in|of)(?:\severy)?\s(?:{_WORD_NUMBER}|10|100)\b", re.IGNORECASE)
_BASE = re.compile(r"\s+of\s+(?P<base>(?:the\s+|all\s+)?.+)", re.DOTALL)
#: A base as it stands behind its share in the row of a table: "69% Peru's arms imports 2016–2020".
_ROW_BASE = re.compile(r"(?<=%)\s+(?P<base>[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*)*['’]s? [^\d.,;:]+)")
#: Where a base ends: at punctuation, or at a word that begins another phrase.
_BASE_END = re.compile(
    r"[.,;:!?()\[\]“”\"—]|\s[–-]\s|\s(?:in|from|over|through|via|by|for|to|at|on|during|since|under|with|without|within|between|across|before|after|until"
    r"|and|or|but|while|whereas|as|than|that|which|who|whose|where|when|is|are|was|were|be|been|has|have|had|will|would|may|can|could"
    r"|come|comes|came|go|goes|went|flow|flows|pass|passes|passed|originate\w*|account\w*|comprise\w*|last|this|each|every)\b",
    re.IGNORECASE,
)
#: The period of a rate, behind what is measured.
_PERIOD = re.compile(
    r"\s(?:(?:a|an|per|each|every)\s(?P<each>second|day|week|month|year)|(?P<ly>daily|annually|yearly))\b",
    re.IGNORECASE,
)
_EACH = {"daily": "day", "annually": "year", "yearly": "year"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity as found, before its owner is resolved: `base` is the span of what it is a share or an amount of."""

    quantity: Quantity
    base: Span | None


def find(text: str, offset: int = 0) -> list[Figure]:
    """The quantities named in a text, in order; numbers that neither have a unit nor count anything are left alone."""
    found: list[Figure] = []
    words = _WORD.findall(text.lower())
    if _DIGIT.search(text) is None and _NUMERALS.isdisjoint(words):
        return found
    chances = numbers(text)
    for match in _matches(text, words):
        # A probability measures nothing that is between two parties.
        if any(start < match.end() and match.start() < end for start, end in chances):
            continue
        quantity = _MADE[match.re](match, offset)
        if quantity is not None and not any(quantity.mention.overlaps(each.quantity.mention) for each in found):
            found.append(_rated(Figure(quantity, _base(text, quantity.mention.end - offset, offset)), text, offset))
    return sorted(found, key=lambda figure: figure.quantity.mention.start)


def _matches(text: str, words: Sequence[str]) -> Iterator[re.Match[str]]:
    """What may be a quantity in a text with these words: shares first, for there are numbers in them."""
    if _OF_ALL.search(text) is not None:
        yield from _RATIO.finditer(text)
    if not _PART_WORDS.isdisjoint(words):
        yield from _FRACTION.finditer(text)
    yield from _PATTERN.finditer(text)


def measures(figure: Figure) -> bool:
    """Whether a figure can measure what is between two parties: "a two-day visit" and "the two countries" do not."""
    quantity = figure.quantity
    return UNITS[quantity.unit].kind != "duration" and not (quantity.unit == "country" and figure.base is None)


def _fraction(match: re.Match[str], offset: int) -> Quantity | None:
    """A share in words; a part without a count is an ordinal ("the third of"), but for the half."""
    count, part = (match.group("count") or "").lower(), match.group("part").lower()
    if not count and part != "half":
        return None
    share = round(100 * max(_COUNTS.index(count), 1) / _PARTS[part], 1) if count else 50.0
    return _bounded(match, (share, share), "percent", offset) if share <= 100 else None


def _ratio(match: re.Match[str], offset: int) -> Quantity | None:
    """A share as so many of so many: at most all of them, and of more than one."""
    some, of = _value(match.group("one") or match.group("some")), _value(match.group("all"))
    share = round(100 * some / of, 1) if of > 1 else 0.0
    return _bounded(match, (share, share), "percent", offset) if 0 < share <= 100 else None


def _number(match: re.Match[str], offset: int) -> Quantity | None:
    unit, end = _unit(match), match.end()
    if unit is None:
        counted = _counted(match)
        if counted is None and not _is_large(match) and match.group("strong") is None:
            return None
        noun = counted["noun"] if counted is not None else None
        unit, end = UNIT_WORDS.get((noun or "").lower(), "item"), counted.end() if counted and noun else match.end()
    low, high = _ends(match)
    if high < low or ((match.group("join") or "").strip() == "and" and not _between(match)):
        high = low
    quantity = _bounded(match, (low, high), unit, offset)
    words = match.string[match.start() : end]
    return replace(quantity, mention=Span(quantity.mention.start, quantity.mention.start + len(words), words))


def _ends(match: re.Match[str]) -> tuple[float, float]:
    """The ends of a range, or a number twice: "5 to 7 million" scales both, "five hundred million" twice."""
    first, last = (_SCALES.get(_singular(match.group(name)), 0.0) for name in ("scale1", "scale2"))
    if match.group("high"):
        return _value(match.group("low")) * (first or last or 1), _value(match.group("high")) * (last or first or 1)
    number = _value(match.group("low")) * (first or 1) * (last or 1)
    return number, number


def _counted(match: re.Match[str]) -> re.Match[str] | None:
    """What a number counts; a year counts nothing, and one of a thing is no figure."""
    number = match.group("low").lower()
    is_bare = match.group("scale1") is None and match.group("scale2") is None and match.group("high") is None
    is_name = _NUMBERED.search(match.string, max(0, match.start() - 14), match.start()) is not None
    is_date = (is_bare and _YEAR.fullmatch(number)) or _MONTH.match(match.string, match.end())
    if is_name or is_date or number in ("one", "1", "zero", "0"):
        return None
    return _COUNTED.match(match.string, match.end())


def _is_large(match: re.Match[str]) -> bool:
    """Whether a number is told in millions or more: of what, the text has said before."""
    scale = _singular(match.group("scale2") or match.group("scale1"))
    return scale in ("million", "mn", "billion", "bn", "trillion", "tn")


def _between(match: re.Match[str]) -> bool:
    return (match.group("bound") or "").strip().lower().startswith("between")


def _unit(match: re.Match[str]) -> str | None:
    symbol = match.group("symbol") or match.group("symbol2")
    if symbol:
        return UNIT_WORDS.get(symbol.strip().lower())
    word = match.group("unit")
    return UNIT_WORDS[word.lower()] if word and not _describes(match) else None


def _describes(match: re.Match[str]) -> bool:
    """Whether the word for a unit stands before the noun that is counted: "two drone strikes", "ten missile boats"."""
    word = match.group("unit").lower()
    is_thing = UNITS[UNIT_WORDS[word]].kind == "count" and f"{word}s" in UNIT_WORDS
    is_one = match.group("high") is None and _ends(match)[0] == 1
    return is_thing and not is_one and _PLURAL.match(match.string, match.end()) is not None


def _singular(word: str | None) -> str:
    lower = (word or "").lower()
    return lower[:-1] if lower.endswith("s") else lower


def _value(text: str) -> float:
    plain = re.sub(r"[ ,  ](?=\d{3})", "", text)
    try:
        return float(plain)
    except ValueError:
        return sum(_WORDS[part] for part in text.lower().split("-")) if text.lower() not in ("a", "an") else 1.0


def _bounded(match: re.Match[str], values: tuple[float, float], unit: str, offset: int) -> Quantity:
    """The bounds that words such as "over", "up to" and "around" give to a value or a range."""
    words = " ".join((match.group("bound") or "").lower().split())
    low: float | None
    high: float | None
    low, high = (round(value, 6) for value in values)
    start = match.start()
    if re.match(rf"(?:{_OVER})\b", words):
        high = None if low == high else high
    elif re.match(rf"(?:{_UNDER})\b", words):
        low = None if low == high else low
    about = (
        bool(re.match(rf"(?:{_ABOUT})", words)) or match.re is _FRACTION or bool(re.search(rf"\b(?:{_ABOUT})$", words))
    )
    return Quantity(low, high, unit, Span(start + offset, match.end() + offset, match.group()), approximate=about)


def _base(text: str, end: int, offset: int) -> Span | None:
    """What the number is a share or an amount of: the words after "of" up to the end of their phrase."""
    match = _BASE.match(text, end) or _ROW_BASE.match(text, end)
    if match is None:
        return None
    if match.re is _ROW_BASE:
        return _trimmed(text, match.start("base"), match.end("base"), offset)
    start = match.start("base")
    stop = _BASE_END.search(text, start)
    return _trimmed(text, start, stop.start() if stop else len(text), offset)


def _rated(figure: Figure, text: str, offset: int) -> Figure:
    """A rate whose period stands behind what it is of: "4 million cubic metres of gas a day"."""
    base, quantity = figure.base, figure.quantity
    behind = quantity.mention.end - offset if base is None else base.start - offset
    period = _PERIOD.match(text, behind) if base is None else _PERIOD.search(text, behind, base.end - offset)
    if period is None:
        return figure
    each = period["each"] or _EACH[period["ly"].lower()]
    named = (f"{word} {a} {each}".lower() for word in UNITS[quantity.unit].words for a in ("a", "per"))
    rate = next((UNIT_WORDS[name] for name in named if name in UNIT_WORDS), None)
    if rate is None:
        return figure
    words = None if base is None else _trimmed(text, behind, period.start(), offset)
    return Figure(replace(quantity, unit=rate), words)


def _trimmed(text: str, start: int, end: int, offset: int) -> Span | None:
    words = text[start:end].rstrip()
    return Span(start + offset, start + offset + len(words), words) if words else None


#: What each pattern tells.
_MADE = {_RATIO: _ratio, _FRACTION: _fraction, _PATTERN: _number}
