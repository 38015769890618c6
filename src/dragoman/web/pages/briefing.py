"""Briefs to take away."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from dragoman import brief as briefs
from dragoman.brief import Brief
from dragoman.errors import InvalidValue
from dragoman.plain import plain
from dragoman.web import knowing
from dragoman.web.asked import Asked
from dragoman.web.desk import Desk

#: How a brief is written in each form, and what a browser is told that is.
_FORMS: dict[str, tuple[Callable[[Brief], bytes], str]] = {
    "md": (lambda composed: plain(briefs.markdown(composed)).encode(), "text/markdown; charset=utf-8"),
    "html": (lambda composed: plain(briefs.html(composed)).encode(), "text/html; charset=utf-8"),
    "docx": (
        lambda composed: briefs.docx(composed),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "pdf": (briefs.pdf, "application/pdf"),
}


def brief(request: Request) -> Response:
    """A brief on the parties that are given, as a file; raises `MissingExtra` for a form that needs one."""
    desk: Desk = request.app.state.desk
    form = request.path_params["form"]
    if form not in _FORMS:
        raise InvalidValue(f"A brief cannot be had as {form!r}; it can as {', '.join(_FORMS)}.")
    asked = Asked(request.query_params.multi_items(), request.path_params)
    parties = asked.codes("party", most=6)
    with desk.workspace.still():
        known = knowing.known(asked, request.url.path)
        then = desk.workspace.at(known) if known is not None else desk.workspace
        composed = then.brief(*parties, channel=asked.channel(), as_of=asked.last_day("date"))
    write, kind = _FORMS[form]
    name = "-".join(["brief", *parties, *filter(None, [asked.channel()])])
    return Response(
        write(composed), media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    )
