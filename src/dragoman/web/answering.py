"""A page in the form that was asked for."""

from __future__ import annotations

import csv
import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from io import StringIO

from starlette.requests import Request
from starlette.responses import Response

from dragoman.errors import DragomanError, InvalidValue
from dragoman.plain import cell
from dragoman.web import knowing
from dragoman.web.asked import Asked
from dragoman.web.begun import begun
from dragoman.web.described import Described
from dragoman.web.desk import Desk
from dragoman.web.page import Page
from dragoman.web.parameters import EVERYWHERE, Parameter, text
from dragoman.web.rendering import render
from dragoman.web.visit import Form, Visit

#: Which of the tables of a page is wanted as CSV.
_TABLE = text("table", "The table that is wanted, if not the first.")
Maker = Callable[[Visit], Page]


def begun_or_whole(make: Maker, data: str) -> Callable[[Request], Response] | Callable[[Request], Awaitable[Response]]:
    """A way to answer requests with a page for reading, which is begun before it is whole if it says how it is called;
    `data` is its address as data, without the ending.
    """
    whole = answering(make, "html", data)
    if not isinstance(make, Described) or make.title is None:
        return whole
    return begun(whole, lambda request: _head(request, make, data))


def _head(request: Request, make: Described, data: str) -> str | None:
    """A page without content, called as the one that is asked for will be; none of what cannot be asked."""
    asked = Asked(request.query_params.multi_items(), request.path_params, _parameters(make))
    with suppress(DragomanError):
        asked.check()
        context = {"title": make.title(asked) if make.title is not None else None, "known": knowing.known(asked, data)}
        return bytes(render(request, "base.html", context).body).decode()
    return None


def answering(make: Maker, form: Form, data: str) -> Callable[[Request], Response]:
    """A way to answer requests with a page that is made for each; `data` is its address as data, without the ending."""
    parameters = _parameters(make) if isinstance(make, Described) else None

    def answer(request: Request) -> Response:
        desk: Desk = request.app.state.desk
        asked = Asked(request.query_params.multi_items(), request.path_params, parameters)
        with desk.workspace.still():
            known = knowing.known(asked, data)
            then = desk.workspace.at(known) if known is not None else desk.workspace
            page = make(Visit(then, asked, desk, form, known=known))
            if form == "json":
                return _json(page, known)
            if form == "csv":
                return _csv(page, asked.text("table"))
            return _html(request, page, data, known)

    return answer


def _parameters(make: Described) -> tuple[Parameter, ...]:
    return (*make.parameters, *EVERYWHERE, _TABLE)


def _html(request: Request, page: Page, data: str, known: str | None) -> Response:
    path, query = data.format(**request.path_params), request.url.query
    forms = {form: f"{path}.{form}" + (f"?{query}" if query else "") for form in ("json", "csv")}
    when = {"known": known, "is_dated": data not in knowing.OF_TODAY}
    context = {"title": page.title, "tables": page.tables, "about": page.about, **page.shown, "forms": forms, **when}
    return render(request, page.template, context)


def _json(page: Page, known: str | None) -> Response:
    tables = {name: [dict(row) for row in frame] for name, frame in page.tables.items()}
    when = {"known": known} if known is not None else {}
    whole = {"title": page.title, **when, **page.about, "tables": tables}
    text = json.dumps(whole, ensure_ascii=False, default=str, indent=1)
    # Whoever takes it for a page all the same finds no markup in it.
    harmless = text.replace("<", "\\u003c")
    return Response(harmless.encode("utf-8", "backslashreplace") + b"\n", media_type="application/json")


def _csv(page: Page, name: str | None) -> Response:
    frame = page.tables.get(name) if name is not None else next(iter(page.tables.values()))
    if frame is None:
        raise InvalidValue(f"There is no table {name!r} here; there is {', '.join(page.tables)}.")
    file = StringIO()
    table = csv.writer(file, lineterminator="\n")
    table.writerow(frame.columns)
    table.writerows([cell(value) for value in row] for row in frame.rows)
    return Response(file.getvalue().encode("utf-8", "backslashreplace"), media_type="text/csv; charset=utf-8")
