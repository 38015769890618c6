"""Dates as publications write them, in full; nothing is guessed from the clock."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from dragoman.errors import InvalidValue
from dragoman.records import Interval
from dragoman.records.dates import day, from_iso, month

_NAMES: Final = (
    "january jan januar janvier enero gennaio janeiro ocak yanvar января январь ינואר يناير stycznia",
    "february feb february februar février febrero febbraio fevereiro şubat fevral февраля февраль "
    "פברואר فبراير lutego",
    "march mar march märz mars marzo março mart марта март מרץ مارس marca",
    "april apr april avril abril aprile nisan aprel апреля апрель אפריל أبريل kwietnia",
    "may mai mayo maggio maio mayıs мая май מאי مايو maja",
    "june jun juni juin junio giugno junho haziran iyun июня июнь יוני يونيو czerwca",
    "july jul juli juillet julio luglio julho temmuz iyul июля июль יולי يوليو lipca",
    "august aug août agosto ağustos avqust августа август אוגוסט أغسطس sierpnia",
    "september sep sept septembre septiembre settembre setembro eylül sentyabr сентября сентябрь "
    "ספטמבר سبتمبر września",
    "october oct oktober octobre octubre ottobre outubro ekim oktyabr октября октябрь אוקטובר أكتوبر października",
    "november nov novembre noviembre novembro kasım noyabr ноября ноябрь נובמבר نوفمبر listopada",
    "december dec dezember décembre diciembre dicembre dezembro aralık dekabr декабря декабрь דצמבר ديسمبر grudnia",
)
_MONTHS: Final = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_MONTH: Final = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_DAY: Final = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_WORDS: Final = rf"(?P<month>{_MONTH})\.?"
_PATTERNS: Final = tuple(
    re.compile(rf"(?<![\w.])(?:{each})(?!\w)", re.I)
    for each in (
        rf"{_YEAR}[-/.](?P<number>0?[1-9]|1[0-2])[-/.](?P<day>[0-3]?\d)(?:T\d\d:?\d\d\S*)?",
        rf"{_DAY}\s+(?:de\s+|of\s+|ב)?{_WORDS},?\s+(?:de\s+)?{_YEAR}",
        rf"{_WORDS}\s+{_DAY},?\s+{_YEAR}",
        rf"{_YEAR},?\s+{_WORDS}\s+{_DAY}",
        rf"(?P<first>\d{{1,2}})(?P<mark>[./-])(?P<second>\d{{1,2}})(?P=mark){_YEAR}",
        rf"{_YEAR}年(?P<number>\d{{1,2}})月(?P<day>\d{{1,2}})日?",
        rf"{_WORDS},?\s+{_YEAR}",
    )
)
#: What every one of the patterns needs; looking for it first is faster.
_YEARS: Final = re.compile(r"(?:19|20)\d\d")
_SPAN: Final = 60
_LABELS: Final = re.compile(
    r"\b(?:first|last|originally|published|posted|issued|released|updated?|modified|created|date|dated|time|on|at|as|of|the|in"
    r"|am|pm|a\.m|p\.m|gmt|utc|est|edt|et|cet|cest|bst|msk|ist|idt|noon|hrs?|h|local|press release"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|veröffentlicht|publié le|le|am|um|uhr|à|publicado"
    r"|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|опубликовано|дата|\d+ min(?:ute)?s? read)\b",
    re.I,
)
_CLOCK: Final = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]m\b|[+-]\d\d:?\d\d|\bT?\d{4} GMT", re.I
)
_LATER: Final = re.compile(r"\b(?:updated?|modified|last)\b", re.I)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date with year and month read at `[start, end)` of a text."""

    start: int
    end: int
    when: Interval


def stamps(text: str) -> Iterator[Stamp]:
    """Every date of the text in which at least year and month are written out; days first in numbers with full stops.

    `3/4/2025` could be either of two days and is left out.
    """
    if _YEARS.search(text) is None:
        return
    taken = 0
    found = sorted(_candidates(text), key=lambda each: (each.start, -each.end))
    for each in found:
        if each.start >= taken:
            taken = each.end
            yield each


def first_date(text: str) -> Interval | None:
    """The first date of the text, or `None`."""
    return next((each.when for each in stamps(text)), None)


def said_date(said: str) -> Interval | None:
    """The date of a field meant for one: ISO, `20250116`, or a date in words; `None` if it is none."""
    compact = re.fullmatch(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?\d{4,6}Z?)?", said.strip())
    try:
        return from_iso("-".join(compact.groups()) if compact else said)
    except InvalidValue:
        return first_date(said[: 2 * _SPAN])


def bare_date(line: str) -> Interval | None:
    """The date of a line that holds nothing but a date, a time, a weekday and words such as `Published`."""
    if len(line) > 2 * _SPAN:
        return None
    for each in stamps(line):
        rest = _LABELS.sub(" ", _CLOCK.sub(" ", line[: each.start] + " " + line[each.end :]))
        if not any(character.isalnum() for character in _without_other_dates(rest)):
            return each.when
    return None


def is_later(line: str) -> bool:
    """Whether the line says when the text was changed rather than published."""
    return _LATER.search(line) is not None


def opening_date(line: str) -> Interval | None:
    """The date of a dateline that opens a paragraph, `BAKU, Azerbaijan, Jan. 16, 2025 (AP) -- ...`, or `None`."""
    head = line[: 2 * _SPAN]
    for each in stamps(head):
        before, after = head[: each.start].split(), head[each.end :]
        dashed = re.match(r"[,.]?\s*(?:[(/][^()/]{2,40}[)/]\s*)?[-–—:]", after)
        # A place in capitals needs no dash: "GABORONE, 3 May 2024. Zambia ..."
        stopped = re.match(r"\.\s+\S", after) and before and len(before[0]) > 3 and before[0].isupper()
        return each.when if len(before) <= 6 and head[:1].isupper() and (dashed or stopped) else None
    return None


def _candidates(text: str) -> Iterator[Stamp]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            when = _interval(match.groupdict())
            if when is not None:
                yield Stamp(match.start(), match.end(), when)


def _interval(parts: dict[str, str | None]) -> Interval | None:
    try:
        in_year = int(parts["year"] or 0)
        if parts.get("first"):
            return _numeric(in_year, int(parts["first"] or 0), int(parts["second"] or 0), dotted=parts["mark"] == ".")
        in_month = int(parts.get("number") or 0) or _MONTHS[(parts["month"] or "").lower()]
        return day(date(in_year, in_month, int(parts["day"] or 0))) if parts.get("day") else month(in_year, in_month)
    except (ValueError, KeyError):
        return None


def _numeric(in_year: int, first: int, second: int, *, dotted: bool) -> Interval | None:
    if dotted or first > 12 or first == second:
        return day(date(in_year, second, first))
    return day(date(in_year, first, second)) if second > 12 else None


def _without_other_dates(rest: str) -> str:
    for each in list(stamps(rest))[:2]:
        rest = rest.replace(rest[each.start : each.end], " ")
    return rest
