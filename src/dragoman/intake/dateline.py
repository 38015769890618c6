"""Dates as publications write them, in full; nothing is guessed from the clock."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dragoman.codebook.people import people
from dragoman.errors import InvalidValue
from dragoman.intake.vocabulary import is_furniture
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
    r"|answered|delivered|filed|received|adopted|tabled"
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
#: What stands between the parts of a date line, and what may stand right beside its date.
_BETWEEN: Final = re.compile(r"[,;|()\[\]·•]|\s[-–—]{1,2}(?=\s|$)|/(?=[^\W\d_])|\s/\s")
_MARKS: Final = ",;|()[]/.:-–—·•"
_LAST_MARK: Final = re.compile(f"[{re.escape(_MARKS)}]")
#: Small words within names and names of series, and those that make a date part of a sentence.
_SMALL: Final = frozenset(
    "of on the and & for de la le el les los y e et du des do da dos das di del della den der die und für von van zu"
    " bin в и по ve və i release statement communiqué briefing brief note paper report no nr vol issue number".split()
)
_LEADING: Final = frozenset("of in on at as since from by until till after before during to and than the".split())
#: Who wrote it, and what may be said in any words: what stands in brackets or strokes, and who wrote it.
_BY: Final = re.compile(r"(?:written\s+)?(?:by|von|par|por)\s", re.I)
_ASIDE: Final = re.compile(r"\([^()]{2,60}\)|(?<!\w)/[^/]{2,40}/|\bby\s[^,|()]{2,60}")
#: What ends the head of a paragraph behind its date: a dash, a colon, a stroke, a full stop, a bracket.
_HEAD_END: Final = re.compile(
    r"(?P<more>[)\]]?(?:\([^()]{2,60}\)|\d[:.]\d\d|[^.:!?()\[\]]){0,50}?)"
    r"(?P<stop>[,.]?\s*(?:--|[–—]|(?<![^\W\d_])-|:)|\s*\|\s|\.\s+(?=\S)|(?<=[)\]])\s+(?=\S))"
)
#: A date line has at most so many parts, each of at most so many words, of which a place has fewer.
_MOST: Final = 5
_WORDS_LONG: Final = 9
_PLACE: Final = 3


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


def dated_line(line: str) -> Interval | None:
    """The date of a line that gives nothing beside it but names: of places, publishers, authors, numbers.

    `Astana, 9 November 2022`, `By M. Fifita, Policy Brief No. 14, August 2022`, `Tallinn, 12 May 2023 (BNS)`.
    """
    dates = list(stamps(line)) if len(line) <= 2 * _SPAN else []
    if len(dates) != 1 or line.endswith((":", "?", "!")) or is_furniture(line):
        return None
    before, after = line[: dates[0].start].strip(), _ASIDE.sub(" ", line[dates[0].end :])
    if _BY.match(before):
        # Who wrote it may be told in any words: "By our man in Athens, ...".
        before = "".join(before.partition(",")[1:]) or "by"
    named = [*parts(before), *parts(after)]
    return dates[0].when if _stands_apart(before) and _is_apart(after) and _are_names(named) else None


def opening_date(line: str) -> Interval | None:
    """The date of a date line that opens a paragraph, `BAKU, Azerbaijan, Jan. 16, 2025 (AP) -- ...`, or `None`."""
    head = line[: 2 * _SPAN]
    each = next(stamps(head), None)
    ends = None if each is None else _HEAD_END.match(head, each.end)
    if each is None or ends is None or next(stamps(ends["more"]), None) is not None:
        return None
    before, more = head[: each.start].strip(), _ASIDE.sub(" ", ends["more"])
    named = [*parts(before), *parts(more)]
    if not _is_apart(more) or _is_led(before) or not _are_names(named):
        return None
    return each.when if _is_ended(head, before, named, ends["stop"].strip(" ,")) else None


def parts(line: str) -> list[str]:
    """What stands between the commas, dashes, strokes and brackets of a date line, times of day left out."""
    return [part for each in _BETWEEN.split(_CLOCK.sub(" ", line)) if (part := each.strip(" .:-–—").strip())]


def are_names(line: str) -> bool:
    """Whether a text holds nothing but names and days, as what stands before an agency in brackets does."""
    return _are_names(parts(line))


def _are_names(named: Sequence[str]) -> bool:
    return len(named) <= _MOST and all(map(_is_name, named))


def _is_name(part: str) -> bool:
    """Whether words may be the name of a place, a publisher or a series; those of who rules are under a picture."""
    words = _without_place(part.split())
    if len(words) > _WORDS_LONG or part in people() or not any(letter.isalpha() for letter in part):
        return False
    return all(
        not word[0].islower() or any(map(str.isupper, word[:4])) or word.strip(".") in _SMALL or _is_label(word)
        for word in words
    )


def _without_place(words: list[str]) -> list[str]:
    """Who wrote it without where from: "Ana Quispe in Lima"."""
    places = (place for place in range(2, len(words) - 1) if words[place] in ("in", "at"))
    inside = next(places, None) if words and words[0] not in ("The", "A", "An") else None
    return words if inside is None else words[:inside] + words[inside + 1 :]


def _is_label(word: str) -> bool:
    word = word.strip(".").lower()
    return word in _MONTHS or (word not in _LEADING and _LABELS.fullmatch(word) is not None)


def _is_led(before: str) -> bool:
    """Whether a date is part of a sentence by the word before it: "the war of", "On"; "Published on" is none."""
    words = before.lower().split()
    return bool(words) and words[-1] in _LEADING and not (len(words) > 1 and _is_label(words[-2]))


def _stands_apart(before: str) -> bool:
    """Whether a mark stands before a date, with nothing between but a weekday or "Published on"."""
    last = _LAST_MARK.split(before.lower())[-1].split()
    return not _is_led(before) and all(word in _SMALL | _LEADING or _is_label(word) for word in last)


def _is_apart(after: str) -> bool:
    """Whether a mark stands behind a date, or a time of day alone."""
    rest = _LABELS.sub(" ", _CLOCK.sub(" ", after)).strip()
    return not rest or rest[0] in _MARKS


def _is_ended(head: str, before: str, named: Sequence[str], stop: str) -> bool:
    """Whether what stands before a text is the head of one by how it ends: a full stop is a sentence's, too."""
    if not stop:
        return bool(named) and head[:1] in ("(", "[")
    if stop == ".":
        return bool(named) and all(len(part.split()) <= _PLACE for part in named) and _stands_apart(before)
    # In a chronology the day stands first, and what happened behind its dash.
    return bool(before) or head[:1].isupper() or (stop != ":" and not all(map(_is_weekday, named)))


def _is_weekday(part: str) -> bool:
    return all(map(_is_label, part.split()))


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
