"""Points that would hide each other, moved apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, hypot, pi, sin

from dragoman.web.drawings.lines import Place

_ROUNDS = 240
#: How much of its way home a point goes back in each round; the last rounds only move apart.
_HOMING, _SETTLED = 0.04, 60
#: How far points keep from each other, if nothing else is wanted.
GAP = 5.0
#: Points in one place leave it in directions that differ by the golden angle, which never come together again.
_TURN = pi * (3 - 5**0.5)


def apart(homes: Mapping[str, Place], radii: Mapping[str, float], size: Place, *, gap: float = GAP) -> dict[str, Place]:
    """Where points stand that keep out of each other's way, by a gap at least, and as near as they can to their homes,
    within a drawing.
    """
    codes = sorted(homes)
    at = {
        code: (homes[code][0] + cos(_TURN * n) * 0.01, homes[code][1] + sin(_TURN * n) * 0.01)
        for n, code in enumerate(codes)
    }
    for step in range(_ROUNDS):
        moved = _pushed(at, codes, radii, gap)
        if step < _ROUNDS - _SETTLED:
            for code in codes:
                (x, y), (u, v) = at[code], homes[code]
                at[code] = (x + (u - x) * _HOMING, y + (v - y) * _HOMING)
        elif not moved:
            break
        for code in codes:
            at[code] = _within(at[code], radii[code], size)
    return at


def _pushed(at: dict[str, Place], codes: Sequence[str], radii: Mapping[str, float], gap: float) -> bool:
    moved = False
    for place, one in enumerate(codes):
        for other in codes[place + 1 :]:
            (x1, y1), (x2, y2) = at[one], at[other]
            wanted = radii[one] + radii[other] + gap
            far = hypot(x2 - x1, y2 - y1)
            if far >= wanted:
                continue
            dx, dy = ((x2 - x1) / far, (y2 - y1) / far) if far > 0 else (1.0, 0.0)
            step = (wanted - far) / 2
            at[one] = (x1 - dx * step, y1 - dy * step)
            at[other] = (x2 + dx * step, y2 + dy * step)
            moved = True
    return moved


def _within(place: Place, radius: float, size: Place) -> Place:
    return min(max(place[0], radius), size[0] - radius), min(max(place[1], radius), size[1] - radius)
