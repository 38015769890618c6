"""Times in words: "13 July 2023", "October 2022", "2016–2020", "since the 1990s", "by July 2023"."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime

from dragoman.records import Document, Interval

UNKNOWN = "date unknown"


def day(of: date) -> str:
    """13 July 2023."""
    return f"{of.day} {calendar.month_name[of.month]} {of.year}"


def moment(of: date) -> str:
    """13 July 2023; of a moment with the time of day, in UTC: 13 July 2023, 07:20 UTC."""
    if not isinstance(of, datetime):
        return day(of)
    utc = of.astimezone(UTC) if of.tzinfo is not None else of
    return f"{day(utc)}, {utc:%H:%M} UTC"


def published(document: Document) -> str:
    """When a document was published: "13 July 2023", "February 2026"; "undated" if nothing says."""
    if document.published is None or not document.published.known:
        return "undated"
    return time(document.published)


def time(interval: Interval, *, since: str = "since", by: str = "by") -> str:
    """An interval in words; `since` and `by` are the words for one without an end and one without a beginning."""
    if interval.start is not None and interval.end is not None:
        return _closed(interval.start, interval.end, decade=interval.precision == "decade")
    if interval.start is not None:
        return f"{since} {_edge(interval.start, interval)}"
    return UNKNOWN if interval.end is None else f"{by} {_edge(interval.end, interval)}"


def at(interval: Interval, *, since: str = "since", by: str = "by") -> str:
    """An interval as it stands in a sentence: "on 13 July 2023", "in October 2022", "since 1995"."""
    words = time(interval, since=since, by=by)
    if interval.start is None or interval.end is None:
        return words
    if interval.start == interval.end:
        return f"on {words}"
    # "In 2016–2020" but "between": a stretch of days or months with both its ends written out reads better so.
    return f"between {words.replace(' – ', ' and ')}" if " – " in words else f"in {words}"


def _edge(of: date, interval: Interval) -> str:
    if interval.precision == "decade":
        return f"the {of.year // 10 * 10}s"
    if interval.precision == "year":
        return str(of.year)
    return f"{calendar.month_name[of.month]} {of.year}" if interval.precision == "month" else day(of)


def _closed(start: date, end: date, *, decade: bool) -> str:
    if start == end:
        return day(start)
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return _years(start.year, end.year, decade=decade)
    if start.day == 1 and end.day == calendar.monthrange(end.year, end.month)[1]:
        return _months(start, end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    return f"{_without_year(start, end)} – {day(end)}"


def _years(first: int, last: int, *, decade: bool) -> str:
    if decade and first % 10 == 0 and last == first + 9:
        return f"the {first}s"
    return str(first) if first == last else f"{first}–{last}"


def _months(start: date, end: date) -> str:
    last = f"{calendar.month_name[end.month]} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return last
    first = calendar.month_name[start.month]
    return f"{first}–{last}" if start.year == end.year else f"{first} {start.year} – {last}"


def _without_year(start: date, end: date) -> str:
    return f"{start.day} {calendar.month_name[start.month]}" if start.year == end.year else day(start)
