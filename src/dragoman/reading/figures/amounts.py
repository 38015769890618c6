"""Amounts and counts as they are written: one number with its unit, or two that are the ends of a range."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.codebook.states import nationals
from dragoman.codebook.units import BEFORE, BEHIND, LISTED_WORDS, MONEY, UNIT_WORDS, UNITS
from dragoman.reading.figures import changes
from dragoman.reading.figures.bounds import BOUND, bound, bounded
from dragoman.reading.figures.numerals import ANY, NUMBER, SCALE, either, longest, scale, value
from dragoman.reading.figures.shares import DESCRIBING
from dragoman.records import Quantity, Span

#: Codes of currencies that are words, or begin the name of something, where they stand before a number ("COP 28").
_NO_SYMBOLS = frozenset("BAM BOB COP CUP GEL LE MAD PEN SDG SOS TRY".split())
_LONGEST_SYMBOL = 5


def _is_sign(word: str) -> bool:
    return unicodedata.category(word) == "Sc" if len(word) == 1 else False


#: What names a currency before a number, in just these letters: a sign, a code, an abbreviation.
_SYMBOLS = sorted(
    (
        word
        for unit in UNITS.values()
        if unit.kind == "currency"
        for word in unit.words
        if len(word) <= _LONGEST_SYMBOL and not (word.isalpha() and word.islower()) and word not in _NO_SYMBOLS
    ),
    key=longest,
)
_SYMBOL = rf"(?:{'|'.join(map(re.escape, _SYMBOLS))})\s?|(?:{'|'.join(BEFORE)})(?=(?:{NUMBER})\s?(?i:{SCALE}))"
_UNIT_WORDS = sorted({word.lower() for word in LISTED_WORDS}, key=longest)
_UNIT_WORD = "|".join(
    [
        f"(?-i:{'|'.join(map(re.escape, BEHIND))})",
        either("|".join(re.escape(word) for word in _UNIT_WORDS if word[0].isalpha())),
        *(re.escape(word) for word in _UNIT_WORDS if word == "%" or _is_sign(word)),
    ]
)
_AMOUNT = (
    rf"(?P<symbol>(?-i:{_SYMBOL}))?(?P<number>{ANY})(?:\s?(?P<scale>{SCALE}))?(?:\s?-?(?P<scale2>{SCALE}))?"
    rf"(?:\s?-?(?P<unit>{_UNIT_WORD})(?!\w|-[^\W\d]|\s(?:earlier|ago)\b)|(?P<strong>-strong\b))?"
)
_FIRST = re.compile(rf"(?<![\w.,/$€£–-]){BOUND}{_AMOUNT}", re.IGNORECASE)
_JOIN = re.compile(r"(?P<join>-|–|—|\s?to\s?|\s?and\s?|\s?or\s?)(?=\S)", re.IGNORECASE)

#: Names of money that leave open whose it is, and so which unit.
_MONEY = "|".join(sorted((word for word in MONEY if word.islower() and word not in UNIT_WORDS), key=longest))
#: What a number without a unit counts: a few words that describe, or a model, "Leopard 2", then a noun in the plural.
_COUNTED = re.compile(
    rf"\s(?:{DESCRIBING}\s){{0,3}}?(?:(?-i:[A-Z])[\w-]*\s\d[\w-]*\s(?:{DESCRIBING}\s)?)?(?P<noun>(?!\w*(?:ss|us|is|[’']s)\b|(?:its|was|has|does|hers|ours|theirs|perhaps|whereas)\b)[^\W\d_]{{2,}}s|people|personnel|\w*men|\w*women|children|staff|crew|police|cattle|\w*craft|{_MONEY}"
    rf"|[A-Z][\w/]*-?\d+\w*(?!\w|\s(?:{DESCRIBING}\s){{0,2}}(?!\w*(?:ss|us|is)\b)[a-z]{{3,}}s\b))\b"
    r"|\s(?P<some>of (?:the|its|their|his|her|our|these|those|them)\b)",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\s(?!\w*(?:ss|us|is|as)\b)[a-z]{3,}s\b")
_YEAR, _SHORT_YEAR = re.compile(r"(?:1[5-9]|20)\d\d"), re.compile(r"\d\d")
#: What makes a number a name ("Article 5") or a day ("12 March").
_NUMBERED = re.compile(
    r"(?:articles?|sections?|chapters?|resolutions?|paragraphs?|annex|protocol|phase|group|no\.?|number)\s*$",
    re.IGNORECASE,
)
_MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b"
_MONTH = re.compile(rf"\s{_MONTHS}", re.IGNORECASE)
#: What a year stands behind.
_IN = re.compile(
    rf"\b(?:in|since|during|until|(?:{_MONTHS})\.?)\s(?:(?:1[5-9]|20)\d\d\s(?:and|to|or)\s)?$", re.IGNORECASE
)
_LARGE = 1e6
#: From here on a number has no scale by another: "500,000 to 1 million", "1.2 million to 800,000".
_FULL = 1000


@dataclass(frozen=True, slots=True)
class _Number:
    """A number as it stands in a text, without what bounds it."""

    match: re.Match[str]

    @property
    def start(self) -> int:
        return self.match.start("symbol") if self.match["symbol"] else self.match.start("number")

    @property
    def end(self) -> int:
        return self.match.end()

    @property
    def lead(self) -> str:
        """The first of the words that bound it."""
        words = (self.match["bound"] or "").split() if self.match.re is _FIRST else ()
        return words[0].lower() if words else ""

    @property
    def plain(self) -> float:
        """Without its scale."""
        return value(self.match["number"])

    @property
    def scale(self) -> float | None:
        """What multiplies it: "1.5 lakh crore" by both."""
        first, second = scale(self.match["scale"]), scale(self.match["scale2"])
        return first * (second or 1) if first is not None else second

    @property
    def unit(self) -> str | None:
        """The unit that its symbol, or the word behind it, names."""
        symbol, word = self.match["symbol"], self.match["unit"]
        if symbol:
            named = symbol.strip()
            return BEFORE.get(named) or UNIT_WORDS.get(named.lower())
        named = BEHIND.get(word or "") or UNIT_WORDS.get((word or "").lower())
        return named if named is not None and not self._describes(named) else None

    def _describes(self, unit: str) -> bool:
        """Whether the word for a unit stands before the noun that is counted: "two drone strikes"."""
        is_thing = UNITS[unit].kind == "count" and f"{self.match['unit'].lower()}s" in UNIT_WORDS
        return is_thing and self.plain != 1 and _PLURAL.match(self.match.string, self.end) is not None

    @property
    def is_year(self) -> bool:
        """Whether it may be one: four digits and nothing else."""
        is_bare = not self.match["symbol"] and self.scale is None
        return is_bare and _YEAR.fullmatch(self.match["number"]) is not None


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number, or two that are the ends of a range, with their values."""

    first: _Number
    last: _Number
    low: float
    high: float
    unit: str | None


def find(text: str, offset: int) -> Iterator[Quantity]:
    """The amounts and counts of a text, in order."""
    at = 0
    while (match := _FIRST.search(text, at)) is not None:
        amount = _read(match)
        at = max(amount.last.end, match.end("number"))
        quantity = _quantity(match, amount, offset)
        if quantity is not None:
            at = max(at, quantity.mention.end - offset)
            yield quantity


@cache
def _last() -> re.Pattern[str]:
    """What is joined to a number; made when it is first looked for, for that takes as long as all else."""
    return re.compile(_AMOUNT, re.IGNORECASE)


def _read(match: re.Match[str]) -> _Amount:
    """The number that matches, or the range that it begins."""
    first = _Number(match)
    join = _JOIN.match(match.string, first.end)
    second = _last().match(match.string, join.end()) if join is not None else None
    if join is None or second is None:
        return _alone(first)
    last = _Number(second)
    return _joined(first, last, join["join"].strip().lower()) or _alone(first)


def _alone(number: _Number) -> _Amount:
    amount = number.plain * (number.scale or 1)
    return _Amount(number, number, amount, amount, number.unit)


def _joined(first: _Number, last: _Number, join: str) -> _Amount | None:
    """The range from one number to another; `None` if they make none."""
    lead = first.lead
    if not _are_of_one_kind(first, last) or _begins_with_year(first, last):
        return None
    low, high = _ends(first, last)
    unit = first.unit or last.unit
    if join == "and" and _is_sum(first, last):
        whole = (first.plain * (first.scale or 1) + last.plain) * (last.scale or 1)
        return _Amount(first, last, whole, whole, last.unit)
    if lead == "from" and join == "to" and (high < low or changes.are_told(first.match.string, first.match.start())):
        return _Amount(last, last, high, high, unit)
    if (join == "and" and lead != "between") or (join == "to" and high < low):
        # "14 and 16 tanks": what is counted stands behind the last.
        return _Amount(first, first, low, low, unit) if first.unit is None and first.scale is None else None
    return _Amount(first, last, low, max(low, high), unit)


def _is_sum(first: _Number, last: _Number) -> bool:
    """Whether a number in words goes on behind "and": "three hundred and twelve"."""
    are_words = first.match["number"].isalpha() and not last.match["number"][0].isdigit()
    goes_on = first.scale == 100 or (first.scale == 1000 and last.scale is None)
    return are_words and goes_on and first.unit is None and last.plain < 100


def _are_of_one_kind(first: _Number, last: _Number) -> bool:
    """Whether two numbers can be the ends of a range: "12 percent to 1.4 billion" and "14 to $5" are none."""
    one, other = first.unit, last.unit
    if one is None:
        is_scaled_share = first.scale is not None and other is not None and UNITS[other].kind == "share"
        return not is_scaled_share and (not last.match["symbol"] or first.lead == "between")
    if other is None:
        # "From 90 percent to 60".
        is_bare = last.scale is None and first.lead == "from" and UNITS[one].kind == "share"
        return (bool(first.match["symbol"]) or is_bare) and not (last.is_year and first.scale is not None)
    return one == other or UNITS[one].kind == UNITS[other].kind == "share" or _is_rate(first, other)


def _is_rate(first: _Number, other: str) -> bool:
    """Whether a unit goes on from the symbol before a number: "$60 to 70 a barrel"."""
    return bool(first.match["symbol"]) and UNITS[other].kind in ("price", "currency_rate")


def _begins_with_year(first: _Number, last: _Number) -> bool:
    """Whether the first of two numbers dates what the last tells: "in 2021 to 7,000 tonnes"."""
    if not first.is_year or first.unit is not None:
        return False
    if _is_dated(first):
        return True
    if last.is_year or (first.plain > last.plain and _SHORT_YEAR.fullmatch(last.match["number"])):
        return last.unit is None and last.scale is None
    is_written_otherwise = last.plain >= _FULL and not last.match["number"].isdigit() and not first.lead
    is_share = last.unit is not None and UNITS[last.unit].kind == "share"
    return is_written_otherwise or is_share or last.scale is not None or bool(last.match["symbol"])


def _is_dated(number: _Number) -> bool:
    """Whether a number is a year by the word before it."""
    start = number.match.start()
    return number.is_year and _IN.search(number.match.string, max(0, start - 16), start) is not None


def _ends(first: _Number, last: _Number) -> tuple[float, float]:
    """The ends of a range: "5 to 7 million" scales both, "500,000 to 1 million" but one."""
    before, behind = first.scale, last.scale
    high = last.plain * (behind or (before if last.plain < _FULL else None) or 1)
    low = first.plain * (before or 1)
    if before is None and behind is not None and not first.match["unit"] and first.plain < _FULL:
        low = first.plain * behind
    return low, high


def _quantity(match: re.Match[str], amount: _Amount, offset: int) -> Quantity | None:
    """What an amount tells; `None` of a number that neither has a unit nor counts anything, and of a year."""
    unit, end, is_single = amount.unit, amount.last.end, amount.first is amount.last
    if is_single and amount.first.is_year and (unit is None or _is_dated(amount.first)):
        return None
    if unit is None:
        counted = _counted(amount)
        if counted is None and not _is_large(amount) and amount.last.match["strong"] is None:
            return None
        noun = counted["noun"] if counted is not None else None
        unit, end = _unit_of(noun or ""), counted.end() if counted and noun else end
    words = _bound(match, unit) if amount.first.match is match else ""
    begin = amount.first.start - len(words)
    low, high, about = bounded(words, _plain(amount.low), _plain(amount.high))
    return Quantity(low, high, unit, Span(begin + offset, end + offset, match.string[begin:end]), approximate=about)


def _plain(number: float) -> float:
    """A number without what multiplying added behind its last digit: 64.4 billion are 64400000000.00001."""
    return round(float(f"{number:.15g}"), 6)


def _unit_of(noun: str) -> str:
    """The unit in which a noun is counted: nationals, "Tajiks", are people, and what no unit names are items."""
    return UNIT_WORDS.get(noun.lower()) or ("people" if noun in nationals() else "item")


def _bound(match: re.Match[str], unit: str) -> str:
    """The words that bound a number; of "took over 30 percent" nobody can tell, but of shares it is more often a bound."""
    return match["bound"] or "" if UNITS[unit].kind == "share" else bound(match)


def _counted(amount: _Amount) -> re.Match[str] | None:
    """What a number counts; one of a thing is no figure."""
    match, end = amount.first.match, amount.last.end
    is_name = _NUMBERED.search(match.string, max(0, match.start() - 14), match.start()) is not None
    if is_name or _MONTH.match(match.string, end) or match["number"].lower() in ("one", "1", "zero", "0"):
        return None
    return _COUNTED.match(match.string, end)


def _is_large(amount: _Amount) -> bool:
    """Whether a number is told in millions or more: of what, the text has said before."""
    return (amount.last.scale or amount.first.scale or 0) >= _LARGE
