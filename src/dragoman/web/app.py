"""The desk as an application of Starlette."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from dragoman.errors import DragomanError
from dragoman.web import failing
from dragoman.web.desk import Desk
from dragoman.web.gate import Gate
from dragoman.web.headers import Headers
from dragoman.web.pages import login
from dragoman.web.routes import routes


def app_of(desk: Desk) -> ASGIApp:
    """The application that serves a desk: behind its gate, with its headers on every answer."""
    inside = Starlette(
        routes=[*routes(), *(login.routes() if desk.admission is not None else ())],
        exception_handlers={
            DragomanError: failing.failed,
            HTTPException: failing.not_served,
            Exception: failing.broke,
        },
    )
    inside.state.desk = desk
    return Headers(Gate(inside, desk))
