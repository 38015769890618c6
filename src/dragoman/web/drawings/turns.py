"""Where on a scale of time ties begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from markupsafe import Markup

from dragoman.web.drawings.svg import element
from dragoman.web.slider import Slider

_SIZE = (1000, 24)
#: Strokes that can be told apart on a scale.
_STROKES = 180
_MIDDLE, _LONGEST, _SHORTEST = 12.0, 11.0, 4.0


def draw(slider: Slider) -> Markup:
    """A stroke upwards where ties begin and one downwards where they end, the longer the more. It is stretched along
    the scale; the words beside that tell the same.
    """
    parts = [*slider.parts(_STROKES)]
    most = max((max(begun, ended) for _, begun, ended in parts), default=1)
    return element(
        "svg",
        *(stroke for part in parts for stroke in _strokes(*part, most)),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_SIZE[0]} {_SIZE[1]}",
        preserveAspectRatio="none",
        aria_hidden="true",
        class_="turns",
    )


def _strokes(at: float, begun: int, ended: int, most: int) -> Iterator[Markup]:
    for number, sign, look in ((begun, -1, "begun"), (ended, 1, "ended")):
        if number:
            length = _SHORTEST + (_LONGEST - _SHORTEST) * sqrt(number / most)
            yield element("path", d=f"M{at * _SIZE[0]:.1f} {_MIDDLE}v{sign * length:.1f}", class_=look)
