"""The data behind the pages, described as OpenAPI 3.1 from the pages themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.metadata import version
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from dragoman.web.answering import Maker
from dragoman.web.described import Described, Tables
from dragoman.web.desk import Desk
from dragoman.web.parameters import EVERYWHERE, Parameter, place

ADDRESS = "/openapi.json"
_IN_BRACES = re.compile(r"\{(\w+)\}")
#: What is answered if no data are.
_REFUSED = {
    "400": "A parameter has a value that it cannot have.",
    "401": "The desk is closed: its token, or who asks, is not known.",
    "404": "Nothing here has that name or id.",
    "421": "The desk does not answer to that host.",
    "503": "Another program is writing into the ledger; ask again.",
}
_ABOUT = (
    "Every page of the desk as data. Rows come page by page (`page`, `size`); the same addresses ending in `.csv` give "
    "one table each, which `table` names."
)
_SCHEMAS = {
    "Cell": {
        "type": ["string", "number", "boolean", "null"],
        "description": "Text, a number, a day, truth or nothing.",
    },
    "Error": {
        "type": "object",
        "required": ["error"],
        "properties": {"error": {"type": "string", "description": "What is wrong and what to do, in a sentence."}},
        "additionalProperties": False,
    },
}


def describing(pages: Mapping[str, Maker]) -> Callable[[Request], Response]:
    """A way to answer requests with the description of pages, by their addresses as data without the ending."""
    paths = {f"{address}.json": {"get": dict(_operation(address, make))} for address, make in pages.items()}

    def describe(request: Request) -> Response:
        return JSONResponse(_document(paths, request.app.state.desk))

    return describe


def _document(paths: Mapping[str, object], desk: Desk) -> dict[str, object]:
    guarded = desk.token is not None or desk.admission is not None
    scheme = {"type": "apiKey", "in": "cookie", "name": desk.cookie}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Dragoman's desk", "version": version("dragoman"), "description": _ABOUT},
        "servers": [{"url": "/"}],
        "security": [{"cookie": []}] if guarded else [],
        "paths": paths,
        "components": {
            "schemas": _SCHEMAS,
            "responses": {code: _response(about, _ref("schemas", "Error")) for code, about in _REFUSED.items()},
            "securitySchemes": {"cookie": scheme},
        },
    }


def _operation(address: str, make: Maker) -> Iterator[tuple[str, object]]:
    told = make if isinstance(make, Described) else None
    yield "operationId", "-".join(re.findall(r"\w+", _IN_BRACES.sub("", address)))
    if told is not None:
        yield "summary", told.about
    yield "parameters", list(_parameters(address, told.parameters if told is not None else ()))
    schema = _page(told.tables if told is not None else None)
    refused = {code: _ref("responses", code) for code in _REFUSED}
    yield "responses", {"200": _response("The page as data.", schema), **refused}


def _parameters(address: str, known: Sequence[Parameter]) -> Iterator[dict[str, Any]]:
    """Those of the path, which the address names, and those after the question mark."""
    places = {each.name: each for each in known if each.kind == "place"}
    for name in _IN_BRACES.findall(address):
        yield _parameter(places.get(name) or place(name, ""), "path")
    yield from (_parameter(each, "query") for each in (*known, *EVERYWHERE) if each.kind != "place")


def _parameter(parameter: Parameter, where: str) -> dict[str, Any]:
    told = {"name": parameter.name, "in": where, "description": parameter.about, "schema": parameter.schema}
    # A field of a form that was left empty is as good as none.
    return {**told, "required": True} if parameter.is_needed else {**told, "allowEmptyValue": True}


def _page(tables: Tables | None) -> dict[str, object]:
    rows = {name: {"type": "array", "items": _row(columns)} for name, columns in (tables or {}).items()}
    some_rows = {"type": "array", "items": {"type": "object", "additionalProperties": _ref("schemas", "Cell")}}
    held = {"properties": rows, "required": list(rows)} if tables is not None else {}
    return {
        "type": "object",
        "required": ["title", "tables"],
        "properties": {
            "title": {"type": "string"},
            "tables": {"type": "object", **held, "additionalProperties": some_rows if tables is None else False},
        },
    }


def _row(columns: Sequence[str]) -> dict[str, object]:
    cells = {name: _ref("schemas", "Cell") for name in columns}
    return {"type": "object", "properties": cells, "required": list(columns), "additionalProperties": False}


def _response(about: str, schema: Mapping[str, object]) -> dict[str, object]:
    return {"description": about, "content": {"application/json": {"schema": schema}}}


def _ref(kind: str, name: str) -> dict[str, str]:
    return {"$ref": f"#/components/{kind}/{name}"}
