"""The page of all documents."""

from __future__ import annotations

from dataclasses import astuple

from dragoman import Frame
from dragoman.web.described import described
from dragoman.web.page import Page
from dragoman.web.parameters import LISTED, text
from dragoman.web.visit import Visit

#: What is told of a document in a list.
COLUMNS = ("id", "title", "publisher", "published", "url", "path", "statements")


@described(text("publisher", "Whose documents are wanted."), *LISTED, tables={"documents": COLUMNS})
def documents(visit: Visit) -> Page:
    """The documents without their texts, those published last first, of one publisher if one is named."""
    publisher = visit.asked.text("publisher")
    total = visit.recall(visit.workspace.counts).documents if publisher is None else None
    listed = visit.page_of(
        lambda limit, offset: visit.workspace.documents(publisher=publisher, limit=limit, offset=offset), total
    )
    frame = Frame(COLUMNS, tuple(astuple(each) for each in listed.items))
    return Page("documents.html", "Documents", {"documents": frame}, {"listed": listed, "publisher": publisher})
