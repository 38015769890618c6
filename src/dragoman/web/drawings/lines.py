"""What stands between two parties in a drawing: a line for all links of a sign, that leads to the pair."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from markupsafe import Markup

from dragoman import Network
from dragoman.codebook.names import label
from dragoman.codebook.ties import CHANNELS
from dragoman.web import addresses
from dragoman.web.drawings.svg import element, linked
from dragoman.web.shown import SIGNS
from dragoman.words import counted

#: More parties than this are not told apart in a drawing; those with the most links are drawn.
MOST = 36
#: Lines that are drawn, those of the most links.
_LINES = 240
#: How far apart lines of two signs between two parties are bent.
_APART = 26.0

Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """All links of one sign between two parties, whose codes are in order, by their channels."""

    one: str
    other: str
    sign: int
    channels: tuple[str, ...]


def busiest(network: Network) -> dict[str, int]:
    """How many links the parties have that are drawn, by code; those with the most come first."""
    counted_links = Counter(code for giver, taker, _ in network.links.keys for code in (giver, taker))
    return dict(sorted(counted_links.items(), key=lambda item: (-item[1], item[0]))[:MOST])


def among(codes: Container[str], network: Network) -> list[Line]:
    """The lines that are drawn between some parties, in order of their codes and signs."""
    found = _lines(key for key in network.links.keys if key[0] in codes and key[1] in codes)
    chosen = sorted(found, key=lambda line: (-len(line.channels), line.one, line.other, line.sign))[:_LINES]
    return sorted(chosen, key=lambda line: (line.one, line.other, line.sign))


def beside(line: Line, lines: Sequence[Line]) -> float:
    """How far a line bends, so that lines of two signs between two parties lie side by side."""
    signs = sorted(each.sign for each in lines if (each.one, each.other) == (line.one, line.other))
    return (signs.index(line.sign) - (len(signs) - 1) / 2) * _APART


def curve(start: Place, end: Place, bend: float) -> str:
    """A path that is drawn aside to the right of its way by half of `bend`, as the `d` of a path."""
    (x1, y1), (x2, y2) = start, end
    length = hypot(x2 - x1, y2 - y1) or 1.0
    x, y = (x1 + x2) / 2 - (y2 - y1) / length * bend, (y1 + y2) / 2 + (x2 - x1) / length * bend
    return f"M{x1:.1f} {y1:.1f}Q{x:.1f} {y:.1f} {x2:.1f} {y2:.1f}"


def drawn(line: Line, path: str, *, thin: float = 1.0) -> Markup:
    """The stroke of a line: dashed by its sign, and the wider the more links it holds."""
    width = (1.0 + min(len(line.channels), 5) * 0.7) * thin
    return element("path", d=path, stroke_width=width, class_=f"line {SIGNS[line.sign]}")


@dataclass(frozen=True, slots=True)
class Leads:
    """Where lines, and points by their code and number of links, lead: an address each, and what is said of it."""

    line: Callable[[Line], tuple[str, str]]
    point: Callable[[str, int], tuple[str, str]]


def _pair(line: Line) -> tuple[str, str]:
    return addresses.dyad(line.one, line.other), f"{label(line.one)} and {label(line.other)}: {told(line)}"


def _party(code: str, links: int) -> tuple[str, str]:
    return addresses.party(code), f"{label(code)}: {counted(links, 'link')}"


#: To the pages of pairs and parties.
TO_PAGES = Leads(_pair, _party)


def told(line: Line) -> str:
    """The channels and the sign of a line."""
    return f"{', '.join(sorted({*line.channels}))} ({SIGNS[line.sign]})"


def leading(line: Line, path: str, to: tuple[str, str] | None = None) -> Markup:
    """A line that leads somewhere, to the page of its pair if nothing else is given."""
    address, says = to or _pair(line)
    reach = element("path", d=path, class_="reach")
    return linked(address, says, reach, drawn(line, path), tabindex=-1)


def _lines(links: Iterable[tuple[str, str, str]]) -> Iterator[Line]:
    groups: dict[tuple[str, str, int], list[str]] = {}
    for giver, taker, channel in links:
        one, other = (giver, taker) if giver <= taker else (taker, giver)
        groups.setdefault((one, other, CHANNELS[channel].sign), []).append(channel)
    return (Line(*key, tuple(channels)) for key, channels in sorted(groups.items()))
