"""The grammar of dates in English prose: where a text names a time, and what parts it gives."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from dragoman.records.span import Span

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number for number, name in enumerate("monday tuesday wednesday thursday friday saturday sunday".split())
}
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBERS: dict[str, float] = {
    **{word: number for number, word in enumerate(_ONES, start=1)},
    **{word: 10 * number for number, word in enumerate(_TENS, start=2)},
    **{"a": 1, "an": 1, "a couple of": 2, "several": 3, "a few": 3, "half a": 0.5},
}

_MONTH = r"(?P<month>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_MONTH2 = _MONTH.replace("<month>", "<month2>")
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
#: Two figures are the second year of a span behind a stroke only: "2019 to 22" could be anything.
_YEAR2 = r"(?:\s?[-–—/]\s?(?P<year2>(?:1[89]|20)\d\d|\d\d)|\s(?:to|and|until|through)\s(?P<yearb2>(?:1[89]|20)\d\d))"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_DAY2 = r"(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?"
_DASH = r"\s?(?:-|–|—|to|and|until|through)\s?"
_WEEKDAY = r"(?P<weekday>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_COUNT = rf"(?P<count>\d{{1,3}}|half a|a few|a couple of|several|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[:9])}))?|{'|'.join(reversed(_ONES))}|an?)"
_UNIT = r"(?P<unit>day|week|month|quarter|year|decade|century)"
_PART = (
    r"(?:(?P<part>early|mid|late|the end of|the start of|the beginning of|the middle of)[ -]|(?P<partb>end)-)?(?:the )?"
)
_SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_QUARTER = r"(?:(?P<ordinal>first|second|third|fourth|last) (?P<fraction>quarter|half)|Q(?P<q>[1-4])|H(?P<h>[12]))"
#: The year, or the week, that is said behind a day or month in words: "12 March last year".
_OF_YEAR = r"(?:,? (?:of )?(?P<of>last|this|next|that|the same) year\b)"

#: Feasts that are on the same day every year, by month and day.
FEASTS = {
    "New Year's Day": (1, 1), "New Year’s Day": (1, 1), "New Year's Eve": (12, 31), "New Year’s Eve": (12, 31),
    "Christmas Eve": (12, 24), "Christmas Day": (12, 25), "Boxing Day": (12, 26), "May Day": (5, 1),
}  # fmt: skip

# Longer forms first: the first pattern that matches at a place wins there.
_PATTERNS = {
    "iso": r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b",
    "dotted": r"(?<![\w.])(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)\b",
    "feast": rf"\b(?P<feast>{'|'.join(FEASTS)})\b(?:,? {_YEAR})?",
    "span": rf"\b{_DAY} {_MONTH}(?:,? (?P<first>(?:19|20)\d\d))?{_DASH}{_DAY2} {_MONTH2}(?:,? {_YEAR})?(?!\w)|\b{_MONTH.replace('<month>', '<monthb>')} {_DAY.replace('<day>', '<dayb>')}(?:,? (?P<firstb>(?:19|20)\d\d))?{_DASH}{_MONTH2.replace('<month2>', '<monthb2>')} {_DAY2.replace('<day2>', '<dayb2>')}(?!\d)(?:,? {_YEAR.replace('<year>', '<yearb>')})?\b",
    "part": rf"\b(?:the )?(?P<which>first|last) (?P<months>\d\d?|{'|'.join(_ONES[1:11])}) months of (?:{_YEAR}|(?P<of>this|last|the) year)\b",
    "ending": rf"\b(?:(?P<months>\d\d?|{'|'.join(_ONES[1:12])}) months|(?P<unit>year|quarter|half))(?:-year)? (?:to|through|ended|ending)(?: in| on)?(?: the end of| end| late)?[ -](?:\d\d? )?{_MONTH}(?: \d\d?(?!\d))?(?:,? {_YEAR})?(?!\w)",
    "days": rf"\b{_DAY}{_DASH}{_DAY2} {_MONTH},?(?: {_YEAR}|{_OF_YEAR})?\b|\b{_MONTH.replace('<month>', '<monthb>')} {_DAY.replace('<day>', '<dayb>')}{_DASH}{_DAY2.replace('<day2>', '<dayb2>')}(?:,? {_YEAR.replace('<year>', '<yearb>')}|{_OF_YEAR.replace('<of>', '<ofb>')})?\b",
    "date": rf"\b{_DAY}(?: of)? {_MONTH},?(?: {_YEAR}|{_OF_YEAR})?\b|\b{_MONTH.replace('<month>', '<monthb>')} {_DAY.replace('<day>', '<dayb>')}(?!\d)(?:,? {_YEAR.replace('<year>', '<yearb>')}|{_OF_YEAR.replace('<of>', '<ofb>')})?\b",
    "months": rf"\b{_MONTH}{_DASH}{_MONTH2}(?:,?(?: of)? {_YEAR}|{_OF_YEAR})?(?![\w])",
    "month": rf"\b{_PART}(?P<which>last |next |this (?:past )?|this coming )?{_MONTH}(?:,?(?: of)? {_YEAR}|{_OF_YEAR})?(?![\w])",
    "season": rf"\b{_PART}(?:(?P<which>last|next|this) {_SEASON}|{_SEASON.replace('<season>', '<seasonb>')}(?: of)? {_YEAR})\b|\b(?P<the>the) {_SEASON.replace('<season>', '<seasonbb>')}(?! \w|-)\b",
    "quarter": rf"\b{_QUARTER} (?:of )?(?:{_YEAR}|(?P<which>this|last|next) year)\b|(?<=[Ii]n the ){_QUARTER.replace('<ordinal>', '<ordinalb>').replace('<fraction>', '<fractionb>').replace('<q>', '<qb>').replace('<h>', '<hb>')}\b(?! of\b)|(?<=[Ii]n )(?:Q(?P<qbb>[1-4])|H(?P<hbb>[12]))\b(?! of\b)",
    "decade": rf"\b{_PART}(?P<decade>(?:1[89]|20)\d0)['’]?s(?:{_DASH}(?:the )?['’]?(?P<decade2>(?:1[89]|20)?\d0)['’]?s)?\b",
    "years": rf"(?<![\d.,$€£]){_YEAR}{_YEAR2}(?![\d%]| (?:percent|per cent))\b",
    "year": rf"(?<![\d.,$€£-]){_PART}{_YEAR}(?![\d%]|[.,]\d| (?:percent|per cent|people|troops|soldiers|tonnes|km|barrels|miles))\b",
    "later": rf"\b{_COUNT} {_UNIT}s? (?P<later>later|afterwards|earlier|before that)\b|\bthe (?P<same>same|following|next|previous) {_UNIT.replace('<unit>', '<unitb>')}\b",
    "then": r"\b(?P<that>those (?:years|months|days|weeks|decades)|(?:that|the same) period)\b|\b(?P<same>that) (?P<unit>day|week|month|year|decade)(?!['’\w-])",
    "beside": rf"\bthe {_UNIT} (?P<same>before|after)(?=[.,;:)]|$)",
    "ago": rf"\b{_COUNT} {_UNIT.replace('day|', 'day|fortnight|')}s? ago\b",
    "deadline": rf"\bwithin {_COUNT} {_UNIT}s?\b(?! of\b)",
    "ahead": rf"\bin {_COUNT} {_UNIT}s?(?:['’]? time)?\b",
    "within": rf"\b(?:over|in|for|during|within) the (?P<within>past|last|next|coming) (?:{_COUNT} )?{_UNIT}s?\b",
    "weekday": rf"\b(?P<which>last |next |this (?:coming )?)?{_WEEKDAY}(?: (?:of )?(?P<of>last|this|next) week)?\b",
    "weekend": r"\b(?P<which>last|this|next|(?:over|at|during) the) weekend\b",
    "relative": rf"\b(?:(?P<part>early|mid|late|the end of|the start of|the beginning of|the middle of)[ -])?(?P<which>this|last|past|next|the past|the coming|later this|earlier this|later in the|earlier in the) {_UNIT}\b",
    "edge": rf"\b(?P<part>the end of|the start of|the beginning of|the middle of) the {_UNIT}(?! of)\b|\b(?P<partb>year-end)\b",
    "named": r"\b(?P<named>today|yesterday|tomorrow|tonight|last night|the day before yesterday|this morning|this evening|overnight)\b",
}  # fmt: skip
#: Forms made of common words begin sentences too; the others are told from common words by their capitals.
_ANY_CASE = frozenset("decade later beside then ago ahead deadline within relative edge weekend named".split())
#: What a text must hold for a form to be in it: digits, or one of some words, or both. Looking for these first is faster.
_WORD = re.compile(r"\w+")
_DIGITS = {
    kind: re.compile(digits)
    for digits, kinds in {
        r"\d": "span days date",
        r"\d-": "iso",
        r"\d\.\d": "dotted",
        r"(?:1[89]|20)\d\d": "years year",
        r"(?:1[89]|20)\d0['’]?[sS]": "decade",
    }.items()
    for kind in kinds.split()
}
_SIGNS = {
    kind: frozenset(words.split())
    for kind, words in {
        **dict.fromkeys(("span", "days", "date", "months", "month", "ending"), " ".join(MONTHS)),
        "part": "months",
        "season": "spring summer autumn fall winter",
        "quarter": "quarter half q1 q2 q3 q4 h1 h2",
        "later": "later afterwards earlier before same following next previous",
        "then": "years months days weeks decades period day week month year decade",
        "beside": "before after",
        "ago": "ago",
        "ahead": "in",
        "deadline": "within",
        "feast": "new christmas boxing may",
        "within": "past last next coming",
        "relative": "this last past next coming earlier later",
        "edge": "end start beginning middle",
        "weekday": " ".join(WEEKDAYS),
        "weekend": "weekend",
        "named": "today yesterday tomorrow tonight night morning evening overnight",
    }.items()
}
#: What stands between a day of the week and its date, and the forms that dates have.
_BESIDE = re.compile(r",? (?:the |an? )?\(?")
_DATES = frozenset(("iso", "dotted", "date", "feast"))
_SEASON_LEADS = ("since ", "by ", "in ", "until ", "during ", "before ", "after ")
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|by|until|of|from|during|and|to|through|last|next|before|after)$", re.IGNORECASE
)
_LEAD = re.compile(
    r"\b(?P<lead>since|from|as of|starting in|until|till|up to|through|by|before|after|between|in|on|during)"
    r"(?: the)?(?: (?:year|month|start|end|beginning) of)? $",
    re.IGNORECASE,
)
#: What began at the time behind it, and so lasts since then: "since the war began in".
_BEGAN = re.compile(
    r"\bsince (?:(?!(?:and|but|when|after|before|until|that|which|who)\b)[\w’'.-]+ ){1,8}?"
    r"(?:began|started|launched|resumed|erupted|broke out|flared up|took (?:office|power|effect|over)"
    r"|(?:came|returned|rose) to (?:power|office)|seized power|(?:came|entered) into (?:force|effect))"
    r"(?: (?!(?:and|but|when|after|before|until|that|which|who)\b)[\w’'-]+){0,7}? (?:(?:in|on|at)(?: the)? )?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Expression:
    """A time named in a text: its words, the form it has, the parts it gives, and the word that leads it ("since")."""

    span: Span
    kind: str
    parts: dict[str, str]
    lead: str


def find(text: str, offset: int = 0) -> list[Expression]:
    """The times named in a text, in order, none overlapping; `offset` is added to the spans."""
    found: list[Expression] = []
    words = set(_WORD.findall(text.lower()))
    for kind in _PATTERNS:
        if kind in _SIGNS and words.isdisjoint(_SIGNS[kind]):
            continue
        if kind in _DIGITS and _DIGITS[kind].search(text) is None:
            continue
        for match in _compiled(kind).finditer(text):
            if _plausible(kind, match) and not any(_meet(match, other, offset) for other in found):
                found.append(_expression(kind, match, text, offset))
    return _without_named_days(sorted(found, key=lambda expression: expression.span.start), text, offset)


def _without_named_days(found: list[Expression], text: str, offset: int) -> list[Expression]:
    """The times, a day of the week and the date beside it as one: "on Thursday, 7 March"."""
    joined: list[Expression] = []
    for each in found:
        last = joined[-1] if joined else None
        if last is not None and {last.kind, each.kind} & _DATES and "weekday" in (last.kind, each.kind):
            between = text[last.span.end - offset : each.span.start - offset]
            if _BESIDE.fullmatch(between) is not None:
                joined[-1] = _as_one(last, each, text, offset)
                continue
        joined.append(each)
    return joined


def _as_one(one: Expression, other: Expression, text: str, offset: int) -> Expression:
    dated = one if one.kind in _DATES else other
    start, end = one.span.start, dated.span.end
    return replace(dated, span=Span(start, end, text[start - offset : end - offset]), lead=one.lead)


@cache
def _compiled(kind: str) -> re.Pattern[str]:
    """The pattern of a form, made when it is first looked for."""
    return re.compile(_PATTERNS[kind], re.IGNORECASE if kind in _ANY_CASE else 0)


def _plausible(kind: str, match: re.Match[str]) -> bool:
    parts = match.groupdict()
    if parts.get("the"):
        # "Since the spring" is of this year or the last; "the fall" may be anything's.
        return match.string[: match.start()].lower().endswith(_SEASON_LEADS) and parts["seasonbb"].lower() != "fall"
    days = [int(parts[key]) for key in ("day", "day2", "dayb", "dayb2") if parts.get(key)]
    if kind in ("years", "months") and " and " in match.group():
        # "between 2008 and 2010" is one interval, "in 2018 and 2020" are two years.
        return match.string[: match.start()].lower().endswith("between ")
    return all(1 <= each <= 31 for each in days) and (kind != "month" or _is_month(match))


def _is_month(match: re.Match[str]) -> bool:
    """Whether "May" or "March" at this place is the month: with a year, a part, or a preposition before it."""
    name = match.group("month")
    if (
        name not in ("May", "March", "Mar")
        or match.group("year")
        or match.group("which")
        or match.group("part")
        or match.group("of")
    ):
        return True
    before = match.string[: match.start()].rstrip()
    return bool(_BEFORE_MONTH.search(before))


def _meet(match: re.Match[str], other: Expression, offset: int) -> bool:
    return match.start() + offset < other.span.end and other.span.start < match.end() + offset


@cache
def _part(group: str) -> str:
    """The part that a group gives: the alternative orders ("March 3" beside "3 March") carry a `b` in their names."""
    return re.sub(r"b+(2?)$", r"\1", group)


def _expression(kind: str, match: re.Match[str], text: str, offset: int) -> Expression:
    parts = {
        _part(name): value.lower() if kind in _ANY_CASE else value for name, value in match.groupdict().items() if value
    }
    span = Span(match.start() + offset, match.end() + offset, match.group())
    return Expression(span, kind, parts, _led(text[: match.start()]))


def _led(before: str) -> str:
    """The word that leads a time, of what began then "since"."""
    lead = _LEAD.search(before)
    word = lead.group("lead").lower() if lead else ""
    if word in ("", "in", "on") and "ince " in before and _BEGAN.search(before) is not None:
        return "since"
    return word
