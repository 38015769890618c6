"""A network as a drawing: parties as points, a line for what stands between each two, by sign."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, hypot, pi, sin

from markupsafe import Markup

from dragoman import Network
from dragoman.codebook.names import label
from dragoman.web.drawings.lines import TO_PAGES, Leads, Line, Place, among, beside, busiest, curve, leading
from dragoman.web.drawings.svg import drawing, element, linked
from dragoman.words import counted

#: Width and height of the drawing.
SIZE = (960.0, 560.0)
_MARGIN = 78.0
_ROUNDS = 200
#: How strongly the middle holds, and how far apart, in ideal distances, parties still push each other away: so that
#: groups that nothing ties to each other stay in one drawing.
_HOLD, _REACH = 0.16, 3.0
_LONGEST = 22


def draw(network: Network, *, at: Mapping[str, Place] | None = None, leads: Leads = TO_PAGES) -> Markup:
    """The drawing, the same for the same network; parties stand in the places that are given, if any are."""
    held, lines = _held(network)
    places = at if at is not None else _places(sorted(held), lines)
    drawn = {code: count for code, count in held.items() if code in places}
    lines = lines if drawn == held else among(drawn, network)
    says = f"{counted(len(drawn), 'party', 'parties')}, {counted(len(lines), 'line')}; the table tells the same"
    return drawing(
        SIZE,
        says,
        *(
            leading(line, curve(places[line.one], places[line.other], beside(line, lines)), leads.line(line))
            for line in lines
        ),
        *(_point(code, places[code], drawn[code], leads) for code in sorted(drawn, key=lambda code: drawn[code])),
        class_="network",
    )


def layout(network: Network) -> dict[str, Place]:
    """Where the parties stand that are drawn, by code, from the upper left corner of the drawing."""
    held, lines = _held(network)
    return _places(sorted(held), lines)


def _held(network: Network) -> tuple[dict[str, int], list[Line]]:
    """The parties that are drawn, with the number of their links, and the lines between them."""
    held = busiest(network)
    return held, among(held, network)


def _point(code: str, place: Place, links: int, leads: Leads) -> Markup:
    name = label(code)
    radius = 6.0 + min(links, 16) * 0.6
    return linked(
        *leads.point(code, links),
        element("circle", cx=place[0], cy=place[1], r=radius),
        element(
            "text", name if len(name) <= _LONGEST else code, x=place[0], y=place[1] - radius - 5, text_anchor="middle"
        ),
        class_="point",
    )


def _places(codes: list[str], lines: list[Line]) -> dict[str, Place]:
    """Where parties stand: those with lines between them near each other, all apart (Fruchterman and Reingold 1991).

    It begins with a circle in the order of codes, so the same network is drawn the same.
    """
    count = len(codes)
    at = [(cos(2 * pi * n / count), sin(2 * pi * n / count)) for n in range(count)]
    number = {code: n for n, code in enumerate(codes)}
    pairs = sorted({(number[line.one], number[line.other]) for line in lines})
    ideal = (4.0 / max(count, 1)) ** 0.5
    for step in range(_ROUNDS if count > 2 else 0):
        at = _moved(at, pairs, ideal, heat=0.12 * (1 - step / _ROUNDS))
    return _fitted(dict(zip(codes, at, strict=True)))


def _moved(at: list[Place], pairs: list[tuple[int, int]], ideal: float, *, heat: float) -> list[Place]:
    # Written out in plain numbers: these are the steps that the drawing takes its time for.
    xs, ys = [x for x, _ in at], [y for _, y in at]
    across, down = [-_HOLD * x for x in xs], [-_HOLD * y for y in ys]
    reach, square = _REACH * ideal, ideal * ideal
    for one, (x, y) in enumerate(at):
        aside, below = across[one], down[one]
        for other in range(one + 1, len(at)):
            dx, dy = x - xs[other], y - ys[other]
            if -reach < dx < reach and -reach < dy < reach and (far := hypot(dx, dy)) < reach:
                far = far if far > 0.01 else 0.01
                strength = square / far / far
                dx, dy = dx * strength, dy * strength
                aside += dx
                below += dy
                across[other] -= dx
                down[other] -= dy
        across[one], down[one] = aside, below
    for one, other in pairs:
        dx, dy = xs[one] - xs[other], ys[one] - ys[other]
        far = max(hypot(dx, dy), 0.01)
        strength = -far * far / ideal * 0.4 / far
        across[one] += dx * strength
        down[one] += dy * strength
        across[other] -= dx * strength
        down[other] -= dy * strength
    return [_stepped(*each, heat) for each in zip(xs, ys, across, down, strict=True)]


def _stepped(x: float, y: float, dx: float, dy: float, heat: float) -> Place:
    """A place moved on its way by `heat` at most."""
    far = hypot(dx, dy) or 1.0
    step = min(far, heat) / far
    return x + dx * step, y + dy * step


def _fitted(at: Mapping[str, Place]) -> dict[str, Place]:
    """The places stretched to fill the drawing."""
    if not at:
        return {}
    xs, ys = [x for x, _ in at.values()], [y for _, y in at.values()]
    wide, high = max(max(xs) - min(xs), 1e-6), max(max(ys) - min(ys), 1e-6)
    across, down = SIZE[0] - 2 * _MARGIN, SIZE[1] - 2 * _MARGIN
    return {
        code: (_MARGIN + (x - min(xs)) / wide * across, _MARGIN + 12 + (y - min(ys)) / high * down)
        for code, (x, y) in at.items()
    }
