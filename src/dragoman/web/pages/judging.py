"""What comes back from the review: a judgement, or that the last one is taken back."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman import Filters
from dragoman.errors import InvalidValue
from dragoman.records import Decision
from dragoman.web import addresses, who
from dragoman.web.asked import Asked
from dragoman.web.desk import Desk
from dragoman.web.forms import fields
from dragoman.web.pages.deciding import judgement
from dragoman.web.pages.review import kept, wanted
from dragoman.web.turns import in_turn
from dragoman.workspace import Workspace

#: The reason for each judgement where none is written.
_REASONS = {
    "confirmed": "looked at in the review: the words say so",
    "not stated": "looked at in the review: the words do not say so",
    "wrong type": "looked at in the review: it is of another type",
    "wrong party": "looked at in the review: another party is meant",
    "wrong date": "looked at in the review: it is of another time",
    "turned": "looked at in the review: who acts is acted upon",
}


async def judge(request: Request) -> Response:
    """Judge the statement of a form as it says; then the next one."""
    desk: Desk = request.app.state.desk
    form = await fields(request, desk)
    address = await run_in_threadpool(_judge, desk, form)
    answer = RedirectResponse(address, 303)
    who.remember(answer, form.get("who", ""))
    return answer


async def take_back(request: Request) -> Response:
    """Take back the decision of a form; then the statement that it was about."""
    desk: Desk = request.app.state.desk
    form = await fields(request, desk)
    return RedirectResponse(await run_in_threadpool(_take_back, desk, form, who.known(request, form)), 303)


def said(form: dict[str, str]) -> dict[str, str]:
    """The verdict of a form, what it changes and why. Where only a right type, party or date was written, that is it.

    Raises `InvalidValue` if nothing is said, or several things are.
    """
    given = {name: form.get(name, "").strip() for name in ("type", "party", "date")}
    changes = {f"wrong {name}": value for name, value in given.items() if value}
    verdict = form.get("verdict", "")
    if not verdict:
        if len(changes) != 1:
            raise InvalidValue("Say one thing: that it is right, or not stated, or one right type, party or date.")
        (verdict,) = changes
    change = changes.get(verdict, "")
    if verdict == "wrong party":
        change = f"{form.get('instead', '').strip()}={change}"
    return {
        **form,
        "verdict": verdict,
        "change": change,
        "why": form.get("why", "").strip() or _REASONS.get(verdict, ""),
    }


def _judge(desk: Desk, form: dict[str, str]) -> str:
    asked, identity = _asked(form), form.get("statement", "")
    filters = wanted(asked)
    decision = in_turn(desk, lambda workspace: judgement(workspace, identity, said(form)))
    following = desk.workspace.unjudged(filters, limit=2, at=identity)
    at = next((each.statement.id for each in following if each.statement.id != identity), None)
    return addresses.changed(kept(asked), at=at, done=decision.id)


def _take_back(desk: Desk, form: dict[str, str], name: str | None) -> str:
    decision = in_turn(desk, lambda workspace: workspace.undo(form.get("decision", ""), who=name))
    return addresses.changed(kept(_asked(form)), at=_where(desk.workspace, decision), undone=1)


def _where(workspace: Workspace, decision: Decision) -> str | None:
    """The statement that a decision was about, if it is one."""
    if decision.anchor is None:
        return None
    there = workspace.statements(Filters(document=decision.anchor.document))
    return next((each.statement.id for each in there if decision.anchor.holds(each.statement)), None)


def _asked(form: dict[str, str]) -> Asked:
    """What was reviewed when a form was sent."""
    return Asked(parse_qsl(urlsplit(form.get("back", "")).query), {})
