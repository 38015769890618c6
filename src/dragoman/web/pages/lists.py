"""Lists that the first page begins and that have pages of their own: what is new, disputed, of one origin, was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from dragoman import Change, Changes, Frame, Survey
from dragoman.web.asked import days_before
from dragoman.web.described import described
from dragoman.web.page import Page
from dragoman.web.parameters import LISTED, day
from dragoman.web.visit import Visit

#: Days of knowledge that are new, unless another day is given.
_NEW = 7
#: The columns of what could not be read, and of runs.
FAILURES = ("path", "reason")
RUNS = ("recorded", "offered", "documents", "failed")
SINCE = day("since", "The day of knowledge at whose end all of it was not known; else a week before the last.")


@described(SINCE, *LISTED, tables={"changes": Changes.columns})
def changes(visit: Visit) -> Page:
    """What the ledger did not know at the end of a day."""
    since = since_of(visit)
    found = visit.recall(visit.workspace.changes, since) if since is not None else ()
    listed = visit.cut(found)
    shown = {"listed": listed, "since": since}
    title = f"New since {since}" if since is not None else "What is new"
    return Page("changes.html", title, {"changes": changes_frame(listed.items)}, shown, {"since": since})


@described(*LISTED, tables={"disputes": Survey.frame_columns["disputes"]}, title=lambda _: "Disputed")
def disputes(visit: Visit) -> Page:
    """What some assert and others deny, and numbers that contradict each other."""
    listed = visit.cut_once("doubts", visit.recall(visit.workspace.survey).doubts)
    return Page(
        "disputes.html", "Disputed", {"disputes": Survey(listed.items, ()).frames["disputes"]}, {"listed": listed}
    )


@described(*LISTED, tables={"one_origin": Survey.frame_columns["one_origin"]})
def single(visit: Visit) -> Page:
    """What is asserted on one origin alone, what most reports repeat first."""
    listed = visit.cut_once("single", visit.recall(visit.workspace.survey).single)
    return Page(
        "single.html",
        "On one origin",
        {"one_origin": Survey((), listed.items).frames["one_origin"]},
        {"listed": listed},
    )


@described(*LISTED, tables={"failures": FAILURES})
def failures(visit: Visit) -> Page:
    """What could not be read, and why."""
    listed = visit.cut(visit.workspace.failures())
    frame = Frame(FAILURES, tuple((each.path, each.reason) for each in listed.items))
    return Page("failures.html", "Not read", {"failures": frame}, {"listed": listed})


@described(*LISTED, tables={"runs": RUNS}, title=lambda _: "Last runs")
def runs(visit: Visit) -> Page:
    """When the ledger was fed, the latest first, with what could not be read each time."""
    listed = visit.cut(visit.workspace.runs(most=visit.asked.page * visit.size + 1))
    return Page("runs.html", "Last runs", {"runs": runs_frame(listed.items)}, {"listed": replace(listed, total=None)})


def since_of(visit: Visit) -> str | None:
    """The day of knowledge since which all is new, as given, or a week before the last thing was learnt."""
    given, latest = visit.asked.last_day("since"), visit.workspace.latest()
    if given is not None:
        return str(given)
    return days_before(latest, _NEW) if latest is not None else None


def is_all_new(visit: Visit, since: str | None) -> bool:
    """Whether nothing at all was known at the end of a day, so that there is nothing to tell apart."""
    first = visit.workspace.earliest()
    return since is not None and first is not None and first[:10] > since


def new_in_short(visit: Visit, since: str | None) -> tuple[Sequence[Change], str | None]:
    """What is new since a day; where that would be all or takes long to find out, a sentence that says so."""
    if since is None:
        return (), None
    if is_all_new(visit, since):
        return (), "All that is here was read since."
    if visit.recall(visit.workspace.is_much_new, since):
        return (), "Something was read since on matters of which very much is said."
    return visit.recall(visit.workspace.changes, since), None


def changes_frame(found: Sequence[Change]) -> Frame:
    """Changes as rows."""
    return Changes(found).table()


def runs_frame(found: Iterable[Any]) -> Frame:
    """Runs as rows; what failed in them is counted."""
    return Frame(RUNS, tuple((each.recorded, each.offered, each.documents, each.failed) for each in found))
