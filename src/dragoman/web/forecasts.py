"""The page of all forecasts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup

from dragoman import Forecast, Forecasts, record
from dragoman.web.described import described
from dragoman.web.drawings import ranges
from dragoman.web.page import Page
from dragoman.web.parameters import LISTED, choice, codes, day, sort
from dragoman.web.sorting import Key, ranked
from dragoman.web.visit import Visit

OUTCOMES = ("happened", "did not", "passed", "open", "undated")


@dataclass(frozen=True, slots=True)
class Predicted:
    """A forecast and its probability as a drawing."""

    forecast: Forecast

    @property
    def drawing(self) -> Markup | None:
        """From 0 to 1."""
        chance = self.forecast.chance
        return ranges.draw(chance.low, chance.high, (0.0, 1.0)) if chance is not None else None


_KEYS: dict[str, Key[Forecast]] = {
    "speaker": lambda each: each.speaker.casefold(),
    "what": lambda each: (each.entry.statement.type, [party.key for party in each.entry.statement.parties]),
    "by": lambda each: each.by,
    "chance": lambda each: each.chance and each.chance.middle,
    "outcome": lambda each: OUTCOMES.index(each.outcome),
    "published": lambda each: each.entry.document.published and each.entry.document.published.start,
}


@described(
    codes("party", "Whom predictions are about."),
    choice("outcome", "What came of them.", OUTCOMES),
    day("date", "By when that is judged."),
    sort(_KEYS),
    *LISTED,
    tables={"forecasts": Forecasts.columns},
)
def forecasts(visit: Visit) -> Page:
    """Who predicted what and what came of it by a day; of parties, or of one outcome, if asked for."""
    asked = visit.asked
    parties, day = asked.codes("party"), asked.last_day("date")
    outcome, sort = asked.one_of("outcome", OUTCOMES), asked.text("sort")
    found = visit.recall(visit.workspace.forecasts, *parties, on=day)
    listed = visit.cut(ranked((each for each in found if outcome in (None, each.outcome)), sort, _KEYS))
    shown = {
        "listed": listed,
        "rows": [Predicted(each) for each in listed.items],
        "record": record(found),
        "outcomes": Counter(each.outcome for each in found),
        "asked": {"parties": parties, "outcome": outcome, "date": day, "sort": sort},
    }
    about = {"parties": parties, "date": day}
    return Page("forecasts.html", "Forecasts", {"forecasts": Forecasts(listed.items).table()}, shown, about)
