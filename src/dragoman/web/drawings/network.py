"""A network as a drawing: parties as points, a line for what stands between each two, by sign."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from math import cos, hypot, pi, sin

from markupsafe import Markup

from dragoman import Network
from dragoman.web.drawings.lines import TO_PAGES, Leads, Line, Place, among, beside, busiest, curve, leading
from dragoman.web.drawings.points import points
from dragoman.web.drawings.svg import drawing
from dragoman.web.drawings.twofold import NARROW, twofold
from dragoman.words import counted

_Sides = tuple[tuple[float, float], tuple[float, float]]
#: Width and height of the drawing, and of a narrow one.
SIZE, _NARROW = (960.0, 560.0), (NARROW, 400.0)
#: How far from its edges points stay, where it is broad and where it is narrow.
_MARGIN, _NARROW_MARGIN = 78.0, 34.0
_ROUNDS = 200
#: How strongly the middle holds, and how far apart, in ideal distances, parties still push each other away: so that
#: groups that nothing ties to each other stay in one drawing.
_HOLD, _REACH = 0.16, 3.0


def draw(
    network: Network, *, at: Mapping[str, Place] | None = None, leads: Leads = TO_PAGES, narrow: bool = False
) -> Markup:
    """The drawing, the same for the same network; parties stand in the places that are given, if any are, which are
    those of a broad drawing.
    """
    held, lines = _held(network)
    places = at if at is not None else _places(sorted(held), lines)
    drawn = {code: count for code, count in held.items() if code in places}
    lines = lines if drawn == held else among(drawn, network)
    size, shrunk = (_NARROW, 0.8) if narrow else (SIZE, 1.0)
    places = _narrowed(places) if narrow else places
    radii = {code: (6.0 + min(count, 16) * 0.6) * shrunk for code, count in drawn.items()}
    says = f"{counted(len(drawn), 'party', 'parties')}, {counted(len(lines), 'line')}; the table tells the same"
    return drawing(
        size,
        says,
        *(
            leading(line, curve(places[line.one], places[line.other], beside(line, lines)), leads.line(line))
            for line in lines
        ),
        *points(drawn, places, radii, size, leads.point),
        class_="network",
    )


def draw_twofold(network: Network, *, at: Mapping[str, Place] | None = None, leads: Leads = TO_PAGES) -> Markup | None:
    """The same, broad and narrow."""
    return twofold(partial(draw, network, at=at if at is not None else layout(network), leads=leads))


def layout(network: Network) -> dict[str, Place]:
    """Where the parties stand that are drawn, by code, from the upper left corner of the drawing."""
    held, lines = _held(network)
    return _places(sorted(held), lines)


def _held(network: Network) -> tuple[dict[str, int], list[Line]]:
    """The parties that are drawn, with the number of their links, and the lines between them."""
    held = busiest(network)
    return held, among(held, network)


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
    return _stretched(at, ((min(xs), max(xs)), (min(ys), max(ys))), _sides(SIZE, _MARGIN))


def _narrowed(at: Mapping[str, Place]) -> dict[str, Place]:
    """Places of a broad drawing in a narrow one."""
    return _stretched(at, _sides(SIZE, _MARGIN), _sides(_NARROW, _NARROW_MARGIN))


def _sides(size: Place, margin: float) -> _Sides:
    """From where to where points stand, across and down; above them is room for a name."""
    return (margin, size[0] - margin), (margin + 12, size[1] - margin + 12)


def _stretched(at: Mapping[str, Place], sides: _Sides, into: _Sides) -> dict[str, Place]:
    (left, right), (top, bottom) = sides
    (west, east), (north, south) = into
    across, down = (east - west) / max(right - left, 1e-6), (south - north) / max(bottom - top, 1e-6)
    return {code: (west + (x - left) * across, north + (y - top) * down) for code, (x, y) in at.items()}
