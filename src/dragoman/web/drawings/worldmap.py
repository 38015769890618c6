"""A network on a map of the world: parties at their capitals or seats, a line for what stands between each two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import hypot

from markupsafe import Markup

from dragoman import Network
from dragoman.codebook.coasts import coasts
from dragoman.codebook.names import label
from dragoman.codebook.places import home
from dragoman.web import addresses
from dragoman.web.drawings.apart import apart
from dragoman.web.drawings.labels import Name, Point, named
from dragoman.web.drawings.lines import Line, Place, among, beside, busiest, curve, leading
from dragoman.web.drawings.svg import drawing, element, joined, linked
from dragoman.web.drawings.window import SIZE, Window
from dragoman.words import counted

_HEIGHT, _LONGEST = 13.0, 22
#: How far a line bows to the north, for its length, so that lines in one direction do not lie on each other; and how
#: far lines between two near parties may be bent to lie side by side.
_BOW, _NEAR = 0.2, 0.7
#: How far from its place a point has to be moved before a stroke tells so.
_MOVED = 4.0
_NET = 30
_CIRCLES = {"equator": 0.0, "tropic of Cancer": 23.44, "tropic of Capricorn": -23.44}
_OCEANS = (
    ("Atlantic Ocean", 32, -42), ("Atlantic Ocean", -22, -16), ("Pacific Ocean", 30, -150),
    ("Pacific Ocean", -38, -115), ("Pacific Ocean", 38, 170), ("Indian Ocean", -18, 78),
    ("Arctic Ocean", 80, 20), ("Southern Ocean", -60, 60),
)  # fmt: skip


def draw(network: Network) -> Markup:
    """The map, the same for the same network, of the part of the world in which its parties are.

    What would hide each other is moved apart, with a stroke to where it belongs. Parties in no one place are left out.
    """
    held = placed(network)
    links = busiest(held)
    globe = {code: (each.latitude, each.longitude) for code in links if (each := home(code)) is not None}
    window = Window.on(globe.values())
    homes = {code: window.place(*each) for code, each in globe.items()}
    radii = {code: 4.5 + min(count, 16) * 0.35 for code, count in links.items()}
    at = apart(homes, radii, SIZE)
    lines = among(links, held)
    says = (
        f"A map of {counted(len(links), 'party', 'parties')}, {counted(len(lines), 'line')}; the table tells the same"
    )
    return drawing(
        SIZE,
        says,
        _ground(window),
        *(leading(line, _curve(line, lines, at)) for line in lines),
        *(element("path", d=_stroke(homes[code], at[code]), class_="moved") for code in _moved(homes, at)),
        *_points(links, at, radii),
        class_="network map",
    )


def placed(network: Network) -> Network:
    """A network without the links of parties that are in no one place."""
    placed_codes = {code for code in network.parties if home(code) is not None}
    those = network.links.those(lambda giver, taker, _: giver in placed_codes and taker in placed_codes)
    return replace(network, links=those)


def _ground(window: Window) -> Markup:
    """Sea, lands and the net of meridians and parallels; nothing that is to be heard."""
    lands = (element("path", d=window.path(each.points, closed=True), class_=each.kind) for each in coasts())
    net = "".join(
        [
            *(window.meridian(each) for each in range(-150, 181, _NET)),
            *(window.parallel(each) for each in (-60, -30, 30, 60)),
        ]
    )
    return element(
        "g",
        element("path", d=window.edge(), class_="sea"),
        joined(lands),
        element("path", d=net, class_="net"),
        *(element("path", d=window.parallel(each), class_="net circle") for each in _CIRCLES.values()),
        *_words(window),
        aria_hidden="true",
        class_="ground",
    )


def _words(window: Window) -> Iterator[Markup]:
    for name, latitude in _CIRCLES.items():
        x, y = max(window.place(latitude, -169.0)[0], 0) + 6, window.place(latitude, 0)[1] - 4
        if 12 < y < SIZE[1]:
            yield element("text", name, x=x, y=y)
    for name, latitude, longitude in _OCEANS:
        x, y = window.place(latitude, longitude)
        if 60 < x < SIZE[0] - 60 and 20 < y < SIZE[1] - 10:
            yield element("text", name, x=x, y=y, text_anchor="middle", class_="ocean")


def _curve(line: Line, lines: Sequence[Line], at: Mapping[str, Place]) -> str:
    west, east = sorted((at[line.one], at[line.other]))
    length = hypot(east[0] - west[0], east[1] - west[1])
    aside = beside(line, lines)
    return curve(west, east, max(min(aside, length * _NEAR), -length * _NEAR) - length * _BOW)


def _moved(homes: Mapping[str, Place], at: Mapping[str, Place]) -> Iterator[str]:
    return (code for code in sorted(at) if hypot(at[code][0] - homes[code][0], at[code][1] - homes[code][1]) > _MOVED)


def _stroke(start: Place, end: Place) -> str:
    return f"M{start[0]:.1f} {start[1]:.1f}L{end[0]:.1f} {end[1]:.1f}"


def _points(links: Mapping[str, int], at: Mapping[str, Place], radii: Mapping[str, float]) -> Iterator[Markup]:
    """The points with their names; those with the most links choose the places of their names first and lie on top."""
    points = [Point(at[code], radii[code], _names(code)) for code in links]
    names = named(points, SIZE, height=_HEIGHT)
    together = list(zip(links, points, names, strict=True))
    return (_point(code, links[code], point, name) for code, point, name in reversed(together))


def _point(code: str, links: int, point: Point, name: Name | None) -> Markup:
    place = home(code)
    seat = f" ({place.name})" if place is not None else ""
    word = element("text", name.text, x=name.x, y=name.y, text_anchor=name.anchor) if name is not None else ""
    circle = element("circle", cx=point.at[0], cy=point.at[1], r=point.radius)
    says = f"{label(code)}{seat}: {counted(links, 'link')}"
    return linked(addresses.party(code), says, circle, word, class_="point")


def _names(code: str) -> tuple[str, ...]:
    name = label(code)
    return (name, code) if len(name) <= _LONGEST else (code,)
