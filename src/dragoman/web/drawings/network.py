"""A network as a drawing: parties as points, a line for what stands between each two, by sign."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from markupsafe import Markup

from dragoman import Link, Network
from dragoman.codebook.names import label
from dragoman.web import addresses
from dragoman.web.drawings.svg import drawing, element, linked
from dragoman.web.shown import SIGNS, counted

_WIDTH, _HEIGHT, _MARGIN = 960.0, 560.0, 78.0
#: More parties than this are not told apart in a drawing; those with the most links are drawn.
MOST = 36
#: Lines that are drawn, those of the most links.
_LINES = 240
_ROUNDS = 200
#: How strongly the middle holds, and how far apart, in ideal distances, parties still push each other away: so that
#: groups that nothing ties to each other stay in one drawing.
_HOLD, _REACH = 0.16, 3.0
_LONGEST = 22

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class _Line:
    """All links of one sign between two parties."""

    one: str
    other: str
    sign: int
    links: tuple[Link, ...]


def draw(network: Network, *, like: Network | None = None) -> Markup:
    """The drawing, the same for the same network; parties stand where they do in that of one that is `like` it."""
    held = busiest(like if like is not None else network)
    places = _places(sorted(held), _among(held, like if like is not None else network))
    drawn = {code: count for code, count in busiest(network).items() if code in held}
    lines = _among(drawn, network)
    says = f"{counted(len(drawn), 'party', 'parties')}, {counted(len(lines), 'line')}; the table tells the same"
    return drawing(
        (_WIDTH, _HEIGHT),
        says,
        *(_line(line, places, _beside(line, lines)) for line in lines),
        *(_point(code, places[code], drawn[code]) for code in sorted(drawn, key=lambda code: drawn[code])),
        class_="network",
    )


def busiest(network: Network) -> dict[str, int]:
    """How many links the parties have that are drawn."""
    counted_links = Counter(code for link in network.links for code in (link.giver, link.taker))
    return dict(sorted(counted_links.items(), key=lambda item: (-item[1], item[0]))[:MOST])


def _among(codes: Container[str], network: Network) -> list[_Line]:
    found = [line for line in _lines(network) if line.one in codes and line.other in codes]
    chosen = sorted(found, key=lambda line: (-len(line.links), line.one, line.other, line.sign))[:_LINES]
    return sorted(chosen, key=lambda line: (line.one, line.other, line.sign))


def _lines(network: Network) -> Iterator[_Line]:
    groups: dict[tuple[str, str, int], list[Link]] = {}
    for link in network.links:
        one, other = sorted((link.giver, link.taker))
        groups.setdefault((one, other, link.sign), []).append(link)
    return (_Line(*key, tuple(links)) for key, links in sorted(groups.items()))


def _beside(line: _Line, lines: list[_Line]) -> float:
    """How far a line bends, so that lines of two signs between two parties lie side by side."""
    signs = sorted(each.sign for each in lines if (each.one, each.other) == (line.one, line.other))
    return (signs.index(line.sign) - (len(signs) - 1) / 2) * 26


def _line(line: _Line, places: Mapping[str, Place], bend: float) -> Markup:
    (x1, y1), (x2, y2) = places[line.one], places[line.other]
    length = hypot(x2 - x1, y2 - y1) or 1.0
    x, y = (x1 + x2) / 2 - (y2 - y1) / length * bend, (y1 + y2) / 2 + (x2 - x1) / length * bend
    path = f"M{x1:.1f} {y1:.1f}Q{x:.1f} {y:.1f} {x2:.1f} {y2:.1f}"
    channels = ", ".join(sorted({link.channel for link in line.links}))
    return linked(
        addresses.dyad(line.one, line.other),
        f"{label(line.one)} and {label(line.other)}: {channels} ({SIGNS[line.sign]})",
        element("path", d=path, class_="reach"),
        element("path", d=path, stroke_width=1.0 + min(len(line.links), 5) * 0.7, class_=f"line {SIGNS[line.sign]}"),
        tabindex=-1,
    )


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


def _places(codes: list[str], lines: list[_Line]) -> dict[str, Place]:
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
    across, down = _WIDTH - 2 * _MARGIN, _HEIGHT - 2 * _MARGIN
    return {
        code: (_MARGIN + (x - min(xs)) / wide * across, _MARGIN + 12 + (y - min(ys)) / high * down)
        for code, (x, y) in at.items()
    }
