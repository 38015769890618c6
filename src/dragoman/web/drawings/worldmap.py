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
from dragoman.web.drawings.apart import GAP, apart
from dragoman.web.drawings.lines import Line, Place, among, beside, busiest, curve, leading
from dragoman.web.drawings.points import points
from dragoman.web.drawings.svg import drawing, element, joined
from dragoman.web.drawings.window import SIZE, Window
from dragoman.words import counted

#: How far a line bows to the north, for its length, so that lines in one direction do not lie on each other; and how
#: far lines between two near parties may be bent to lie side by side.
_BOW, _NEAR = 0.2, 0.7
#: How far from its place a point has to be moved before a stroke tells so.
_MOVED = 4.0
#: Between the points of a narrow map a code has room.
_CODE_GAP = 17.0
_NET = 30
_CIRCLES = {"equator": 0.0, "tropic of Cancer": 23.44, "tropic of Capricorn": -23.44}
_OCEANS = (
    ("Atlantic Ocean", 32, -42), ("Atlantic Ocean", -22, -16), ("Pacific Ocean", 30, -150),
    ("Pacific Ocean", -38, -115), ("Pacific Ocean", 38, 170), ("Indian Ocean", -18, 78),
    ("Arctic Ocean", 80, 20), ("Southern Ocean", -60, 60),
)  # fmt: skip


def draw(network: Network, *, narrow: bool = False) -> Markup:
    """The map, the same for the same network, of the part of the world in which its parties are.

    What would hide each other is moved apart, with a stroke to where it belongs. Parties in no one place are left out.
    """
    held = placed(network)
    links = busiest(held)
    globe = {code: (each.latitude, each.longitude) for code in links if (each := home(code)) is not None}
    window = Window.on(globe.values(), narrow=narrow)
    homes = {code: window.place(*each) for code, each in globe.items()}
    radii = {code: (4.5 + min(count, 16) * 0.35) * (0.8 if narrow else 1.0) for code, count in links.items()}
    at = apart(homes, radii, window.size, gap=_CODE_GAP if narrow else GAP)
    lines = among(links, held)
    says = (
        f"A map of {counted(len(links), 'party', 'parties')}, {counted(len(lines), 'line')}; the table tells the same"
    )
    return drawing(
        window.size,
        says,
        _ground(window),
        *(leading(line, _curve(line, lines, at)) for line in lines),
        *(element("path", d=_stroke(homes[code], at[code]), class_="moved") for code in _moved(homes, at)),
        *points(links, at, radii, window.size, _seat),
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
        # A narrow map has no room for what is no party.
        *(_words(window) if window.size == SIZE else ()),
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


def _seat(code: str, links: int) -> tuple[str, str]:
    place = home(code)
    seat = f" ({place.name})" if place is not None else ""
    return addresses.party(code), f"{label(code)}{seat}: {counted(links, 'link')}"
