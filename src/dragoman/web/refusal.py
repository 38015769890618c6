"""The answer to a request that is not let in: plain, since nothing else is served to it."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{what}</title></head>
<body><main><h1>{what}</h1><p>{do}</p></main></body>
</html>
"""


def refusal(request: Request, code: int, what: str, do: str) -> Response:
    """A page, or JSON or text where that was asked for, that says what is wrong and what to do."""
    path = request.url.path
    if path.endswith(".json"):
        return JSONResponse({"error": f"{what}. {do}"}, code)
    if path.endswith(".csv"):
        return PlainTextResponse(f"{what}. {do}\n", code)
    return HTMLResponse(_PAGE.format(what=escape(what), do=escape(do)), code)
