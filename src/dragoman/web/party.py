"""The page of a state or organisation."""

from __future__ import annotations

from collections import Counter

from dragoman import Exposures, Frame, Network
from dragoman.codebook.names import code, label
from dragoman.web import accounts
from dragoman.web.described import described
from dragoman.web.drawings import network as drawing
from dragoman.web.page import Page
from dragoman.web.parameters import LISTED, place
from dragoman.web.visit import Visit


@described(
    place("code", "A state or organisation, by any name or code."),
    accounts.DATE,
    *LISTED,
    tables={"links": Network.columns, **accounts.TABLES, "exposures": Exposures.columns},
)
def party(visit: Visit) -> Page:
    """Whom it is tied to, on whom it depends, what it did and what was done to it."""
    of, day = code(visit.asked.path["code"]), visit.asked.last_day("date")
    account = visit.recall(visit.workspace.account, of, as_of=day)
    network = visit.recall(visit.workspace.network, as_of=day).only(of)
    exposures = visit.recall(visit.workspace.exposures, of, as_of=day)
    partners = Counter(each for link in network.links for each in (link.giver, link.taker) if each != of)
    shown = {
        **accounts.shown_of(visit, account),
        "code": of,
        "network": network,
        "links": visit.cut(network.links),
        "drawing": visit.remember(("drawing", of, day), lambda: drawing.draw(network)) if network.links else None,
        "partners": partners.most_common(),
        "exposures": [each for each in exposures if each.partners],
        "forecasts": accounts.forecasts_of(visit, of)[:12],
    }
    tables: dict[str, Frame] = {"links": network.table(), **accounts.tables_of(visit, account)}
    tables["exposures"] = Exposures(exposures).table()
    return Page("party.html", label(of), tables, shown, accounts.about_of(account))
