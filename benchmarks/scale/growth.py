"""How times grow with a ledger, as a drawing: both axes by powers of ten, a line a question."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil, floor, log10

from dragoman.brief.drawings.svg import COLOURS, element, words

#: Sizes and times of one question.
Line = Sequence[tuple[int, float]]
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 720, 340, 60, 150, 16, 40
_LOOKS = (
    ("cooperative", ""),
    ("hostile", "7 4"),
    ("material-cooperation", "2 3"),
    ("neither", "9 3 2 3"),
    ("verbal-conflict", "4 2"),
)


def drawn(lines: Mapping[str, Line], of: str = "statements") -> str:
    """The drawing as SVG 1.1; the same lines give the same bytes. `of` is what sizes count."""
    scale = _Scale(lines)
    marks = [*scale.grid(), *_lines(lines, scale)]
    about = element("title", f"Seconds by {of} in the ledger")
    return element(
        "svg",
        about,
        *marks,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        font_size=12,
        font_family="sans-serif",
        color="#333333",
        style="background:#ffffff",
    )


class _Scale:
    """From sizes and seconds to places, both by their logarithms."""

    def __init__(self, lines: Mapping[str, Line]) -> None:
        sizes = [log10(size) for line in lines.values() for size, _ in line]
        times = [log10(_shown(time)) for line in lines.values() for _, time in line]
        self._sizes = floor(min(sizes)), max(ceil(max(sizes)), floor(min(sizes)) + 1)
        self._times = floor(min(times)), max(ceil(max(times)), floor(min(times)) + 1)

    def x(self, size: float) -> float:
        first, last = self._sizes
        return round(_LEFT + (log10(size) - first) / (last - first) * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(self, time: float) -> float:
        first, last = self._times
        return round(_HEIGHT - _BOTTOM - (log10(time) - first) / (last - first) * (_HEIGHT - _TOP - _BOTTOM), 1)

    def grid(self) -> Iterator[str]:
        """A rule for each power of ten."""
        for power in range(self._sizes[0], self._sizes[1] + 1):
            x = self.x(10**power)
            yield _rule(f"M{x} {_TOP}V{_HEIGHT - _BOTTOM}")
            yield words(f"{10**power:,}", x, _HEIGHT - _BOTTOM + 18, text_anchor="middle")
        for power in range(self._times[0], self._times[1] + 1):
            y = self.y(10.0**power)
            yield _rule(f"M{_LEFT} {y}H{_WIDTH - _RIGHT}")
            yield words(f"{10.0**power:g} s", _LEFT - 8, y + 4, text_anchor="end")


def _lines(lines: Mapping[str, Line], scale: _Scale) -> Iterator[str]:
    ends = _apart({name: scale.y(_shown(line[-1][1])) for name, line in lines.items()})
    for (name, line), (colour, dash) in zip(lines.items(), _LOOKS, strict=False):
        points = [(scale.x(size), scale.y(_shown(time))) for size, time in line]
        path = "M" + "L".join(f"{x} {y}" for x, y in points)
        look = {"stroke_dasharray": dash} if dash else {}
        yield element("path", d=path, fill="none", stroke=COLOURS[colour], stroke_width=2, **look)
        yield from (element("circle", cx=x, cy=y, r=3, fill=COLOURS[colour]) for x, y in points)
        yield words(name, points[-1][0] + 8, ends[name] + 4, fill=COLOURS[colour])


def _apart(places: Mapping[str, float]) -> dict[str, float]:
    """Where names stand so that none covers another."""
    found: dict[str, float] = {}
    for name, y in sorted(places.items(), key=lambda each: each[1]):
        found[name] = max([y, *(other + 15 for other in found.values())])
    return found


def _shown(time: float) -> float:
    return max(time, 0.001)


def _rule(path: str) -> str:
    return element("path", d=path, fill="none", stroke="currentColor", stroke_opacity=".15")
