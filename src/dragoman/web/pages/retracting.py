"""Where a document, a publisher or a source is no longer relied on: first what would fall, then the decision."""

from __future__ import annotations

from typing import get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from dragoman import Changes
from dragoman.errors import InvalidValue
from dragoman.records import Decision
from dragoman.records.decision import Scope
from dragoman.web import who
from dragoman.web.described import described
from dragoman.web.desk import Desk
from dragoman.web.forms import fields
from dragoman.web.page import Page
from dragoman.web.pages.deciding import back, check_lengths
from dragoman.web.pages.document import title_of
from dragoman.web.pages.lists import changes_frame
from dragoman.web.parameters import LISTED, choice, text
from dragoman.web.turns import in_turn
from dragoman.web.visit import Visit

SCOPES: tuple[Scope, ...] = get_args(Scope)


@described(
    choice("scope", "What is retracted.", SCOPES),
    text("name", "Its id, if it is a document, or its name.", is_needed=True),
    *LISTED,
    tables={"lost": Changes.columns},
)
def retracting(visit: Visit) -> Page:
    """What would lose support or fall if a document, publisher or source were retracted, and the form that does it."""
    name, scope = visit.asked.needed("name"), visit.asked.one_of("scope", SCOPES)
    if scope is None:
        raise InvalidValue(f"Say what is retracted: scope= is one of {', '.join(SCOPES)}.")
    called = title_of(visit.workspace.document(name)) if scope == "document" else name
    taken = [each for each in visit.workspace.decisions() if each.scope == scope and each.names(name)]
    # A source that is retracted already is quoted by nothing that stands.
    lost = visit.recall(visit.workspace.would_lose, scope, name) if not taken else Changes()
    listed = visit.cut(lost)
    shown = {
        "scope": scope,
        "name": name,
        "called": called,
        "listed": listed,
        "taken": taken,
        "fallen": sum(each.kind == "gone" for each in lost),
        "lost": len(lost),
    }
    about = {"scope": scope, "name": name, "lose support": len(lost), "fall": shown["fallen"]}
    return Page("retract.html", f"Without {called}", {"lost": changes_frame(listed.items)}, shown, about)


async def retract(request: Request) -> Response:
    """Retract what a form names; then the page of decisions, with the new one."""
    desk: Desk = request.app.state.desk
    form = await fields(request, desk)
    answer = back(await run_in_threadpool(_retract, desk, form))
    who.remember(answer, form.get("who", ""))
    return answer


def _retract(desk: Desk, form: dict[str, str]) -> Decision:
    scope = next((each for each in SCOPES if each == form.get("scope")), None)
    if scope is None:
        raise InvalidValue(f"Say what is retracted: {', '.join(SCOPES)}.")
    check_lengths(form)
    by = {name: form.get(name, "").strip() for name in ("who", "why")}
    return in_turn(desk, lambda workspace: workspace.retract(scope, form.get("name", ""), **by))
