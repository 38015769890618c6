"""Which address leads to which page."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from dragoman.web import openapi, theme
from dragoman.web.answering import Maker, answering, begun_or_whole
from dragoman.web.pages import lists, saving
from dragoman.web.pages.adding import add, adding
from dragoman.web.pages.briefing import brief
from dragoman.web.pages.claim import claim
from dragoman.web.pages.deciding import decide, decisions, undo
from dragoman.web.pages.document import document
from dragoman.web.pages.documents import documents
from dragoman.web.pages.dyad import dyad
from dragoman.web.pages.forecasts import forecasts
from dragoman.web.pages.judging import judge, take_back
from dragoman.web.pages.overview import overview
from dragoman.web.pages.pairing import pair
from dragoman.web.pages.parties import parties
from dragoman.web.pages.party import party
from dragoman.web.pages.publishers import publisher, publishers
from dragoman.web.pages.quantities import quantities
from dragoman.web.pages.retracting import retract, retracting
from dragoman.web.pages.review import review
from dragoman.web.pages.searching import search
from dragoman.web.pages.whatif import whatif

#: The address of each page and what makes it; as data it has the same address, ending in .json or .csv.
PAGES: dict[str, Maker] = {
    "/": overview,
    "/changes": lists.changes,
    "/disputes": lists.disputes,
    "/single": lists.single,
    "/failures": lists.failures,
    "/runs": lists.runs,
    "/parties": parties,
    "/party/{code}": party,
    "/dyad/{one}/{other}": dyad,
    "/claim/{id}": claim,
    "/documents": documents,
    "/document/{id}": document,
    "/quantities": quantities,
    "/forecasts": forecasts,
    "/search": search,
    "/whatif": whatif,
    "/review": review,
    "/retract": retracting,
    "/decisions": decisions,
    "/add": adding,
    "/publishers": publishers,
    "/publisher": publisher,
}


def routes() -> list[BaseRoute]:
    """All addresses."""
    return [
        *(route for address, make in PAGES.items() for route in _reading(address, make)),
        Route("/add", add, methods=["POST"]),
        Route("/brief.{form}", brief),
        Route(saving.ADDRESS, saving.scenario),
        Route(openapi.ADDRESS, openapi.describing({_as_data(address): make for address, make in PAGES.items()})),
        Route("/claim/{id}/decide", decide, methods=["POST"]),
        Route("/claim/{id}/pair", pair, methods=["POST"]),
        Route("/decisions/undo", undo, methods=["POST"]),
        Route("/retract", retract, methods=["POST"]),
        Route("/review/judge", judge, methods=["POST"]),
        Route("/review/undo", take_back, methods=["POST"]),
        Route("/theme", theme.choose, methods=["POST"]),
        Mount("/static", StaticFiles(packages=[("dragoman.web", "static")])),
    ]


def _reading(address: str, make: Maker) -> Iterator[Route]:
    data = _as_data(address)
    yield Route(f"{data}.json", answering(make, "json", data))
    yield Route(f"{data}.csv", answering(make, "csv", data))
    yield Route(address, begun_or_whole(make, data))


def _as_data(address: str) -> str:
    """The address of a page as data, without the ending."""
    return address if address != "/" else "/overview"
