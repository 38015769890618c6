"""The page of a state or organisation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from dragoman import Exposures, Frame, Network
from dragoman.codebook.names import code, label
from dragoman.later import Later
from dragoman.web.described import described
from dragoman.web.drawings import network as drawing
from dragoman.web.page import Page
from dragoman.web.pages import accounts
from dragoman.web.parameters import LISTED, place
from dragoman.web.visit import Visit


@described(
    place("code", "A state or organisation, by any name or code."),
    accounts.DATE,
    *LISTED,
    tables={"links": Network.columns, **accounts.TABLES, "exposures": Exposures.columns},
    title=lambda asked: label(code(asked.path["code"])),
)
def party(visit: Visit) -> Page:
    """Whom it is tied to, on whom it depends, what it did and what was done to it."""
    of, day = code(visit.asked.path["code"]), visit.asked.last_day("date")
    around = visit.recall(visit.workspace.around, of, as_of=day)
    exposures = visit.remember(("exposures", of, day), lambda: visit.workspace.exposures(of, as_of=day, within=around))
    network = around.only(of)
    if visit.form == "html" and visit.recall(visit.workspace.statements_about, of) > accounts.WHOLE:
        told = accounts.shown_in_parts(visit, visit.recall(visit.workspace.account_in_parts, of, as_of=day))
        # Whoever reads the page takes no table from it: only their names are told.
        tables: dict[str, Callable[[], Frame]] = {name: _empty(columns) for name, columns in accounts.TABLES.items()}
        about: dict[str, object] = {}
    else:
        account = visit.recall(visit.workspace.account, of, as_of=day)
        told, about = accounts.shown_of(visit, account), accounts.about_of(account)
        tables = accounts.tables_of(visit, account)
    shown = {
        **told,
        **_stands(visit, network, of),
        "exposures": [each for each in exposures if each.partners or each.earlier],
    }
    made = Later(links=network.table, **tables, exposures=lambda: Exposures(exposures).table())
    return Page("party.html", label(of), made, shown, about)


def _empty(columns: Sequence[str]) -> Callable[[], Frame]:
    return lambda: Frame(tuple(columns), ())


def _stands(visit: Visit, network: Network, of: str) -> dict[str, Any]:
    """What the page shows of the links of a party."""
    partners = Counter(each for giver, taker, _ in network.links.keys for each in (giver, taker) if each != of)
    links = visit.cut(network.links)
    network.figure(links.items)
    drawn = (
        visit.remember(("drawing", of, network.as_of), lambda: drawing.draw_twofold(network)) if network.links else None
    )
    return {
        "code": of,
        "network": network,
        "links": links,
        "drawing": drawn,
        "partners": partners.most_common(),
        "forecasts": accounts.forecasts_of(visit, of)[:12],
    }
