"""Errors as answers."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from dragoman.errors import DragomanError, InvalidValue, LedgerBusy, MissingExtra, UnknownId, UnknownName
from dragoman.web import addresses
from dragoman.web.rendering import render

#: The code of each error; of several that fit the first.
_CODES: tuple[tuple[type[DragomanError], int], ...] = (
    (UnknownId, 404),
    (UnknownName, 404),
    (InvalidValue, 400),
    (LedgerBusy, 503),
    (MissingExtra, 501),
)
#: Pages with forms of their own.
_FORMS = ("/add", "/decisions", "/review")
_TITLES = {400: "That cannot be asked", 404: "Nothing here by that name", 405: "That cannot be done here"}


async def failed(request: Request, error: Exception) -> Response:
    """The answer for an error of the family, which is a sentence for a person already."""
    code = next((code for kind, code in _CODES if isinstance(error, kind)), 500)
    return said(request, code, str(error), name=error.name if isinstance(error, UnknownName) else None)


async def not_served(request: Request, error: Exception) -> Response:
    """The answer for what there is no page for, or no such way of asking."""
    if not isinstance(error, HTTPException):
        return await broke(request, error)
    said_by_default = error.detail in ("Not Found", "Method Not Allowed")
    sentence = "There is no such page; the links above lead to those there are." if said_by_default else error.detail
    return said(request, error.status_code, sentence)


async def broke(request: Request, _: Exception) -> Response:
    """The answer for a mistake of this program; the error itself goes to the terminal."""
    return said(request, 500, "Something went wrong in the desk itself; the terminal it was started in says what.")


def said(request: Request, code: int, sentence: str, *, name: str | None = None) -> Response:
    """A sentence as a page, or as JSON or text where that was asked for; `name` is what nothing is called by."""
    path = request.url.path
    if path.endswith(".json"):
        return JSONResponse({"error": sentence}, code)
    if path.endswith(".csv"):
        return PlainTextResponse(f"{sentence}\n", code)
    title = _TITLES.get(code, "That did not work")
    return render(
        request, "error.html", {"title": title, "sentence": sentence, "name": name, "form": _form(request)}, code=code
    )


def _form(request: Request) -> str | None:
    """The page that holds the form which was sent, if one was."""
    if request.method != "POST":
        return None
    if "id" in request.path_params:
        return addresses.claim(request.path_params["id"])
    first = f"/{request.url.path.split('/')[1]}"
    return first if first in _FORMS else None
