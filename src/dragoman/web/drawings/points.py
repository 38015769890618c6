"""Parties in a drawing: points with their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from markupsafe import Markup

from dragoman.codebook.names import label
from dragoman.web.drawings.labels import Name, Point, named
from dragoman.web.drawings.lines import Place
from dragoman.web.drawings.svg import element, linked

#: How high names are, and how long they can be before the code is shorter to read.
_HEIGHT, _LONGEST = 13.0, 22


def points(
    links: Mapping[str, int],
    at: Mapping[str, Place],
    radii: Mapping[str, float],
    size: Place,
    to: Callable[[str, int], tuple[str, str]],
) -> Iterator[Markup]:
    """A point for each party with some links, those of the most first; these choose the places of their names first and
    lie on top. `to` gives where one leads and what is said of it.
    """
    found = [Point(at[code], radii[code], _names(code)) for code in links]
    names = named(found, size, height=_HEIGHT)
    together = list(zip(links.items(), found, names, strict=True))
    return (_point(to(code, count), point, name) for (code, count), point, name in reversed(together))


def _point(to: tuple[str, str], point: Point, name: Name | None) -> Markup:
    word = element("text", name.text, x=name.x, y=name.y, text_anchor=name.anchor) if name is not None else ""
    circle = element("circle", cx=point.at[0], cy=point.at[1], r=point.radius)
    return linked(*to, circle, word, class_="point")


def _names(code: str) -> tuple[str, ...]:
    name = label(code)
    return (name, code) if len(name) <= _LONGEST else (code,)
