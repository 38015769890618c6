"""The part of the world that a map shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Self

from dragoman.web.drawings.lines import Place
from dragoman.web.drawings.projection import EAST, MIDDLE, NORTH, equal_earth
from dragoman.web.drawings.twofold import NARROW

#: Width and height of a map; and of a narrow one, which is as high as the places on it need, within bounds.
SIZE = (960.0, 500.0)
_LOWEST, _HIGHEST = 190.0, 400.0
#: The least that is shown, in radii of the globe: some 50 degrees across. And how much is left free around the parties.
_LEAST, _FREE = 0.85, 0.13
#: Degrees between two points of a line of the net.
_STEP = 3


@dataclass(frozen=True, slots=True)
class Window:
    """What lies to the west and to the north at its upper left corner, and how wide it is, in radii of the globe; and
    width and height of the drawing.
    """

    west: float
    north: float
    across: float
    size: Place = SIZE

    @classmethod
    def on(cls, places: Iterable[Place], *, narrow: bool = False) -> Self:
        """The one that holds some places, in degrees, with room around them; the whole world if there are none."""
        found = [equal_earth(*each) for each in places] or [(-EAST, -NORTH), (EAST, NORTH)]
        xs, ys = [x for x, _ in found], [y for _, y in found]
        size = (NARROW, _height(max(xs) - min(xs), max(ys) - min(ys))) if narrow else SIZE
        shape = size[0] / size[1]
        wanted = max(max(xs) - min(xs), (max(ys) - min(ys)) * shape) * (1 + 2 * _FREE)
        across = min(max(wanted, _LEAST), 2 * EAST + 0.1)
        west = _held((min(xs) + max(xs)) / 2 - across / 2, across, EAST)
        north = -_held(-(min(ys) + max(ys)) / 2 - across / shape / 2, across / shape, NORTH)
        return cls(west, north, across, size)

    def place(self, latitude: float, longitude: float) -> Place:
        """Where a point of the globe, in degrees, stands in the drawing."""
        x, y = equal_earth(latitude, longitude)
        scale = self.size[0] / self.across
        return (x - self.west) * scale, (self.north - y) * scale

    def path(self, points: Sequence[tuple[float, float]], *, closed: bool = False) -> str:
        """A line through points of the globe, as the `d` of a path; points that fall together are one."""
        steps = [step for step, _ in groupby(_told(self.place(*each)) for each in points)]
        return f"M{'L'.join(steps)}{'Z' if closed else ''}"

    def parallel(self, latitude: float) -> str:
        """A circle of latitude from edge to edge, as the `d` of a path."""
        return self.path([(latitude, MIDDLE - 180), (latitude, MIDDLE + 180)])

    def meridian(self, longitude: float) -> str:
        """A meridian from pole to pole, as the `d` of a path."""
        return self.path([(latitude, longitude) for latitude in range(-90, 91, _STEP)])

    def edge(self) -> str:
        """The outline of the globe, as the `d` of a path."""
        return self.path(list(_edge()), closed=True)


def _height(across: float, down: float) -> float:
    """How high a narrow map is of what is so wide and so high."""
    wanted = NARROW * max(down, _LEAST / 2) / max(across, _LEAST)
    return min(max(wanted, _LOWEST), _HIGHEST)


def _edge() -> Iterator[tuple[float, float]]:
    yield from ((latitude, MIDDLE - 180) for latitude in range(-90, 91, _STEP))
    yield from ((latitude, MIDDLE + 180) for latitude in range(90, -91, -_STEP))


def _held(start: float, length: float, reach: float) -> float:
    """Where a stretch begins that is moved until it is within reach on both sides, or else in the middle."""
    return -length / 2 if length >= 2 * reach else min(max(start, -reach), reach - length)


def _told(place: Place) -> str:
    return f"{place[0]:.1f} {place[1]:.1f}"
