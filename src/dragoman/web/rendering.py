"""Templates filled in; the only place that knows Jinja."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import version
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from dragoman.web import addresses, knowing, shown, who
from dragoman.web.access.users import may_write, user_of
from dragoman.web.desk import Desk
from dragoman.web.forms import FIELD
from dragoman.web.theme import THEMES, theme

#: Whatever is put into a page is text unless this program made it as markup.
_TEMPLATES = Environment(
    loader=PackageLoader("dragoman.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_TEMPLATES.filters.update(shown.FILTERS)
_TEMPLATES.globals.update(to=addresses, version=version("dragoman"), themes=THEMES, form_field=FIELD)


def render(request: Request, template: str, context: Mapping[str, Any], *, code: int = 200) -> HTMLResponse:
    """A page from a template, with what all pages need; the context holds its `title`."""
    desk: Desk = request.app.state.desk
    query = request.url.query
    shared: dict[str, Any] = {
        "theme": theme(request),
        "here": f"{request.url.path}?{query}" if query else request.url.path,
        "path": request.url.path,
        "ledger": desk.ledger.name,
        "form_token": desk.form_for(request.cookies.get(desk.cookie)),
        "user": user_of(request),
        "may_write": may_write(request),
        "forms": {},
        "known": None,
        "is_dated": False,
        "query": [each for each in request.query_params.multi_items() if each[0] not in ("known", "page")],
        "analyst": who.remembered(request),
    }
    given = {**shared, **context}
    page = _TEMPLATES.get_template(template).render(given)
    return HTMLResponse(knowing.kept(page, given["known"]) if given["known"] is not None else page, code)
