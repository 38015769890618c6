"""What the pages of a party and of two parties have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from importlib.util import find_spec
from typing import Any

from markupsafe import Markup

from dragoman import Account, Forecast, Frame
from dragoman.codebook.ties import CHANNELS
from dragoman.web.drawings import timeline
from dragoman.web.drawings.twofold import twofold
from dragoman.web.parameters import day
from dragoman.web.visit import Visit

#: What more statements speak of is shown part by part, of two those that were published last; whoever takes its data
#: away gets all of it.
WHOLE = 500
#: Who is quoted most, what is ahead: so many are shown; the tables hold all.
_FEW = 12
#: What is disputed about a party that is spoken of much has many reports.
_FEWER = 4
#: The columns of the tables of an account, and the parameter that names its day.
TABLES = {name: columns for name, columns in Account.frame_columns.items() if name != "one_origin"}
DATE = day("date", "The day on which it is looked at; else that of the latest publication.")


def shown_of(visit: Visit, account: Account) -> dict[str, Any]:
    """What templates show of an account."""
    doubts = [*account.disputed, *account.figures]
    happened = visit.cut(account.timeline)
    count = account.whole.statements if account.whole is not None else len(account.entries)
    in_parts = count > WHOLE
    return {
        "in_parts": in_parts,
        "parties": account.parties,
        "as_of": account.as_of,
        "statement_count": count,
        "whole": account.whole,
        "timeline": _drawn(happened.items, account.parties) if in_parts else twofold(partial(timeline.draw, account)),
        "happened": happened,
        "doubts": doubts[:_FEW],
        "doubt_count": len(doubts),
        "voices": [(each.name, each.kind, len(each.entries)) for each in account.voices[:_FEW]],
        "voice_count": len(account.voices),
        "ahead": account.ahead[:_FEW],
        "ahead_count": len(account.ahead),
        "channels": CHANNELS,
        "briefs": tuple(briefs()),
    }


def shown_in_parts(visit: Visit, account: Any) -> dict[str, Any]:
    """What templates show of a party that is spoken of much; the drawing is of the part of the timeline shown."""
    happened = visit.cut(account.happened)
    return {
        "in_parts": True,
        "parties": (account.party,),
        "as_of": account.as_of,
        "statement_count": account.statements,
        "timeline": _drawn(happened.items, (account.party,)),
        "happened": happened,
        "doubts": account.doubts[:_FEWER],
        "doubt_count": len(account.doubts),
        "voices": [(each.name, each.kind, each.statements) for each in account.voices[:_FEW]],
        "voice_count": len(account.voices),
        "ahead": account.ahead[:_FEW],
        "ahead_count": len(account.ahead),
        "channels": CHANNELS,
        "briefs": tuple(briefs()),
    }


def tables_of(visit: Visit, account: Account) -> dict[str, Callable[[], Frame]]:
    """What makes the tables of an account."""
    makers = {name: make for name, make in account.frames.makers.items() if name in TABLES}
    return {
        **makers,
        "timeline": lambda: replace(account, timeline=visit.cut(account.timeline).items).frames["timeline"],
    }


def about_of(account: Account) -> dict[str, object]:
    """What an account is of."""
    return {"parties": account.parties, "as_of": account.as_of, "statements": len(account.entries)}


def _drawn(rows: Sequence[Any], parties: Sequence[str]) -> Markup | None:
    return twofold(partial(timeline.draw_events, rows, parties))


def briefs() -> Iterator[tuple[str, str]]:
    """The forms in which a brief can be had here, and what they are called."""
    yield from (("md", "Markdown"), ("html", "web page"), ("docx", "Word"))
    if find_spec("typst") is not None:
        yield ("pdf", "PDF")


def forecasts_of(visit: Visit, *parties: str) -> Sequence[Forecast]:
    """What was predicted of parties, judged on the day that is asked for."""
    return visit.recall(visit.workspace.outlook, *parties, on=visit.asked.last_day("date")).forecasts
