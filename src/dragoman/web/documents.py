"""The page of all documents."""

from __future__ import annotations

from dataclasses import astuple

from dragoman import Frame
from dragoman.web.described import described
from dragoman.web.page import Page
from dragoman.web.parameters import LISTED, text
from dragoman.web.slices import Slice
from dragoman.web.visit import Visit

#: What is told of a document in a list.
COLUMNS = ("id", "title", "publisher", "published", "url", "path", "statements")


@described(text("publisher", "Whose documents are wanted."), *LISTED, tables={"documents": COLUMNS})
def documents(visit: Visit) -> Page:
    """The documents without their texts, those published last first, of one publisher if one is named."""
    publisher = visit.asked.text("publisher")
    # The ledger gives the page itself: no more of the list is read than is shown.
    wanted: Slice[None] = visit.cut(())
    offset = (wanted.number - 1) * wanted.size
    found = visit.workspace.documents(publisher=publisher, limit=wanted.size + 1, offset=offset)
    total = visit.recall(visit.workspace.counts).documents if publisher is None else None
    listed = Slice(tuple(found[: wanted.size]), wanted.number, wanted.size, total, len(found) > wanted.size)
    frame = Frame(COLUMNS, tuple(astuple(each) for each in listed.items))
    return Page("documents.html", "Documents", {"documents": frame}, {"listed": listed, "publisher": publisher})
