"""A range as a bar on a scale."""

from __future__ import annotations

from markupsafe import Markup

from dragoman.brief import numbers
from dragoman.web.drawings.svg import drawing, element

_WIDTH, _HEIGHT, _INSET, _MIDDLE = 150.0, 34.0, 6.0, 11.0


def draw(
    low: float | None, high: float | None, whole: tuple[float, float], *, unit: str = "percent", is_apart: bool = False
) -> Markup | None:
    """The bar of a range on a scale from one number to another; an open side reaches to the end of the scale.

    The ends of the scale bear their numbers, the greater one with the unit. `is_apart` marks a number that conflicts
    with others. `None` if there is no range, or no scale.
    """
    least, most = whole
    if (low is None and high is None) or not least < most:
        return None
    start, end = _x(least if low is None else low, whole), _x(most if high is None else high, whole)
    is_open = low is None or high is None
    look = " ".join(["mark", *(["open"] if is_open else []), *(["apart"] if is_apart else [])])
    return drawing(
        (_WIDTH, _HEIGHT),
        _said(low, high, whole),
        element("path", d=f"M{_INSET} {_MIDDLE}H{_WIDTH - _INSET}", class_="axis"),
        *(element("path", d=f"M{x} {_MIDDLE - 4}v8", class_="axis") for x in (_INSET, _WIDTH - _INSET)),
        element("rect", x=start - 3, y=_MIDDLE - 4.5, width=max(end - start, 0) + 6, height=9, rx=3, class_=look),
        element("text", numbers.number(least), x=2, y=_HEIGHT - 3, class_="ends"),
        element(
            "text",
            numbers.number(most) if unit == "item" else numbers.measured(most, unit),
            x=_WIDTH - 2,
            y=_HEIGHT - 3,
            text_anchor="end",
            class_="ends",
        ),
        class_="ranges",
    )


def scale(numbers: list[float]) -> tuple[float, float]:
    """From nothing, or the least number if that is less, to the greatest."""
    return min([0.0, *numbers]), max([0.0, *numbers])


def _x(number: float, whole: tuple[float, float]) -> float:
    least, most = whole
    share = (min(max(number, least), most) - least) / (most - least)
    return _INSET + share * (_WIDTH - 2 * _INSET)


def _said(low: float | None, high: float | None, whole: tuple[float, float]) -> str:
    bounds = f"from {'anything' if low is None else f'{low:,g}'} to {'anything' if high is None else f'{high:,g}'}"
    return f"{bounds}, on a scale from {whole[0]:,g} to {whole[1]:,g}"
