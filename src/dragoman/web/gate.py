"""Who is let in."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from dragoman.web.access.admission import Admission
from dragoman.web.addresses import login
from dragoman.web.desk import Desk
from dragoman.web.refusal import refusal

#: Methods that change nothing.
_READING = ("GET", "HEAD")
#: What is served to who has not signed in, and what changes nothing but one's own view or session.
_BEFORE, _STATIC, _ONES_OWN = "/login", "/static/", ("/login", "/logout", "/theme")


class Gate:
    """Lets a request through if it is meant for this desk, comes from whom it was opened for, and from its own pages.

    A page of somebody else's can make a browser ask this desk, by a name that is pointed at this machine or by a form,
    but can neither see the token nor send that of a form.
    """

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self._app = app
        self._desk = desk

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let it through."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] == "http":
            request = Request(scope)
            await (self._instead(request) or self._app)(scope, receive, send)

    def _instead(self, request: Request) -> Response | None:
        """What is answered in place of what was asked for, if anything."""
        host = request.headers.get("host", "")
        if host not in self._desk.hosts:
            return refusal(request, 421, f"This desk does not answer to {host!r}", "Open the address it printed.")
        if self._desk.admission is not None:
            return self._unless_admitted(request, self._desk.admission)
        token = request.query_params.get("token")
        if token is not None and request.method in _READING and self._desk.opens(token):
            return self._entry(request)
        if not self._desk.knows(request.cookies.get(self._desk.cookie)):
            return refusal(
                request,
                401,
                "This desk is closed",
                "Open the whole address that `dragoman serve` printed, token and all.",
            )
        return self._unless_own(request)

    def _unless_admitted(self, request: Request, admission: Admission) -> Response | None:
        """What is answered to who has not signed in, or may not do what is asked for."""
        path = request.scope["path"]
        user = request.state.user = admission.sessions.user(request.cookies.get(self._desk.cookie))
        if user is None and path != _BEFORE and not path.startswith(_STATIC):
            return self._sign_in_first(request)
        foreign = self._unless_own(request)
        if foreign is None and user is not None and not user.may_write and not _is_harmless(request):
            return refusal(
                request,
                403,
                "A reader changes nothing here",
                f"{user.name} is signed in as a reader; judging and adding is for analysts.",
            )
        return foreign

    def _sign_in_first(self, request: Request) -> Response:
        path, query = request.url.path, request.url.query
        if request.method not in _READING or path.endswith((".json", ".csv")):
            return refusal(request, 401, "This desk is closed", "Sign in at /login first.")
        return RedirectResponse(login(f"{path}?{query}" if query else path), 303)

    def _unless_own(self, request: Request) -> Response | None:
        if request.method in _READING or self._is_own(request):
            return None
        return refusal(request, 403, "This was not sent from a page of this desk", "Go back to the desk and try again.")

    def _entry(self, request: Request) -> Response:
        """The same address without the token, which would stay in the browser's history."""
        to = request.url.remove_query_params("token")
        answer = RedirectResponse(f"{to.path}?{to.query}" if to.query else to.path, 303)
        if self._desk.token is not None:
            answer.set_cookie(self._desk.cookie, self._desk.session, httponly=True, samesite="strict", path="/")
        return answer

    def _is_own(self, request: Request) -> bool:
        """Whether what is sent comes from a page of this desk, by what the browser says.

        From a page that sends no referrer browsers send `Origin: null`, and say in another header where it is from.
        """
        origin, site = request.headers.get("origin"), request.headers.get("sec-fetch-site")
        if origin in (None, "null"):
            return site == "same-origin"
        return site in (None, "same-origin") and origin == f"http://{request.headers['host']}"


def _is_harmless(request: Request) -> bool:
    return request.method in _READING or request.scope["path"] in _ONES_OWN
