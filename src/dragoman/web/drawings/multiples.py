"""Small drawings beside each other, one a channel, in which the same parties stand in the same places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from dragoman import Network
from dragoman.codebook.ties import CHANNELS
from dragoman.web.drawings import network as whole_drawing
from dragoman.web.drawings.labels import Point, named
from dragoman.web.drawings.lines import Place, among, beside, busiest, curve, drawn
from dragoman.web.drawings.svg import drawing, element
from dragoman.words import counted

_SIZE, _MARGIN = (290.0, 180.0), 18.0
#: How much less lines are bent than in the whole.
_SMALLER = 0.4
_HEIGHT, _RADIUS = 12.0, 3.8


@dataclass(frozen=True, slots=True)
class Multiple:
    """The drawing of one channel, with how many links it holds."""

    channel: str
    links: int
    drawing: Markup


def draw(network: Network) -> list[Multiple]:
    """A drawing for each channel with links, in the codebook's order; the same for the same network."""
    places = _fitted(whole_drawing.layout(network))
    parts = ((name, network.only(channel=name)) for name in CHANNELS)
    return [Multiple(name, len(part.links), _draw(part, places)) for name, part in parts if part.links]


def _fitted(places: Mapping[str, Place]) -> dict[str, Place]:
    """The places of the whole, from edge to edge of a small drawing."""
    if not places:
        return {}
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    across = (_SIZE[0] - 2 * _MARGIN) / (max(xs) - min(xs) or 1.0)
    down = (_SIZE[1] - 2 * _MARGIN) / (max(ys) - min(ys) or 1.0)
    return {code: (_MARGIN + (x - min(xs)) * across, _MARGIN + (y - min(ys)) * down) for code, (x, y) in places.items()}


def _draw(part: Network, places: Mapping[str, Place]) -> Markup:
    lines = among(places, part)
    tied = {code for line in lines for code in (line.one, line.other)}
    says = f"{counted(len(part.parties), 'party', 'parties')}, {counted(len(part.links), 'link')}"
    return drawing(
        _SIZE,
        says,
        *(element("circle", cx=x, cy=y, r=1.6, class_="idle") for x, y in places.values()),
        *(
            drawn(each, curve(places[each.one], places[each.other], beside(each, lines) * _SMALLER), thin=0.7)
            for each in lines
        ),
        *_points([code for code in busiest(part) if code in tied], places),
        class_="network small",
        role="img",
    )


def _points(codes: list[str], places: Mapping[str, Place]) -> Iterator[Markup]:
    names = named([Point(places[code], _RADIUS, (code,)) for code in codes], _SIZE, height=_HEIGHT)
    for code in codes:
        yield element("circle", cx=places[code][0], cy=places[code][1], r=_RADIUS, class_="busy")
    for name in names:
        if name is not None:
            yield element("text", name.text, x=name.x, y=name.y, text_anchor=name.anchor)
