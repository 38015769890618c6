"""Where an analyst judges what was read, and takes it back."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman import Frame
from dragoman.errors import InvalidValue
from dragoman.records import Decision
from dragoman.records.decision import Confirmation, Fault
from dragoman.web import addresses, who
from dragoman.web.described import described
from dragoman.web.desk import Desk
from dragoman.web.forms import fields
from dragoman.web.page import Page
from dragoman.web.parameters import LISTED, flag, text
from dragoman.web.turns import in_turn
from dragoman.web.visit import Visit
from dragoman.workspace import Workspace

#: What a statement can be found to be, a fault or none, and what the right one is called where one is asked for.
FAULTS: dict[str, str] = {
    "confirmed": "",
    "not stated": "",
    "wrong type": "the right type, such as SANCTION.expel or energy",
    "wrong party": "the wrong and the right party, as AZE=ARM",
    "wrong date": "the right date, as 2023, 2023-05 or 2023-05-30",
    "turned": "",
}
VERDICTS: tuple[Fault | Confirmation, ...] = (*get_args(Confirmation), *get_args(Fault))
#: Characters of a reason, and of a name.
_LONGEST = 2000
_COLUMNS = (
    "decision",
    "verdict",
    "who",
    "why",
    "change",
    "scope",
    "name",
    "about",
    "other",
    "recorded",
    "undone",
    "undone_by",
)


@described(
    flag("undone", "Also what was taken back."),
    text("done", "A decision to point out."),
    *LISTED,
    tables={"decisions": _COLUMNS},
)
def decisions(visit: Visit) -> Page:
    """What was judged, latest first; with `undone=1` also what was taken back."""
    with_undone = visit.asked.one_of("undone", ("1",)) is not None
    found = visit.workspace.decisions(undone=with_undone)
    listed = visit.cut(found[::-1])
    shown = {"listed": listed, "with_undone": with_undone, "done": visit.asked.text("done")}
    return Page("decisions.html", "Decisions", {"decisions": Frame(_COLUMNS, tuple(map(_row, listed.items)))}, shown)


async def decide(request: Request) -> Response:
    """Judge a statement as a form says; then the page that the form was on, or that of decisions, with the new one."""
    desk: Desk = request.app.state.desk
    form = await fields(request, desk)
    decision = await run_in_threadpool(_decide, desk, request.path_params["id"], form)
    answer = back(decision, form)
    who.remember(answer, form.get("who", ""))
    return answer


async def undo(request: Request) -> Response:
    """Take back the decision that a form names."""
    desk: Desk = request.app.state.desk
    form = await fields(request, desk)
    decision = await run_in_threadpool(_undo, desk, form.get("decision", ""), who.known(request, form))
    return back(decision, form)


def judgement(workspace: Workspace, identity: str, form: dict[str, str]) -> Decision:
    """Carry out what a form says of a statement: `verdict`, `change`, `who` and `why`; raises `InvalidValue`."""
    verdict = next((each for each in VERDICTS if each == form.get("verdict")), None)
    if verdict is None:
        raise InvalidValue(f"Say what the statement is: {', '.join(VERDICTS)}.")
    check_lengths(form)
    change = form.get("change", "").strip() if FAULTS.get(verdict) else ""
    by = {name: form.get(name, "").strip() for name in ("who", "why")}
    return workspace.decide(identity, verdict, change=change or None, **by)


def check_lengths(form: dict[str, str]) -> None:
    """Raises `InvalidValue` if a field holds more than can be meant."""
    if any(len(value) > _LONGEST for value in form.values()):
        raise InvalidValue(f"That is too long; {_LONGEST:,} characters are the most for a reason or a name.")


def back(decision: Decision, form: Mapping[str, str] = MappingProxyType({})) -> Response:
    """The document that a form names in `back`, or else the page of decisions, with one just taken or taken back."""
    return RedirectResponse(addresses.judged(form.get("back", ""), decision.id), 303)


def _decide(desk: Desk, identity: str, form: dict[str, str]) -> Decision:
    return in_turn(desk, lambda workspace: judgement(workspace, identity, form))


def _undo(desk: Desk, identity: str, name: str | None) -> Decision:
    return in_turn(desk, lambda workspace: workspace.undo(identity, who=name))


def _row(decision: Decision) -> tuple[object, ...]:
    about, other = (
        None if anchor is None else f"{anchor.document} {anchor.start}-{anchor.end} {anchor.type}"
        for anchor in (decision.anchor, decision.other)
    )
    return (
        *(decision.id, decision.verdict, decision.who, decision.why, decision.change, decision.scope, decision.name),
        *(about, other, decision.recorded, decision.superseded, decision.undone_by),
    )
