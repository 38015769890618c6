"""One party of a network as a disc with its name."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import wrap
from typing import Final

from dragoman.brief.drawings.layout import Point
from dragoman.brief.drawings.svg import WIDTH, cut, element, label, plain, words

RADIUS: Final = 16.0
_LINE: Final = 11
#: Codes of states fit into a disc; those of organisations may not.
_LONGEST: Final = 4


@dataclass(frozen=True, slots=True)
class Node:
    """A party at a place, so far `off` the middle that its name keeps away from; `below` are words under that."""

    code: str
    name: str
    at: Point
    off: Point
    is_subject: bool
    below: tuple[str, ...]

    def marks(self) -> str:
        """The disc and the words beside it, on the side away from the middle."""
        return element("g", element("title", plain(self.name)), self._disc(), *self._words())

    def _disc(self) -> str:
        x, y = self.at
        paint = {"fill": "currentColor"} if self.is_subject else {"fill": "#ffffff", "class_": "paper"}
        disc = element("circle", cx=x, cy=y, r=RADIUS, stroke="currentColor", **paint)
        if len(self.code) > _LONGEST:
            return disc
        ink: dict[str, str | float] = {"fill": "#ffffff", "class_": "paper"} if self.is_subject else {}
        return disc + words(self.code, x, y + 3.5, font_size=10, text_anchor="middle", **ink)

    def _words(self) -> list[str]:
        x, y = self.at
        across, down = self.off
        is_beside = abs(across) > 4 * RADIUS
        width, most = (24, 3) if is_beside else (48, 2)
        lines = wrap(", ".join(self.below), width, max_lines=most, placeholder=" …")
        if is_beside:
            side = 1 if across > 0 else -1
            start = x + side * (RADIUS + 6)
            room = WIDTH - start if side > 0 else start
            return self._lines(start, y + 4 - _LINE / 2 * len(lines), lines, "start" if side > 0 else "end", room)
        above = y - RADIUS - 7 - _LINE * len(lines)
        return self._lines(x, above if down < 0 else y + RADIUS + 13, lines, "middle", WIDTH / 3)

    def _lines(self, x: float, y: float, lines: list[str], anchor: str, room: float) -> list[str]:
        name = label(cut(self.name, room, 12), x, y, size=12, anchor=anchor)
        below = (label(line, x, y + _LINE * place, size=9.5, anchor=anchor) for place, line in enumerate(lines, 1))
        return [name, *below]
