"""A timeline as a drawing: when ties stood, a lane each, and what happened when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from dragoman import Account
from dragoman.brief.drawings.timeline import Lane, Mark, lanes_of, lanes_of_events
from dragoman.plain import shortened
from dragoman.web import addresses
from dragoman.web.drawings.svg import drawing, element, linked
from dragoman.web.drawings.twofold import NARROW
from dragoman.web.shown import SIGNS
from dragoman.words import counted

#: Lanes that are drawn.
MOST = 40


@dataclass(frozen=True, slots=True)
class _Form:
    """How wide it is, where its lanes begin and how far from the right they end, how high each is, how far above the
    middle of its marks the foot of its words is (`None`: they stand before it), how many letters these have at most,
    and how many years are each marked.
    """

    width: float
    left: float
    right: float
    lane: int
    above: int | None
    letters: int
    crowded: int

    @property
    def middle(self) -> float:
        """Where in a lane its marks are."""
        return self.lane / 2 if self.above is None else self.lane - 10


_TOP, _BOTTOM = 10, 28
_BROAD = _Form(1120.0, 290.0, 24.0, 25, None, 44, 16)
#: Words stand above their lane, so that all of the width is time.
_SLIM = _Form(NARROW, 20.0, 20.0, 38, 11, 48, 6)


@dataclass(frozen=True, slots=True)
class _Scale:
    """From days to places."""

    first: int
    last: int
    form: _Form

    def x(self, day: date) -> float:
        start = date(self.first, 1, 1).toordinal()
        whole = date(min(self.last, 9999), 1, 1).toordinal() - start
        length = self.form.width - self.form.left - self.form.right
        return self.form.left + (day.toordinal() - start) / max(whole, 1) * length

    @property
    def years(self) -> Iterator[int]:
        span = self.last - self.first
        step = next(step for step in (1, 2, 5, 10, 25, 50, 100, 500, 1000, 10_000) if span / step <= self.form.crowded)
        return (year for year in range(self.first, self.last + 1) if year % step == 0 or year == self.first)


def draw(account: Account, *, narrow: bool = False) -> Markup | None:
    """The drawing of an account, or `None` if nothing in it has a time."""
    return _drawn(lanes_of(account)[:MOST], _SLIM if narrow else _BROAD)


def draw_events(rows: Sequence[Any], parties: Sequence[str], *, narrow: bool = False) -> Markup | None:
    """The drawing of the asserted events among some lines of a timeline, by who of some parties acts, or `None` if none
    has a time.
    """
    return _drawn(lanes_of_events(rows, parties), _SLIM if narrow else _BROAD)


def _drawn(lanes: Sequence[Lane], form: _Form) -> Markup | None:
    if not lanes:
        return None
    marks = [mark for lane in lanes for mark in lane.marks]
    scale = _Scale(min(mark.first for mark in marks).year, max(mark.last for mark in marks).year + 1, form)
    height = _TOP + form.lane * len(lanes) + _BOTTOM
    says = f"Timeline from {scale.first} to {scale.last - 1}: {counted(len(marks), 'mark')}; the tables tell the same"
    return drawing(
        (form.width, height),
        says,
        *_stripes(lanes, form),
        *_years(scale, height),
        *_lanes(lanes, scale),
        class_="timeline",
    )


def _stripes(lanes: Sequence[Lane], form: _Form) -> Iterator[Markup]:
    for place in range(0, len(lanes), 2):
        yield element("rect", x=0, y=_TOP + place * form.lane, width=form.width, height=form.lane, class_="stripe")


def _years(scale: _Scale, height: float) -> Iterator[Markup]:
    for year in scale.years:
        x = scale.x(date(min(year, 9999), 1, 1))
        yield element("path", d=f"M{x:.1f} {_TOP}V{height - _BOTTOM + 4}", class_="year")
        yield element("text", str(year), x=x, y=height - 9, text_anchor="middle", class_="years")


def _lanes(lanes: Sequence[Lane], scale: _Scale) -> Iterator[Markup]:
    form = scale.form
    for place, lane in enumerate(lanes):
        middle = _TOP + place * form.lane + form.middle
        words = shortened(lane.label, form.letters)
        if form.above is None:
            yield element("text", words, x=form.left - 12, y=middle + 4, text_anchor="end")
        else:
            yield element("text", words, x=6, y=middle - form.above)
        for mark in lane.marks:
            look = f"quad{mark.quad}" if mark.quad else SIGNS[mark.sign]
            shape = _shape(mark, scale.x(mark.first), scale.x(mark.last), middle)
            yield linked(addresses.claim(mark.statement), mark.says, shape, class_=look)


def _shape(mark: Mark, start: float, end: float, y: float) -> Markup:
    """A bar for a tie; for events by quad class a circle, a square, a triangle, a diamond."""
    x = (start + end) / 2
    if mark.quad == 0:
        return element("rect", x=start, y=y - 5, width=max(end - start, 4.0), height=10, rx=2, class_="mark")
    if mark.quad == 1:
        return element("circle", cx=x, cy=y, r=5.5, class_="mark")
    if mark.quad == 2:
        return element("rect", x=x - 5, y=y - 5, width=10, height=10, class_="mark")
    path = f"M{x:.1f} {y - 6:.1f}l6 11h-12z" if mark.quad == 3 else f"M{x:.1f} {y - 7:.1f}l7 7l-7 7l-7 -7z"
    return element("path", d=path, class_="mark")
