"""The page on which one signs in, and how one signs out."""

from __future__ import annotations

import secrets
from collections.abc import Iterator

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dragoman.web.access.users import user_of
from dragoman.web.addresses import is_here
from dragoman.web.desk import Desk
from dragoman.web.forms import fields
from dragoman.web.rendering import render

_WRONG = "That name and that password do not go together."


def routes() -> Iterator[Route]:
    """The addresses of a desk that knows users."""
    yield Route("/login", login)
    yield Route("/login", sign_in, methods=["POST"])
    yield Route("/logout", sign_out, methods=["POST"])


async def login(request: Request) -> Response:
    """The form for a name and a password."""
    back = _back(request.query_params.get("back", "/"))
    if user_of(request) is not None:
        return RedirectResponse(back, 303)
    return _asking(request, back)


async def sign_in(request: Request) -> Response:
    """Let in whose password it is, with a cookie that was never seen before, to the page they wanted."""
    desk: Desk = request.app.state.desk
    assert desk.admission is not None
    form = await fields(request, desk)
    back, name = _back(form.get("back", "/")), form.get("name", "")
    try:
        user = await desk.admission.sign_in(name, form.get("password", ""))
    except HTTPException as error:
        return _asking(request, back, name=name, refused=error)
    if user is None:
        return _asking(request, back, name=name, refused=HTTPException(401, _WRONG))
    answer = RedirectResponse(back, 303)
    _keep(answer, desk, desk.admission.sessions.begin(user))
    return answer


async def sign_out(request: Request) -> Response:
    """Let the cookie open nothing from now on."""
    desk: Desk = request.app.state.desk
    assert desk.admission is not None
    await fields(request, desk)
    desk.admission.sessions.end(request.cookies.get(desk.cookie))
    answer = RedirectResponse("/login", 303)
    answer.delete_cookie(desk.cookie, path="/", httponly=True, samesite="strict")
    return answer


def _asking(request: Request, back: str, *, name: str = "", refused: HTTPException | None = None) -> Response:
    desk: Desk = request.app.state.desk
    kept = request.cookies.get(desk.cookie)
    # Who has not signed in has a cookie too, that the form is bound to: nobody is signed in by somebody else's page.
    session = kept or secrets.token_urlsafe(32)
    shown = {"title": "Sign in", "back": back, "name": name, "form_token": desk.form_for(session), "refused": refused}
    answer = render(request, "login.html", shown, code=refused.status_code if refused is not None else 200)
    answer.headers.update((refused.headers if refused is not None else None) or {})
    if kept is None:
        _keep(answer, desk, session)
    return answer


def _keep(answer: Response, desk: Desk, session: str) -> None:
    answer.set_cookie(desk.cookie, session, httponly=True, samesite="strict", path="/")


def _back(address: str) -> str:
    return address if is_here(address) else "/"
