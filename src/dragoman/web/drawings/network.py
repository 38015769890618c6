"""A network as a drawing: parties as points, a line for what stands between each two, by sign."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import cos, hypot, pi, sin

from markupsafe import Markup

from dragoman import Network
from dragoman.codebook.names import label
from dragoman.web import addresses
from dragoman.web.drawings.lines import Line, Place, among, beside, busiest, curve, leading
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


def draw(network: Network, *, like: Network | None = None) -> Markup:
    """The drawing, the same for the same network; parties stand where they do in that of one that is `like` it."""
    places = layout(like if like is not None else network)
    drawn = {code: count for code, count in busiest(network).items() if code in places}
    lines = among(drawn, network)
    says = f"{counted(len(drawn), 'party', 'parties')}, {counted(len(lines), 'line')}; the table tells the same"
    return drawing(
        SIZE,
        says,
        *(leading(line, curve(places[line.one], places[line.other], beside(line, lines))) for line in lines),
        *(_point(code, places[code], drawn[code]) for code in sorted(drawn, key=lambda code: drawn[code])),
        class_="network",
    )


def layout(network: Network) -> dict[str, Place]:
    """Where the parties stand that are drawn, by code, from the upper left corner of the drawing."""
    held = busiest(network)
    return _places(sorted(held), among(held, network))


def _point(code: str, place: Place, links: int) -> Markup:
    name = label(code)
    radius = 6.0 + min(links, 16) * 0.6
    return linked(
        addresses.party(code),
        f"{name}: {counted(links, 'link')}",
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
    at = {code: (cos(2 * pi * n / count), sin(2 * pi * n / count)) for n, code in enumerate(codes)} if count else {}
    pairs = sorted({(line.one, line.other) for line in lines})
    ideal = (4.0 / max(count, 1)) ** 0.5
    for step in range(_ROUNDS if count > 2 else 0):
        _move(at, pairs, ideal, heat=0.12 * (1 - step / _ROUNDS))
    return _fitted(at)


def _move(at: dict[str, Place], pairs: list[tuple[str, str]], ideal: float, *, heat: float) -> None:
    pull = {code: [-_HOLD * x, -_HOLD * y] for code, (x, y) in at.items()}
    codes = list(at)
    for place, one in enumerate(codes):
        for other in codes[place + 1 :]:
            _push(pull, at, one, other, lambda far: ideal * ideal / far if far < _REACH * ideal else 0.0)
    for one, other in pairs:
        _push(pull, at, one, other, lambda far: -far * far / ideal * 0.4)
    for code, (dx, dy) in pull.items():
        far = hypot(dx, dy) or 1.0
        step = min(far, heat) / far
        at[code] = (at[code][0] + dx * step, at[code][1] + dy * step)


def _push(
    pull: dict[str, list[float]], at: Mapping[str, Place], one: str, other: str, force: Callable[[float], float]
) -> None:
    dx, dy = at[one][0] - at[other][0], at[one][1] - at[other][1]
    far = max(hypot(dx, dy), 0.01)
    strength = force(far) / far
    pull[one][0] += dx * strength
    pull[one][1] += dy * strength
    pull[other][0] -= dx * strength
    pull[other][1] -= dy * strength


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
