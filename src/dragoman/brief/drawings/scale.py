"""A scale on which numbers of one unit are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, isfinite, log10
from typing import Final

from dragoman.analysis import Reported
from dragoman.analysis.figures import bounds
from dragoman.brief import numbers
from dragoman.brief.drawings.svg import WIDTH, element, words
from dragoman.records import Quantity

LEFT: Final = 420
_RIGHT: Final = WIDTH - 24
_STEPS: Final = 5
#: How wide a letter of the numbers under a scale is, at most.
_LETTER: Final = 5.0


@dataclass(frozen=True, slots=True)
class Scale:
    """From one number to another, in a unit."""

    unit: str
    low: float
    high: float

    @staticmethod
    def of_shares(unit: str, reports: Sequence[Reported]) -> bool:
        """Whether numbers are shares in a whole: none is under 0 or over 100 per cent."""
        return unit == "percent" and all(0 <= bound <= 100 for bound in _bounds(reports, about=False))

    @classmethod
    def over(cls, unit: str, reports: Sequence[Reported]) -> Scale:
        """That of shares, or else one that holds all the numbers, and nought."""
        if cls.of_shares(unit, reports):
            return cls(unit, 0, 100)
        known = [*_bounds(reports, about=True), 0.0]
        return cls(unit, -_round_over(-min(known)), _round_over(max(known) or (1.0 if min(known) == 0 else 0.0)))

    def grid(self, top: float, bottom: float) -> Iterator[str]:
        """The lines of the scale, with their numbers under them."""
        for step in range(_STEPS + 1):
            value = self.low + (self.high - self.low) * step / _STEPS
            x = self._x(value)
            path = f"M{x:.1f} {top + 2:.1f}V{bottom:.1f}"
            yield element("path", d=path, fill="none", stroke="currentColor", stroke_opacity=".2")
            label = numbers.measured(value, self.unit) if step == _STEPS else numbers.number(value)
            if step == _STEPS - 1 and self._is_in_the_way(label):
                continue
            anchor = "end" if step == _STEPS else "middle"
            yield words(label, x + 12 * (step == _STEPS), bottom + 12, font_size=9.5, text_anchor=anchor)

    def _is_in_the_way(self, label: str) -> bool:
        """Whether the last number but one would touch the last, which bears the unit."""
        last = numbers.measured(self.high, self.unit)
        return (len(last) + len(label) / 2) * _LETTER - 12 > (_RIGHT - LEFT) / _STEPS - _LETTER

    def bar(self, quantity: Quantity, y: float) -> str:
        """A number: a mark or a bar, a pale one around what is only about so much, an arrow where a bound is open."""
        low, high = quantity.low, quantity.high
        if low is None or high is None:
            return self._open(low, high, y)
        firm = self._box(low, high, y, 8)
        return self._around(quantity, y) + firm if quantity.approximate else firm

    def _around(self, quantity: Quantity, y: float) -> str:
        low, high = (min(max(bound, self.low), self.high) for bound in bounds(quantity))
        path = f"M{self._x(low):.1f} {y - 5:.1f}v10M{self._x(high):.1f} {y - 5:.1f}v10"
        return self._box(low, high, y, 8, fill_opacity=".3") + _stroke(path, 1)

    def _open(self, low: float | None, high: float | None, y: float) -> str:
        """From the bound that is given to the end of the scale."""
        start, end = (low, self.high) if low is not None else (high or 0.0, self.low)
        x, tip = self._x(start), self._x(end)
        back = -7 if tip >= x else 7
        head = element("path", d=f"M{tip:.1f} {y:.1f}l{back} -4v8z", fill="currentColor")
        return self._box(start, start, y, 8) + _stroke(f"M{x:.1f} {y:.1f}H{tip + back:.1f}", 1.5) + head

    def _box(self, low: float, high: float, y: float, height: float, **paint: str) -> str:
        left, right = self._x(low), self._x(high)
        if right - left < 3:
            left, right = (left + right) / 2 - 1.5, (left + right) / 2 + 1.5
        size = {"x": left, "y": y - height / 2, "width": right - left, "height": height}
        return element("rect", **size, fill="currentColor", **paint)

    def _x(self, value: float) -> float:
        return LEFT + (_RIGHT - LEFT) * (value - self.low) / (self.high - self.low)


def _bounds(reports: Sequence[Reported], *, about: bool) -> Iterator[float]:
    for report in reports:
        quantity = report.quantity
        given = bounds(quantity) if about else (quantity.low, quantity.high)
        yield from (bound for bound in given if bound is not None and isfinite(bound))


def _round_over(value: float) -> float:
    """The least of 1, 2 and 5 times a power of ten that is not less."""
    if value <= 0:
        return 0.0
    power = 10.0 ** floor(log10(value))
    return next(step * power for step in (1, 2, 5, 10) if step * power >= value * (1 - 1e-9))


def _stroke(path: str, width: float) -> str:
    return element("path", d=path, fill="none", stroke="currentColor", stroke_width=width)
