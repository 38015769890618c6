"""Bare numbers whose unit was named before: "Exports in million tonnes: - Kenya: 1.2"."""

from __future__ import annotations

import re

from dragoman.reading.figures import quantities
from dragoman.reading.figures.quantities import Figure
from dragoman.reading.times import expressions
from dragoman.records import Quantity, Span

#: A number with nothing behind it in its clause.
_NUMBER = re.compile(
    r"(?<![\w.,:/$€£¥-])(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?=[.;)]?\s*$|[;)]|[.,]\s)"
)
#: The unit of a list in the words that head it: "in million tonnes", "(GWh)".
_UNIT = re.compile(r"(?:\bin |\()(?P<unit>[^\W\d][^():,;.]{0,40})")
_ANY = 7


def find(text: str, offset: int, lead: str) -> list[Figure]:
    """The number of a text that has one and no unit, in that of the words before it, if they have but one."""
    if not lead or (number := _number(text)) is None or (unit := _unit(lead)) is None:
        return []
    value = float(number["number"].replace(",", "")) * unit[1]
    mention = Span(offset + number.start(), offset + number.end(), number.group())
    return [Figure(Quantity(value, value, unit[0], mention), None)]


def _number(text: str) -> re.Match[str] | None:
    """The only bare number of a text that is no year and no other date."""
    found = list(_NUMBER.finditer(text))
    if len(found) != 1:
        return None
    times = expressions.find(text, 0)
    return None if any(each.span.start <= found[0].start() < each.span.end for each in times) else found[0]


def _unit(lead: str) -> tuple[str, float] | None:
    """The unit of the figures that stand before, or the one that a list is said to be in, with what one of it is."""
    named = {each.quantity.unit for each in quantities.find(lead) if quantities.measures(each)}
    if named:
        return (named.pop(), 1.0) if len(named) == 1 else None
    for match in _UNIT.finditer(lead):
        found = quantities.find(f"{_ANY} {match['unit']}")
        if len(found) == 1 and found[0].quantity.low and found[0].quantity.mention.start == 0:
            return found[0].quantity.unit, found[0].quantity.low / _ANY
    return None
