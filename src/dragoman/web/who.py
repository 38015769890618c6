"""Who judges, as they last wrote it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, unquote

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "dragoman-analyst"
_YEAR = 365 * 24 * 3600
_LONGEST = 200


def remembered(request: Request) -> str:
    """The name under which somebody at this browser judged last, or nothing."""
    return unquote(request.cookies.get(COOKIE, ""))[:_LONGEST]


def known(request: Request, form: Mapping[str, str]) -> str | None:
    """Who sends a form that asks for no name: who has signed in, or else who judged last at this browser."""
    return form.get("who", "").strip() or remembered(request) or None


def remember(answer: Response, name: str) -> None:
    """Let the browser keep the name, so that it need not be written for each judgement."""
    value = quote(name.strip()[:_LONGEST], safe="")
    answer.set_cookie(COOKIE, value, max_age=_YEAR, httponly=True, samesite="strict", path="/")
