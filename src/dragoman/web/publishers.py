"""The pages of all publishers, and of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple
from itertools import islice

from dragoman import Entry, Filters, Frame
from dragoman.errors import UnknownName
from dragoman.web.page import Page
from dragoman.web.searching import facets
from dragoman.web.sorting import ranked
from dragoman.web.visit import Visit

#: Statements that are looked at for what a publisher covers; of more it says so.
_COUNTED = 3000


def publishers(visit: Visit) -> Page:
    """Who published the documents, how much, and between which days."""
    sort = visit.asked.text("sort")
    listed = visit.cut(
        ranked(
            visit.recall(visit.workspace.publishers),
            sort,
            {
                "name": lambda each: each.name.casefold(),
                "documents": lambda each: each.documents,
                "statements": lambda each: each.statements,
                "first": lambda each: each.first,
                "last": lambda each: each.last,
            },
        )
    )
    columns = ("name", "documents", "statements", "first", "last")
    frame = Frame(columns, tuple(astuple(each) for each in listed.items))
    return Page("publishers.html", "Publishers", {"publishers": frame}, {"listed": listed, "asked": {"sort": sort}})


def publisher(visit: Visit) -> Page:
    """What a publisher covers, whom it quotes, and what it shares with others."""
    name = visit.asked.needed("name")
    found = {each.name.casefold(): each for each in visit.recall(visit.workspace.publishers)}
    coverage = found.get(name.casefold())
    if coverage is None:
        raise UnknownName(name, "publisher")
    told = list(islice(visit.workspace.statements(Filters(publisher=name)), _COUNTED + 1))
    shared = [
        each
        for each in visit.recall(visit.workspace.shared)
        if coverage.name in (each.publisher, each.of) and each.publisher != each.of
    ]
    quoted = quoted_by(told[:_COUNTED])
    listed = visit.cut(visit.workspace.documents(publisher=name, limit=1000))
    shown = {
        "coverage": coverage,
        "facets": facets(told[:_COUNTED]),
        "is_more": len(told) > _COUNTED,
        "quoted": quoted[:20],
        "shared": shared,
        "listed": listed,
    }
    tables = {
        "quoted": Frame(("source", "kind", "statements"), tuple(quoted)),
        "shared": Frame(("publisher", "of", "kind", "documents"), tuple(astuple(each) for each in shared)),
        "documents": Frame(
            ("id", "title", "publisher", "published", "url", "path", "statements"),
            tuple(astuple(each) for each in listed.items),
        ),
    }
    return Page("publisher.html", coverage.name, tables, shown, {"publisher": coverage.name})


def quoted_by(told: Sequence[Entry]) -> list[tuple[str, str, int]]:
    """Whom statements quote, what kind of source that is, and in how many, the most first."""
    counted = Counter((link.source.name, link.source.kind) for each in told for link in each.statement.chain)
    return [(*key, count) for key, count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))]
