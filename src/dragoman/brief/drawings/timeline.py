"""When the ties of an account stood, and what happened when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dragoman.analysis import Account, Row, Stretch, Tie
from dragoman.brief import numbers, times, verbs
from dragoman.brief.brief import Drawing
from dragoman.brief.drawings.svg import SIGNS, WIDTH, cut, drawing, element, told, words
from dragoman.codebook.events import QUAD_LABELS, event_type
from dragoman.codebook.ties import CHANNELS
from dragoman.records import Interval, Standing
from dragoman.words import counted

_LEFT, _LANE, _TOP, _BOTTOM = 250, 20, 8, 26
#: Ties for which there is room.
_MOST: Final = 36
#: More years than this are marked every fifth or tenth year.
_CROWDED: Final = 14
_READING: Final = (
    "A bar is the time in which a tie stands, blue if it is cooperative, orange if it is hostile, grey if neither; a"
    " disc is verbal cooperation, a square material, a triangle verbal conflict, a diamond material."
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A tie or event from one day to another, and what it says.

    `sign` is +1 cooperative, -1 conflictual, 0 neither; `quad` the quad class of an event, 0 for a tie; `statement` the
    id of a statement that says so.
    """

    first: date
    last: date
    says: str
    statement: str
    sign: int
    quad: int = 0


@dataclass(frozen=True, slots=True)
class Lane:
    """Marks of one tie, or of the events of one quad class in which one side acts, one beside another."""

    label: str
    marks: tuple[Mark, ...]


def timeline(account: Account) -> Drawing | None:
    """When the ties stood, a lane each, and the asserted events by quad class and who acts; `None` if nothing has a
    time.
    """
    ties = [lane for lane in _ties(account) if lane.marks]
    lanes = [*ties[:_MOST], *_events(account.timeline, account.parties)]
    if not lanes:
        return None
    days = [day for lane in lanes for mark in lane.marks for day in (mark.first, mark.last)]
    first, last = min(days).year, max(days).year + 1
    height = _TOP + _LANE * len(lanes) + _BOTTOM
    marks = (line for place, lane in enumerate(lanes) for line in _lane(lane, place, first, last))
    years = str(first) if last == first + 1 else f"{first}–{last - 1}"
    caption = f"What stood and what happened, {years}. {_READING}{_rest(len(ties) - _MOST)}"
    return drawing("Timeline", caption, height, *_years(first, last, height), *marks)


def _rest(left_out: int) -> str:
    return f" Left out for want of room: {counted(left_out, 'more tie')}." if left_out > 0 else ""


def lanes_of(account: Account) -> list[Lane]:
    """A lane for each tie that has a time, then one for each quad class of the asserted events and who acts in them."""
    return [*(lane for lane in _ties(account) if lane.marks), *_events(account.timeline, account.parties)]


def lanes_of_events(rows: Sequence[Row], parties: Sequence[str]) -> list[Lane]:
    """The lanes of the asserted events among some lines of a timeline, by quad class and who of some parties acts."""
    return list(_events(rows, parties))


def _ties(account: Account) -> Iterator[Lane]:
    for tie in (*account.ties, *account.past):
        channel = CHANNELS[tie.channel]
        sides = (", ".join(tie.occurrence.actor), ", ".join(tie.occurrence.recipient))
        arrow = " → ".join(sides) if sides[1] else " ↔ ".join(tie.occurrence.actor)
        marks = (_stretch(each, tie, account.as_of) for each in tie.stretches)
        yield Lane(f"{channel.label} {arrow}", tuple(mark for mark in marks if mark is not None))


def _stretch(stretch: Stretch, tie: Tie, as_of: date | None) -> Mark | None:
    """A bar from the first day told of to its end, or if nothing ends it to the day of the brief."""
    ended = (stretch.ended.interval.start or stretch.ended.interval.end) if stretch.ended is not None else None
    periods = [entry.statement.occurred for entry in stretch.reports]
    ends = [each.end for each in periods if each.end is not None and each.basis != "assumed"]
    told = stretch.begins if stretch.begins > date.min else None
    first = stretch.since or told or ended
    last = ended or (max(ends) if ends and len(ends) == len(periods) else as_of)
    if first is None or last is None:
        return None
    reports = stretch.reports or tie.occurrence.entries
    clause = verbs.said(tie.occurrence, reports)
    return Mark(min(first, last), last, clause, reports[0].statement.id, CHANNELS[tie.channel].sign)


def _events(rows: Sequence[Row], parties: Sequence[str]) -> Iterator[Lane]:
    marks: dict[tuple[int, bool, str], list[Mark]] = {}
    for row in rows:
        if row.occurrence.kind == "event" and row.standing is Standing.ASSERTED and _is_dated(row.interval):
            quad = event_type(row.occurrence.type).quad
            acting = ", ".join(code for code in parties if code in row.occurrence.actor)
            marks.setdefault((quad, not acting, acting), []).append(_event(row, quad))
    for kind, _, acting in sorted(marks):
        by = f" by {acting or 'others'}" if parties else ""
        yield Lane(numbers.capital(QUAD_LABELS[kind]) + by, tuple(marks[kind, not acting, acting]))


def _event(row: Row, quad: int) -> Mark:
    day = row.interval.start or row.interval.end or date.min
    says = f"{times.time(row.interval)}: {verbs.said(row.occurrence, row.reports)}"
    sign = 1 if quad < 3 else -1
    return Mark(day, row.interval.end or day, says, row.reports[0].statement.id, sign, quad)


def _is_dated(interval: Interval) -> bool:
    return interval.start is not None and interval.basis != "assumed"


def _years(first: int, last: int, height: int) -> Iterator[str]:
    step = 1 if last - first <= _CROWDED else 5 if last - first <= 5 * _CROWDED else 10
    for year in range(first, min(last, date.max.year) + 1):
        if year % step == 0 or year == first:
            x = _x(date(year, 1, 1), first, last)
            path = f"M{x} {_TOP}V{height - _BOTTOM + 4}"
            yield element("path", d=path, fill="none", stroke="currentColor", stroke_opacity=".2")
            yield words(str(year), x, height - 8, text_anchor="middle")


def _lane(lane: Lane, place: int, first: int, last: int) -> Iterator[str]:
    y = _TOP + place * _LANE + _LANE // 2
    yield words(cut(lane.label, _LEFT - 12), _LEFT - 10, y + 4, text_anchor="end")
    for mark in lane.marks:
        start, end = (_x(day, first, last) for day in (mark.first, mark.last))
        name = QUAD_LABELS[mark.quad].replace(" ", "-") if mark.quad else SIGNS[mark.sign]
        yield told(name, mark.says, _shape(mark.quad, start, end, y))


def _shape(quad: int, start: float, end: float, y: int) -> str:
    """A bar for a tie; for events by quad class a circle, a square, a triangle, a diamond."""
    if quad == 0:
        return element("rect", x=start, y=y - 4, width=max(end - start, 3.0), height=8, rx=2, fill="currentColor")
    x = (start + end) / 2
    if quad == 1:
        return element("circle", cx=x, cy=y, r=4.5, fill="currentColor")
    if quad == 2:
        return element("rect", x=x - 4, y=y - 4, width=8, height=8, fill="currentColor")
    path = f"M{x:.1f} {y - 5}l5 9h-10z" if quad == 3 else f"M{x:.1f} {y - 6}l5 6l-5 6l-5 -6z"
    return element("path", d=path, fill="currentColor")


def _x(day: date, first: int, last: int) -> float:
    start = date(first, 1, 1).toordinal()
    whole = (date(last, 1, 1) if last <= date.max.year else date.max).toordinal() - start
    return round(_LEFT + (day.toordinal() - start) / whole * (WIDTH - _LEFT - 20), 1)
