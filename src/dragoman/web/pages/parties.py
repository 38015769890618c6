"""The page of all parties."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

from dragoman import Frame
from dragoman.codebook.names import label
from dragoman.sorting import Key, ranked
from dragoman.web.described import described
from dragoman.web.page import Page
from dragoman.web.parameters import LISTED, sort, text
from dragoman.web.visit import Visit

_COLUMNS = ("name", "code", "statements", "documents")
_KEYS: dict[str, Key[Any]] = {
    "name": lambda each: label(each.code).casefold(),
    "statements": lambda each: each.statements,
    "documents": lambda each: each.documents,
}


@described(text("name", "A part of their names or codes."), sort(_KEYS), *LISTED, tables={"parties": _COLUMNS})
def parties(visit: Visit) -> Page:
    """The states and organisations that statements are about, by how many; some by a part of their names."""
    asked = visit.asked
    part, by = asked.text("name"), asked.text("sort")
    found = visit.recall(visit.workspace.parties)
    kept = [each for each in found if part is None or part.casefold() in f"{label(each.code)} {each.code}".casefold()]
    listed = visit.cut(ranked(kept, by, _KEYS))
    rows = tuple((label(each.code), *astuple(each)) for each in listed.items)
    frame = Frame(_COLUMNS, rows)
    shown = {"listed": listed, "asked": {"name": part, "sort": by}, "most": found[0].statements if found else 1}
    return Page("parties.html", "Parties", {"parties": frame}, shown)
