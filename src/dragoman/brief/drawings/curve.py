"""One link of a network as a line from one party to another."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, degrees, sqrt
from typing import Final

from dragoman.brief.drawings.layout import Point
from dragoman.brief.drawings.node import RADIUS
from dragoman.brief.drawings.svg import element, label, told

#: How far links between the same two parties keep from each other, with and without labels.
GAP: Final = 17.0
NARROW: Final = 7.0
_DASHES: Final = {"hostile": "7 4", "neither": "1.5 4"}
_STRONGEST: Final = 5


@dataclass(frozen=True, slots=True)
class Curve:
    """From one point to another, leaving the straight line by `offset` at most; `says` is a label, if any, and the
    text behind it.
    """

    ends: tuple[Point, Point]
    offset: float
    strength: int
    sign: str
    directed: bool
    says: tuple[str, str]

    def marks(self) -> str:
        """The line, its head if it is directed, and its label."""
        (x1, y1), (x2, y2) = self._edge(0, 0), self._edge(1, self._head if self.directed else 0)
        cx, cy = self._bend
        line = stroke(f"M{x1:.1f} {y1:.1f}Q{cx:.1f} {cy:.1f} {x2:.1f} {y2:.1f}", self._width, self.sign)
        name, text = self.says
        return told(self.sign, text, line, *[self._tip()] * self.directed) + (self._label(name) if name else "")

    @property
    def _width(self) -> float:
        return 1 + 0.8 * min(max(self.strength, 1), _STRONGEST)

    @property
    def _head(self) -> float:
        return 5 + 1.5 * self._width

    @property
    def _across(self) -> Point:
        """One step across the straight line."""
        (x1, y1), (x2, y2) = self.ends
        length = _length(x2 - x1, y2 - y1)
        return (y1 - y2) / length, (x2 - x1) / length

    @property
    def _bend(self) -> Point:
        """The control point: a curve comes half as near to it."""
        (x1, y1), (x2, y2) = self.ends
        across, along = self._across
        return (x1 + x2) / 2 + across * 2 * self.offset, (y1 + y2) / 2 + along * 2 * self.offset

    def _edge(self, end: int, gap: float) -> Point:
        """A point off one of the ends, outside its party and by a gap more, on the way to the bend."""
        (x, y), (cx, cy) = self.ends[end], self._bend
        far = (RADIUS + 2 + gap) / _length(cx - x, cy - y)
        return x + (cx - x) * far, y + (cy - y) * far

    def _tip(self) -> str:
        (x, y), (bx, by) = self._edge(1, 0), self._edge(1, self._head)
        half = (2.5 + self._width) / self._head
        across, along = (y - by) * half, (bx - x) * half
        path = f"M{x:.1f} {y:.1f}L{bx + across:.1f} {by + along:.1f}L{bx - across:.1f} {by - along:.1f}Z"
        return element("path", d=path, fill="currentColor")

    def _label(self, name: str) -> str:
        """On the line at its middle, never upside down."""
        (x1, y1), (x2, y2) = sorted(self.ends)
        (left, top), (right, bottom) = self.ends
        across, along = self._across
        x, y = (left + right) / 2 + across * self.offset, (top + bottom) / 2 + along * self.offset
        return label(name, x, y + 3.5, turn=degrees(atan2(y2 - y1, x2 - x1)))


def stroke(path: str, width: float, sign: str) -> str:
    """A line in the dashes of its sign."""
    dashes = {"stroke_dasharray": _DASHES[sign]} if sign in _DASHES else {}
    return element("path", d=path, fill="none", stroke="currentColor", stroke_width=width, **dashes)


def _length(x: float, y: float) -> float:
    return max(sqrt(x * x + y * y), 1e-6)
