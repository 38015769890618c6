"""Dragoman reads a pile of articles about states into a cited, dated, computable model of their relations.

with dragoman.open("pile.ledger", create=True) as workspace:
    workspace.read(["articles/"])
    print(dragoman.markdown(workspace.brief("Azerbaijan", "Israel")))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from dragoman.analysis import (
        Borrowing,
        Branch,
        Change,
        Descent,
        Forecast,
        Heard,
        Measured,
        Origin,
        Record,
        Reported,
        Rereading,
        Stretch,
        Tie,
        Turn,
        branches,
        record,
    )
    from dragoman.brief import Brief, html, markdown
    from dragoman.errors import DragomanError
    from dragoman.ledger import Filters
    from dragoman.records import Document, Entry, Report, Statement
    from dragoman.workspace import Workspace

__all__ = [
    "Borrowing",
    "Branch",
    "Brief",
    "Change",
    "Descent",
    "Document",
    "DragomanError",
    "Entry",
    "Filters",
    "Forecast",
    "Heard",
    "Measured",
    "Origin",
    "Record",
    "Report",
    "Reported",
    "Rereading",
    "Statement",
    "Stretch",
    "Tie",
    "Turn",
    "Workspace",
    "branches",
    "html",
    "markdown",
    "open",
    "record",
]

_HOMES = {
    "Borrowing": "dragoman.analysis",
    "Branch": "dragoman.analysis",
    "Brief": "dragoman.brief",
    "Change": "dragoman.analysis",
    "Descent": "dragoman.analysis",
    "Document": "dragoman.records",
    "DragomanError": "dragoman.errors",
    "Entry": "dragoman.records",
    "Filters": "dragoman.ledger",
    "Forecast": "dragoman.analysis",
    "Heard": "dragoman.analysis",
    "Measured": "dragoman.analysis",
    "Origin": "dragoman.analysis",
    "Rereading": "dragoman.analysis",
    "Record": "dragoman.analysis",
    "Reported": "dragoman.analysis",
    "Report": "dragoman.records",
    "Statement": "dragoman.records",
    "Stretch": "dragoman.analysis",
    "Tie": "dragoman.analysis",
    "Turn": "dragoman.analysis",
    "Workspace": "dragoman.workspace",
    "branches": "dragoman.analysis",
    "record": "dragoman.analysis",
    "html": "dragoman.brief",
    "markdown": "dragoman.brief",
}


def open(path: str | Path, *, create: bool = False) -> Workspace:
    """The workspace of the ledger at a path, made there if `create` is set; raises `LedgerError` and its children."""
    from dragoman.workspace import Workspace

    return Workspace.open(path, create=create)


def __getattr__(name: str) -> Any:
    # Names are fetched when first used, so that a command that needs little starts at once.
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
