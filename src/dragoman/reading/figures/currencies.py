"""Whose money a name means that several states have: "100 million rupees" lent to Nepal are Nepalese."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dragoman.codebook.units import BEFORE, MONEY, UNIT_WORDS
from dragoman.reading.figures.numerals import SCALE, longest
from dragoman.reading.figures.quantities import Figure
from dragoman.records import Quantity

_NAMES = "|".join(re.escape(word) for word in sorted(MONEY, key=longest))
#: A name alone, right behind a number or its scale, or right before it; "Indian rupees" says whose they are.
_NAMED = re.compile(rf"(?:\d|\b(?i:{SCALE}))\s(?P<behind>{_NAMES})$|(?:^|\s)(?P<before>{_NAMES})\s?(?=\d)")
#: Pounds that are no unit may be of weight: so many are money.
_LEAST = 10_000


def denominated(figure: Figure, codes: Iterable[str]) -> Quantity:
    """The figure's quantity in the money of the one state, of those with these codes, that has money of that name.

    Where none has, or several have, the name means what it does by itself, which may be no money at all.
    """
    quantity = figure.quantity
    named = _NAMED.search(quantity.mention.text)
    if named is None:
        return quantity
    name = named["behind"] or named["before"]
    meant = {MONEY[name][code] for code in codes if code in MONEY[name]}
    return replace(quantity, unit=_in(meant.pop(), name, figure)) if len(meant) == 1 else quantity


def _in(currency: str, name: str, figure: Figure) -> str:
    """The unit of a figure in a currency, by the name that it has there."""
    unit, usual = figure.quantity.unit, BEFORE.get(name) or UNIT_WORDS.get(name.lower())
    if usual is not None:
        return currency if unit == usual else unit.replace(usual.lower(), currency.lower(), 1)
    is_money = figure.base is None and (figure.quantity.low or figure.quantity.high or 0) >= _LEAST
    return currency if unit == "item" and is_money else unit
