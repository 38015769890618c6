"""A reliability diagram as a small SVG."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.accuracy.bins import Bin

#: Sides of the diagram and room around it, in pixels.
SIDE, LEFT, TOP, AROUND = 300, 56, 40, 400


def drawn(table: Sequence[Bin], title: str) -> str:
    """Bars of the share of right statements over their certainty, and the line on which both are equal.

    A bar stands at its bin and is as dark as the bin is full; the dot on it is at the mean certainty.
    """
    most = max((each.statements for each in table), default=1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {AROUND} {AROUND}" font-family="sans-serif">',
        f'<rect width="{AROUND}" height="{AROUND}" fill="#fff"/>',
        _text(LEFT + SIDE / 2, 22, title, size=13),
        *(_bar(each, most) for each in table),
        f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="#888" stroke-dasharray="4 4"/>',
        f'<rect x="{LEFT}" y="{TOP}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#333"/>',
        *(_ticks(number / 5) for number in range(6)),
        *(f'<circle cx="{_x(each.certainty)}" cy="{_y(each.right)}" r="3.5" fill="#8a1c1c"/>' for each in table),
        _text(LEFT + SIDE / 2, AROUND - 22, "certainty of the statement"),
        f'<g transform="translate(16 {TOP + SIDE / 2:g}) rotate(-90)">{_text(0, 0, "share that is right")}</g>',
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _bar(one: Bin, most: int) -> str:
    left, top = _x(one.low), _y(one.right)
    opacity = round(0.15 + 0.6 * one.statements / most, 2)
    return (
        f'<rect x="{left:g}" y="{top:g}" width="{_x(one.high) - left:g}" height="{_y(0) - top:g}" fill="#1f4e79" '
        f'fill-opacity="{opacity}" stroke="#1f4e79"><title>{one.statements} statements</title></rect>'
    )


def _ticks(value: float) -> str:
    return _text(_x(value), TOP + SIDE + 16, f"{value:g}") + _text(LEFT - 16, _y(value) + 4, f"{value:g}")


def _text(x: float, y: float, words: str, *, size: int = 11) -> str:
    return f'<text x="{x:g}" y="{y:g}" text-anchor="middle" font-size="{size}">{words}</text>'


def _x(value: float) -> float:
    return round(LEFT + SIDE * value, 1)


def _y(value: float) -> float:
    return round(TOP + SIDE * (1 - value), 1)
