"""Forecasts, as lines and as rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman import words
from dragoman.cli.short import short
from dragoman.plain import one_line, shortened

if TYPE_CHECKING:
    from datetime import date

    from dragoman import Forecast

EVIDENCE = 200
_SAYS = {
    "happened": "it happened",
    "did not": "it did not happen",
    "passed": "its time has passed and nobody reports it",
    "open": "its time is still to come",
    "undated": "it gives no time, and nothing settles it",
}


def lines(forecast: Forecast, length: int) -> Iterator[str]:
    """A forecast, what came of it, its words and its reasons, as a person reads them."""
    entry = forecast.entry
    by = f"by {forecast.by}" if forecast.by else "without a date"
    sure = f", “{forecast.chance.words}” ({_percent(forecast)})" if forecast.chance else ""
    head = f"{forecast.speaker}: {words.who(entry.statement)} {words.type_of(entry.statement)}, {by}{sure}"
    yield f"{short(entry.statement.id, length)}  {one_line(head)}"
    settling = (f"{short(each.statement.id, length)} {words.origin(each.document)}" for each in forecast.settled_by)
    settled = ", ".join(settling)
    yield f"  {_SAYS[forecast.outcome]}{': ' * bool(settled)}{one_line(settled)}"
    yield f"  {one_line(words.origin(entry.document))} > {shortened(entry.statement.evidence.text, EVIDENCE)}"
    for name, clauses in (("for", forecast.reasons), ("against", forecast.doubts)):
        for clause in clauses:
            yield f"    {name}: {one_line(clause)}"


def _percent(forecast: Forecast) -> str:
    if forecast.chance is None:
        return ""
    low, high = (round(100 * each) for each in (forecast.chance.low, forecast.chance.high))
    return f"{low} %" if low == high else f"{low}–{high} %"


def summary(found: Sequence[Forecast], day: date | None) -> str:
    """How many forecasts came to what by a day, in a sentence."""
    from dragoman import record

    told = Counter[str](each.outcome for each in found)
    counted = ", ".join(f"{told[name]} {name}" for name in _SAYS if told[name])
    fared = record(found)
    rate = "" if fared.hit_rate is None else f" Of {fared.resolved} settled, {round(100 * fared.hit_rate)} % happened."
    brier = "" if fared.brier is None else f" Brier score of those with a number: {fared.brier:.2f}."
    return f"{len(found)} forecast{'s' * (len(found) != 1)} as of {day or 'no day'}: {counted}.{rate}{brier}"
