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
        Account,
        Answers,
        AtRisk,
        Balance,
        Broker,
        Cell,
        Change,
        ChangePoint,
        Changes,
        Counted,
        Cut,
        Descent,
        Dispute,
        Exposure,
        Exposures,
        Fallen,
        Figure,
        FigureDispute,
        Forecast,
        Forecasts,
        Frame,
        Heard,
        Link,
        Measured,
        Network,
        Occurrence,
        Origin,
        Quantities,
        Range,
        Record,
        Replacement,
        Reported,
        Rereading,
        Route,
        Scenario,
        Series,
        Share,
        Stretch,
        Survey,
        Tie,
        Ties,
        Told,
        Triad,
        Turn,
        Turnabout,
        WhatIf,
        record,
    )
    from dragoman.brief import Brief, docx, html, markdown, pdf
    from dragoman.errors import DragomanError
    from dragoman.ledger import Filters
    from dragoman.records import Document, Entry, Report, Statement
    from dragoman.workspace import Workspace

__all__ = [
    "Account",
    "Answers",
    "AtRisk",
    "Balance",
    "Brief",
    "Broker",
    "Cell",
    "Change",
    "ChangePoint",
    "Changes",
    "Counted",
    "Cut",
    "Descent",
    "Dispute",
    "Document",
    "DragomanError",
    "Entry",
    "Exposure",
    "Exposures",
    "Fallen",
    "Figure",
    "FigureDispute",
    "Filters",
    "Forecast",
    "Forecasts",
    "Frame",
    "Heard",
    "Link",
    "Measured",
    "Network",
    "Occurrence",
    "Origin",
    "Quantities",
    "Range",
    "Record",
    "Replacement",
    "Report",
    "Reported",
    "Rereading",
    "Route",
    "Scenario",
    "Series",
    "Share",
    "Statement",
    "Stretch",
    "Survey",
    "Tie",
    "Ties",
    "Told",
    "Triad",
    "Turn",
    "Turnabout",
    "WhatIf",
    "Workspace",
    "docx",
    "html",
    "markdown",
    "open",
    "pdf",
    "record",
]

_HOMES = {
    "Account": "dragoman.analysis",
    "Dispute": "dragoman.analysis",
    "Figure": "dragoman.analysis",
    "FigureDispute": "dragoman.analysis",
    "Occurrence": "dragoman.analysis",
    "Survey": "dragoman.analysis",
    "Cell": "dragoman.analysis",
    "ChangePoint": "dragoman.analysis",
    "Counted": "dragoman.analysis",
    "Series": "dragoman.analysis",
    "Answers": "dragoman.analysis",
    "Changes": "dragoman.analysis",
    "Exposures": "dragoman.analysis",
    "Forecasts": "dragoman.analysis",
    "Quantities": "dragoman.analysis",
    "Ties": "dragoman.analysis",
    "Told": "dragoman.analysis",
    "AtRisk": "dragoman.analysis",
    "Balance": "dragoman.analysis",
    "Broker": "dragoman.analysis",
    "Cut": "dragoman.analysis",
    "Exposure": "dragoman.analysis",
    "Fallen": "dragoman.analysis",
    "Frame": "dragoman.analysis",
    "Link": "dragoman.analysis",
    "Network": "dragoman.analysis",
    "Range": "dragoman.analysis",
    "Replacement": "dragoman.analysis",
    "Route": "dragoman.analysis",
    "Scenario": "dragoman.analysis",
    "Share": "dragoman.analysis",
    "Triad": "dragoman.analysis",
    "Turnabout": "dragoman.analysis",
    "WhatIf": "dragoman.analysis",
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
    "record": "dragoman.analysis",
    "html": "dragoman.brief",
    "docx": "dragoman.brief",
    "markdown": "dragoman.brief",
    "pdf": "dragoman.brief",
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
