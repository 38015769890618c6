"""The pages of all publishers, and of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple
from itertools import islice
from typing import Any

from dragoman import Entry, Filters, Frame
from dragoman.errors import UnknownName
from dragoman.sorting import Key, ranked
from dragoman.web.described import described
from dragoman.web.page import Page
from dragoman.web.pages.documents import COLUMNS as DOCUMENTS
from dragoman.web.pages.searching import facets
from dragoman.web.parameters import LISTED, sort, text
from dragoman.web.visit import Visit

#: Statements that are looked at for what a publisher covers; of more it says so.
_COUNTED = 3000
_COLUMNS = ("name", "documents", "statements", "first", "last")
_QUOTED, _SHARED = ("source", "kind", "statements"), ("publisher", "of", "kind", "documents")
_KEYS: dict[str, Key[Any]] = {
    "name": lambda each: each.name.casefold(),
    "documents": lambda each: each.documents,
    "statements": lambda each: each.statements,
    "first": lambda each: each.first,
    "last": lambda each: each.last,
}


@described(sort(_KEYS), *LISTED, tables={"publishers": _COLUMNS})
def publishers(visit: Visit) -> Page:
    """Who published the documents, how much, and between which days."""
    by = visit.asked.text("sort")
    listed = visit.cut(ranked(visit.recall(visit.workspace.publishers), by, _KEYS))
    frame = Frame(_COLUMNS, tuple(astuple(each) for each in listed.items))
    return Page("publishers.html", "Publishers", {"publishers": frame}, {"listed": listed, "asked": {"sort": by}})


@described(
    text("name", "Its name.", is_needed=True),
    *LISTED,
    tables={"quoted": _QUOTED, "shared": _SHARED, "documents": DOCUMENTS},
)
def publisher(visit: Visit) -> Page:
    """What a publisher covers, whom it quotes, and what it shares with others."""
    name = visit.asked.needed("name")
    found = {each.name.casefold(): each for each in visit.recall(visit.workspace.publishers)}
    coverage = found.get(name.casefold())
    if coverage is None:
        raise UnknownName(name, "publisher")
    told = list(islice(visit.workspace.statements(Filters(publisher=coverage.name)), _COUNTED + 1))
    shared = [
        each
        for each in visit.recall(visit.workspace.shared)
        if coverage.name in (each.publisher, each.of) and each.publisher != each.of
    ]
    quoted = quoted_by(told[:_COUNTED])
    listed = visit.page_of(
        lambda limit, offset: visit.workspace.documents(publisher=coverage.name, limit=limit, offset=offset),
        coverage.documents,
    )
    shown = {
        "coverage": coverage,
        "facets": facets(told[:_COUNTED]),
        "is_more": len(told) > _COUNTED,
        "quoted": quoted[:20],
        "shared": shared,
        "listed": listed,
    }
    tables = {
        "quoted": Frame(_QUOTED, tuple(quoted)),
        "shared": Frame(_SHARED, tuple(astuple(each) for each in shared)),
        "documents": Frame(DOCUMENTS, tuple(astuple(each) for each in listed.items)),
    }
    return Page("publisher.html", coverage.name, tables, shown, {"publisher": coverage.name})


def quoted_by(told: Sequence[Entry]) -> list[tuple[str, str, int]]:
    """Whom statements quote, what kind of source that is, and in how many, the most first."""
    counted = Counter((link.source.name, link.source.kind) for each in told for link in each.statement.chain)
    return [(*key, count) for key, count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))]
