"""When documents were published, and in which order times come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dragoman.records import Document, Entry, Interval


def publication(document: Document) -> Interval:
    """When a document was published; an unknown interval if nothing says."""
    return document.published if document.published is not None else Interval()


def latest(entries: Iterable[Entry]) -> date | None:
    """The day of the latest publication; of a month or a year its last day.

    What is dated after the day on which it was recorded counts only if all is: it is dated wrongly.
    """
    dated = [(publication(entry.document), entry.recorded) for entry in entries]
    known = [(published.end or published.start, _is_ahead(published, recorded)) for published, recorded in dated]
    days = [(day, is_ahead) for day, is_ahead in known if day is not None]
    return max([day for day, is_ahead in days if not is_ahead] or [day for day, _ in days], default=None)


def _is_ahead(published: Interval, recorded: str) -> bool:
    """Whether something is dated after it was recorded; of a day it may be the morning elsewhere already."""
    day = published.start or published.end
    return day is not None and recorded != "" and day > date.fromisoformat(recorded[:10]) + timedelta(days=1)


def when(interval: Interval) -> tuple[date, date]:
    """What intervals are sorted by: what began first, then what ended first; the unknown comes last."""
    if not interval.known:
        return (date.max, date.max)
    return (interval.start or interval.end or date.max, interval.end or date.max)


def exact(entries: Iterable[Entry]) -> Interval:
    """The most exact time that the entries give; what was assumed from the publication only if none is stated."""
    intervals = [entry.statement.occurred for entry in entries]
    return min(intervals, key=_vagueness, default=Interval())


def _vagueness(interval: Interval) -> tuple[bool, bool, int, str, str]:
    closed = interval.start is not None and interval.end is not None
    length = (interval.end - interval.start).days if interval.start and interval.end else 0
    # Something assumed is all that is left if nothing is known.
    return (not interval.known, not closed, length, interval.iso() or "", interval.text or "")
