"""Names beside points, out of each other's way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.web.drawings.lines import Place

#: How wide a letter is for its height, on average and in bold.
_WIDE = 0.64
#: How far names keep from each other in a row.
_GAP = 4.0


@dataclass(frozen=True, slots=True)
class Point:
    """A point with a radius, and what it may be called: the first that there is room for."""

    at: Place
    radius: float
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name and where it stands: the middle of its foot if its anchor is `middle`, else its `start` or `end`."""

    text: str
    x: float
    y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def named(points: Sequence[Point], size: Place, *, height: float) -> list[Name | None]:
    """A name for each point, in their order, or none where no room is left; the first points choose first."""
    taken = [_Box(x - r, y - r, x + r, y + r) for (x, y), r in ((each.at, each.radius) for each in points)]
    whole = _Box(0, 0, *size)
    found: list[Name | None] = []
    for point in points:
        chosen = next((each for each in _choices(point, height) if _is_free(each[1], taken, whole)), None)
        found.append(chosen[0] if chosen is not None else None)
        if chosen is not None:
            taken.append(chosen[1])
    return found


def _is_free(box: _Box, taken: Sequence[_Box], whole: _Box) -> bool:
    inside = box.left >= whole.left and box.top >= whole.top and box.right <= whole.right and box.bottom <= whole.bottom
    return inside and not any(box.meets(each) for each in taken)


def _choices(point: Point, height: float) -> Iterator[tuple[Name, _Box]]:
    """Above, to the right, to the left, below, and between these."""
    (x, y), off = point.at, point.radius + 3
    slant = off * 0.7
    for text in point.names:
        for dx, dy in ((0, -1), (1, 0), (-1, 0), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1)):
            gap = slant if dx and dy else off
            foot = y + dy * gap + (0 if dy < 0 else height * 0.75 if dy > 0 else height * 0.35)
            yield _name(text, x + dx * gap, foot, dx=dx, height=height)


def _name(text: str, x: float, foot: float, *, dx: int, height: float) -> tuple[Name, _Box]:
    width = len(text) * height * _WIDE + _GAP
    left = x - width / 2 if dx == 0 else x if dx > 0 else x - width
    anchor = {0: "middle", 1: "start", -1: "end"}[dx]
    return Name(text, x, foot, anchor), _Box(left, foot - height * 0.8, left + width, foot + height * 0.2)
