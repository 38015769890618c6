"""Dragoman reads a pile of articles about states into a cited, dated, computable model of their relations.

    with dragoman.open("pile.ledger", create=True) as workspace:
        workspace.read(["articles/"])
        print(dragoman.markdown(workspace.brief("Azerbaijan", "Israel")))
"""

from __future__ import annotations

from dragoman.brief import Brief, html, markdown
from dragoman.errors import DragomanError
from dragoman.ledger import Filters
from dragoman.records import Document, Entry, Statement
from dragoman.workspace import Workspace

__all__ = ["Brief", "Document", "DragomanError", "Entry", "Filters", "Statement", "Workspace", "html", "markdown", "open"]

open = Workspace.open
