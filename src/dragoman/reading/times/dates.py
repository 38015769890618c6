"""What day a text means: expressions of time against the publication date, never the clock."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, timedelta

from dragoman.reading.times.expressions import FEASTS, MONTHS, NUMBERS, WEEKDAYS, Expression
from dragoman.records import Interval
from dragoman.records.dates import Basis, Precision, day, month, year

_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
_THIRDS = {"early": 0, "mid": 1, "late": 2}
_EDGES = {"the start of": 0, "the beginning of": 0, "the middle of": 1, "the end of": 2, "end": 2, "year-end": 2}
_SAME = {
    **{"same": "this", "that": "this", "following": "next", "next": "next", "previous": "last"},
    **{"before": "last", "after": "next"},
}
#: How many years, or weeks, away what is said behind a date lies: "12 March last year".
_THAT = ("that", "the same")
_AWAY = {"last": -1, "this": 0, "the": 0, "next": 1}
_UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14}
#: Of a time that is told as exactly as this, which units of time can be told it lies in.
_UNIT_OF = {
    "day": ("day", "week", "month", "quarter", "year", "decade", "century"),
    "month": ("month", "quarter", "year", "decade", "century"),
    "year": ("year", "decade", "century"),
}
#: Units that are told from a day or a month, and what is told so exactly.
_SHORT, _EXACT = ("day", "week", "month"), ("day", "month")
#: Months of what ends with one that is named.
_LENGTHS = {"year": 12, "half": 6, "quarter": 3}
_UNIT_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def resolve(
    expression: Expression, *, published: Interval | None, before: Interval | None = None, future: bool = False
) -> Interval | None:
    """The days an expression means, or `None` if that cannot be told.

    `published` is when the document was published, `before` the last time resolved in the text (for "a month later"),
    `future` whether what is dated lies ahead, so that "on Friday" in a preview is the Friday to come.
    """
    anchor = published.end if published is not None and published.end is not None else None
    found = _absolute(expression.parts, expression.kind)
    basis: Basis = "stated"
    if found is None and "year" not in expression.parts:
        found = _relative(expression, anchor, before, future=future)
        basis = "relative"
    if found is None:
        return None
    lead = expression.lead
    if lead == "before" and expression.parts.get("part") == "the end of":
        lead = "until"
    return _led(replace(found, text=expression.span.text, basis=basis), lead, anchor, future=future)


def _led(found: Interval, lead: str, anchor: date | None, *, future: bool) -> Interval:
    """Open the interval on the side that the leading word leaves open."""
    if lead in ("since", "starting in", "as of", "after") or (lead == "from" and found.precision != "day"):
        start = found.end if lead == "after" else found.start
        return replace(found, start=start, end=None) if found.start == found.end or lead != "from" else found
    if lead in ("until", "till", "up to", "through", "before"):
        return replace(found, start=None, end=found.start if lead == "before" else found.end)
    if lead == "by" and (future or (anchor is not None and found.end is not None and found.end <= anchor)):
        return replace(found, start=anchor if future and anchor and anchor <= (found.end or anchor) else None)
    return found


def _absolute(parts: dict[str, str], kind: str) -> Interval | None:
    """Expressions that name their year."""
    if kind == "decade":
        first = int(parts["decade"])
        latest = _second_year(first, parts.get("decade2", parts["decade"])) + 9
        if latest < first:
            return None
        return _part(Interval(date(first, 1, 1), date(latest, 12, 31), "decade"), parts.get("part"))
    if "year" not in parts:
        return None
    in_year = int(parts["year"])
    if kind == "years":
        last = _second_year(in_year, parts["year2"])
        return Interval(date(in_year, 1, 1), date(last, 12, 31), "year") if last >= in_year else None
    return _in_year(parts, kind, in_year)


def _second_year(first: int, text: str) -> int:
    return int(text) if len(text) == 4 else first - first % 100 + int(text)


def _in_year(parts: dict[str, str], kind: str, in_year: int) -> Interval | None:
    if kind == "season":
        return _season(parts["season"], in_year)
    if kind == "quarter":
        return _quarter(parts, in_year)
    if kind == "part":
        count = min(round(_count({"count": parts["months"].lower()})), 12)
        first = 1 if parts["which"] == "first" else 13 - count
        return Interval(month(in_year, first).start, month(in_year, first + count - 1).end, "month")
    if kind == "span":
        return _span(parts, in_year)
    if kind == "ending":
        return _ending(parts, in_year)
    if kind == "year":
        return _part(year(in_year), parts.get("part"))
    if kind == "feast":
        return day(date(in_year, *FEASTS[parts["feast"]]))
    first = MONTHS[parts["month"].rstrip(".").lower()] if not parts["month"].isdigit() else int(parts["month"])
    if kind == "month":
        return _part(month(in_year, first), parts.get("part"))
    if kind == "months":
        last = MONTHS[parts["month2"].rstrip(".").lower()]
        return Interval(month(in_year, first).start, month(in_year, last).end, "month") if first <= last else None
    return _days(in_year, first, parts)


def _ending(parts: dict[str, str], in_year: int) -> Interval:
    """The months up to one that is named: "the year to March", "the nine months ended in September"."""
    last = month(in_year, MONTHS[parts["month"].rstrip(".").lower()])
    length = _LENGTHS[parts["unit"]] if "unit" in parts else round(_count({"count": parts["months"].lower()}))
    assert last.start is not None, "a month has days"
    return replace(last, start=_shifted(last.start, "month", 1 - length))


def _span(parts: dict[str, str], in_year: int) -> Interval | None:
    """Days from one month into another; without the first year that of the last, or the one before."""
    months = [MONTHS[parts[name].rstrip(".").lower()] for name in ("month", "month2")]
    first = int(parts["first"]) if "first" in parts else in_year - (months[0] > months[1])
    try:
        start, end = date(first, months[0], int(parts["day"])), date(in_year, months[1], int(parts["day2"]))
    except ValueError:
        return None
    return Interval(start, end, "day") if start <= end else None


def _days(in_year: int, in_month: int, parts: dict[str, str]) -> Interval | None:
    try:
        start = date(in_year, in_month, int(parts["day"]))
        end = date(in_year, in_month, int(parts.get("day2", parts["day"])))
    except ValueError:
        # "February 30": words in the form of a date that are none.
        return None
    # Nor are "May 5-3".
    return Interval(start, end, "day") if start <= end else None


def _part(whole: Interval, words: str | None) -> Interval:
    """The early, middle or late third of an interval."""
    third = _THIRDS.get(words or "", _EDGES.get(words or ""))
    if third is None or whole.start is None or whole.end is None:
        return whole
    length = (whole.end - whole.start).days + 1
    edges = [whole.start + timedelta(days=length * number // 3) for number in range(4)]
    return replace(whole, start=edges[third], end=edges[third + 1] - timedelta(days=1))


def _season(name: str, in_year: int) -> Interval:
    first, last = _SEASONS[name.lower()]
    end = month(in_year + (last < first), last).end
    return Interval(date(in_year, first, 1), end, "month")


def _quarter(parts: dict[str, str], in_year: int) -> Interval:
    ordinals = ("first", "second", "third", "fourth")
    told = parts.get("q") or parts.get("h")
    number = int(told) if told else ordinals.index(parts["ordinal"].replace("last", "fourth")) + 1
    length = 6 if "h" in parts or parts.get("fraction") == "half" else 3
    number = min(number, 12 // length)
    return Interval(date(in_year, (number - 1) * length + 1, 1), month(in_year, number * length).end, "month")


def _relative(expression: Expression, anchor: date | None, before: Interval | None, *, future: bool) -> Interval | None:
    """Expressions that need the publication date or the time last spoken of."""
    parts, kind = expression.parts, expression.kind
    if kind in ("later", "beside", "then") or parts.get("of") in _THAT:
        return _from_before(parts, kind, before, anchor)
    if anchor is None:
        return None
    if kind == "named":
        return _named(parts["named"], anchor)
    if kind == "weekday":
        return _weekday(parts, anchor, future=future)
    if kind == "weekend":
        return _weekend(parts["which"], anchor, future=future)
    if kind in ("ago", "within"):
        return _counted(parts, kind, anchor)
    if kind == "deadline":
        return Interval(anchor, _shifted(anchor, parts["unit"], _count(parts)), "day") if future else None
    if kind == "ahead":
        # Said of what is past, it tells how long it took.
        return _moved(anchor, parts["unit"], _count(parts), "day") if future else None
    if kind in ("relative", "edge"):
        return _part(_unit(parts.get("which", "this"), parts.get("unit", "year"), anchor), parts.get("part"))
    return _yearless(parts, kind, anchor, future=future)


def _from_before(parts: dict[str, str], kind: str, before: Interval | None, anchor: date | None) -> Interval | None:
    """Expressions that need the time last spoken of."""
    if kind == "then":
        return _then(parts, before)
    if "of" not in parts:
        return _later(parts, before, anchor)
    return None if before is None or before.start is None else _in_year(parts, kind, before.start.year)


def _later(parts: dict[str, str], before: Interval | None, anchor: date | None) -> Interval | None:
    if before is not None and parts["unit"] in _SHORT and before.precision not in _EXACT:
        # Two weeks before a year is no time: it is two weeks before now.
        before = None
    if before is None or before.start is None:
        return _counted(parts, "ago", anchor) if anchor and parts.get("later") == "earlier" else None
    if "same" in parts:
        # Of a year it cannot be told which month or day is the same.
        is_known = parts["unit"] in _UNIT_OF.get(before.precision, _UNIT_MONTHS)
        return _unit(_SAME[parts["same"]], parts["unit"], before.start) if is_known else None
    sign = -1 if parts["later"] in ("earlier", "before that") else 1
    return _moved(before.start, parts["unit"], sign * _count(parts), before.precision)


def _then(parts: dict[str, str], before: Interval | None) -> Interval | None:
    """ "Those years" are the years last spoken of, "that year" is the year of the day last spoken of."""
    if before is None or "same" not in parts:
        return before
    return None if before.start is None else _unit(_SAME[parts["same"].lower()], parts["unit"], before.start)


def _named(word: str, anchor: date) -> Interval:
    shift = {"yesterday": -1, "overnight": -1, "last night": -1, "tomorrow": 1, "the day before yesterday": -2}.get(
        word, 0
    )
    return day(anchor + timedelta(days=shift))


def _weekday(parts: dict[str, str], anchor: date, *, future: bool) -> Interval:
    number = WEEKDAYS[parts["weekday"].lower() + "day"]
    which = parts.get("which", "").strip()
    if "of" in parts:
        return day(anchor + timedelta(days=number - anchor.weekday() + 7 * _AWAY[parts["of"]]))
    if which == "last":
        return day(anchor - timedelta(days=(anchor.weekday() - number - 1) % 7 + 1))
    if which or future:
        return day(anchor + timedelta(days=(number - anchor.weekday() - 1) % 7 + 1))
    return day(anchor - timedelta(days=(anchor.weekday() - number) % 7))


def _weekend(which: str, anchor: date, *, future: bool) -> Interval:
    """A Saturday and Sunday: "the weekend" is the last one, or the next of what lies ahead."""
    first = anchor - timedelta(days=(anchor.weekday() - 5) % 7)
    is_on = anchor.weekday() >= 5
    if which in ("this", "next") or future:
        first += timedelta(days=7 * ((which == "next") + (not is_on) - (which == "next" and not is_on)))
    elif which == "last" and is_on:
        first -= timedelta(days=7)
    return Interval(first, first + timedelta(days=1), "day")


def _counted(parts: dict[str, str], kind: str, anchor: date) -> Interval:
    count = _count(parts)
    if kind == "ago":
        return _moved(anchor, parts["unit"], -count, "day")
    if parts["within"] in ("past", "last"):
        return Interval(_shifted(anchor, parts["unit"], -count), anchor, "day")
    return Interval(anchor + timedelta(days=1), _shifted(anchor, parts["unit"], count), "day")


def _count(parts: dict[str, str]) -> float:
    word = parts.get("count", "1")
    return int(word) if word.isdigit() else sum(NUMBERS[part] for part in word.split("-"))


def _moved(start: date, unit: str, count: float, precision: Precision) -> Interval:
    """The day, month or year that lies `count` units away: as precise as both the unit and the start."""
    moved = _shifted(start, unit, count)
    if unit == "day" and precision == "day":
        return day(moved)
    if unit in ("week", "fortnight") and precision == "day":
        return Interval(moved - timedelta(days=3), moved + timedelta(days=3), "day")
    is_short = unit in ("day", "week", "fortnight", "month", "quarter") or (unit == "year" and count % 1)
    if is_short and precision in ("day", "month"):
        return month(moved.year, moved.month)
    return year(moved.year)


def _shifted(start: date, unit: str, count: float) -> date:
    if unit in _UNIT_DAYS:
        return start + timedelta(days=round(_UNIT_DAYS[unit] * count))
    months = start.year * 12 + start.month - 1 + round(_UNIT_MONTHS[unit] * count)
    in_year, in_month = divmod(max(months, 12), 12)
    last = calendar.monthrange(min(in_year, 9999), in_month + 1)[1]
    return date(min(in_year, 9999), in_month + 1, min(start.day, last))


def _unit(which: str, unit: str, anchor: date) -> Interval:
    """This, last or next week, month, year."""
    step = -1 if "last" in which or "past" in which else 1 if "next" in which or "coming" in which else 0
    if "later this" in which or "earlier this" in which:
        step = 0
    if unit in ("day", "week"):
        first = anchor - timedelta(days=anchor.weekday()) + timedelta(days=7 * step)
        return (
            Interval(first, first + timedelta(days=6), "day") if unit == "week" else day(anchor + timedelta(days=step))
        )
    moved = _shifted(anchor, unit, step)
    if unit == "month":
        return month(moved.year, moved.month)
    if unit == "quarter":
        return _quarter({"q": str((moved.month - 1) // 3 + 1)}, moved.year)
    if unit == "year":
        return year(moved.year)
    span = {"decade": 10, "century": 100}[unit]
    first_year = moved.year - moved.year % span
    return Interval(date(max(first_year, 1), 1, 1), date(first_year + span - 1, 12, 31), "decade")


def _yearless(parts: dict[str, str], kind: str, anchor: date, *, future: bool) -> Interval | None:
    """A day, month, season or quarter without its year: the nearest one on the right side of the publication date."""
    which = parts.get("which", "").strip()
    if "of" in parts or (kind == "quarter" and which):
        return _in_year(parts, kind, anchor.year + _AWAY.get(parts.get("of", which), 0))
    forward = which in ("next", "this coming") or (future and which != "last")
    # Of a year whose last month is named it is told when it is over.
    which = "last" if kind == "ending" and not forward else which
    years = range(anchor.year, anchor.year + 2) if forward else range(anchor.year, anchor.year - 2, -1)
    for in_year in years:
        found = _in_year(parts, kind, in_year)
        if found is None or found.start is None or found.end is None:
            return None
        # "Last March" is over, and "next March" has not begun.
        if forward and (found.start > anchor if which == "next" else found.end >= anchor):
            return found
        if not forward and (found.end < anchor if which == "last" else found.start <= anchor):
            return found
    return None
