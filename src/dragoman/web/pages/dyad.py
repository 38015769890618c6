"""The page of two parties."""

from __future__ import annotations

from dragoman import Forecasts
from dragoman.codebook.names import code, label
from dragoman.errors import InvalidValue
from dragoman.later import Later
from dragoman.web.described import described
from dragoman.web.page import Page
from dragoman.web.pages import accounts
from dragoman.web.parameters import LISTED, place
from dragoman.web.visit import Visit


@described(
    place("one", "A state or organisation, by any name or code."),
    place("other", "Another."),
    accounts.DATE,
    *LISTED,
    tables={**accounts.TABLES, "forecasts": Forecasts.columns},
    title=lambda asked: " and ".join(label(code(asked.path[name])) for name in ("one", "other")),
)
def dyad(visit: Visit) -> Page:
    """What stands between two, what happened, who says so, what is disputed and predicted."""
    one, other = (code(visit.asked.path[name]) for name in ("one", "other"))
    if one == other:
        raise InvalidValue(f"{label(one)} is one party; give two, or go to its own page.")
    # Whoever takes its data away gets all of it.
    most = accounts.WHOLE if visit.form == "html" else None
    account = visit.recall(visit.workspace.account, one, other, as_of=visit.asked.last_day("date"), most=most)
    forecasts = accounts.forecasts_of(visit, one, other)
    shown = {
        **accounts.shown_of(visit, account),
        "ties": account.ties,
        "past": account.past,
        "one": one,
        "other": other,
        "forecasts": forecasts[:12],
    }
    tables = Later(**accounts.tables_of(visit, account), forecasts=lambda: Forecasts(forecasts).table())
    return Page("dyad.html", f"{label(one)} and {label(other)}", tables, shown, accounts.about_of(account))
