"""The page of all forecasts."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from dragoman import Forecast, Forecasts
from dragoman.later import Later
from dragoman.sorting import FORECASTS, OUTCOMES
from dragoman.web.described import described
from dragoman.web.drawings import ranges
from dragoman.web.page import Page
from dragoman.web.parameters import LISTED, choice, codes, day, sort
from dragoman.web.visit import Visit


@dataclass(frozen=True, slots=True)
class Predicted:
    """A forecast and its probability as a drawing."""

    forecast: Forecast

    @property
    def drawing(self) -> Markup | None:
        """From 0 to 100 per cent."""
        chance = self.forecast.chance
        if chance is None:
            return None
        return ranges.draw(100 * chance.low, 100 * chance.high, (0.0, 100.0))


@described(
    codes("party", "Whom predictions are about."),
    choice("outcome", "What came of them.", OUTCOMES),
    day("date", "By when that is judged."),
    sort(FORECASTS),
    *LISTED,
    tables={"forecasts": Forecasts.columns},
)
def forecasts(visit: Visit) -> Page:
    """Who predicted what and what came of it by a day; of parties, or of one outcome, if asked for."""
    asked = visit.asked
    parties, day = asked.codes("party"), asked.last_day("date")
    outcome, sort = asked.one_of("outcome", OUTCOMES), asked.text("sort")
    found = visit.recall(visit.workspace.outlook, *parties, on=day, outcome=outcome, sort=sort)
    listed = visit.cut(found.forecasts)
    shown = {
        "listed": listed,
        "rows": [Predicted(each) for each in listed.items],
        "record": found.record,
        "outcomes": found.outcomes,
        "asked": {"parties": parties, "outcome": outcome, "date": day, "sort": sort},
    }
    about = {"parties": parties, "date": day}
    return Page("forecasts.html", "Forecasts", Later(forecasts=Forecasts(listed.items).table), shown, about)
