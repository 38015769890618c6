"""The frames of an answer that has several."""

from __future__ import annotations

from html import escape
from typing import Final

from dragoman.analysis.frame import Frame
from dragoman.later import Later

#: A notebook shows so many rows of each.
_ROWS: Final = 20


class Frames(Later[Frame]):
    """Frames by name, the chief one first, each made when it is wanted; a notebook shows the first rows of each."""

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {', '.join(self)}>"

    def _repr_html_(self) -> str:
        return "".join(_shown(name, frame) for name, frame in self.items() if len(frame))


def _shown(name: str, frame: Frame) -> str:
    first = Frame(frame.columns, frame.rows[:_ROWS])
    more = f"<p>and {len(frame) - _ROWS:,} more</p>" if len(frame) > _ROWS else ""
    return f"<h4>{escape(name.replace('_', ' '))}</h4>{first._repr_html_()}{more}"
