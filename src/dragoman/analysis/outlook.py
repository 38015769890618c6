"""All forecasts at once: how they fared, and those of one outcome in an order that is asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.analysis.forecasts import Forecast, Record, record
from dragoman.sorting import OUTCOMES, Key, ranked

#: What forecasts can be sorted by.
FORECAST_KEYS: dict[str, Key[Forecast]] = {
    "speaker": lambda each: each.speaker.casefold(),
    "what": lambda each: (each.entry.statement.type, [party.key for party in each.entry.statement.parties]),
    "by": lambda each: each.by,
    "chance": lambda each: each.chance and each.chance.middle,
    "outcome": lambda each: OUTCOMES.index(each.outcome),
    "published": lambda each: each.entry.document.published and each.entry.document.published.start,
}


@dataclass(frozen=True, slots=True)
class Outlook:
    """How all forecasts fared, how many have come to which outcome, and those that are wanted, part by part."""

    record: Record
    outcomes: Mapping[str, int]
    forecasts: Sequence[Forecast]


def outlook(found: Iterable[Forecast], *, outcome: str | None = None, sort: str | None = None) -> Outlook:
    """The outlook that forecasts give; of one outcome if it is given, sorted by one of `FORECAST_KEYS`, with a `-`
    before it from the greatest on. Raises `InvalidValue`.
    """
    listed = list(found)
    counted = Counter[str](each.outcome for each in listed)
    kept = [each for each in listed if outcome in (None, each.outcome)]
    outcomes = {each: counted[each] for each in OUTCOMES if counted[each]}
    return Outlook(record(listed), outcomes, tuple(ranked(kept, sort, FORECAST_KEYS)))
