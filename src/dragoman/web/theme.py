"""Light or dark, as a person wishes."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dragoman.errors import InvalidValue
from dragoman.web.addresses import is_here
from dragoman.web.desk import Desk
from dragoman.web.forms import fields

COOKIE = "dragoman-theme"
THEMES = ("light", "dark", "auto")
_YEAR = 365 * 24 * 3600


def theme(request: Request) -> str:
    """The theme that was chosen; `auto` follows the system."""
    chosen = request.cookies.get(COOKIE, "auto")
    return chosen if chosen in THEMES else "auto"


async def choose(request: Request) -> Response:
    """Keep the theme that a form names, and go back to the page it was sent from."""
    desk: Desk = request.app.state.desk
    form = await fields(request, desk)
    chosen, back = form.get("theme", ""), form.get("back", "/")
    if chosen not in THEMES:
        raise InvalidValue(f"No theme is called {chosen!r}; there is {', '.join(THEMES)}.")
    answer = RedirectResponse(back if is_here(back) else "/", 303)
    answer.set_cookie(COOKIE, chosen, max_age=_YEAR, httponly=True, samesite="strict", path="/")
    return answer
