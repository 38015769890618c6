"""Scenarios to take away, as files that `dragoman whatif` takes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response

from dragoman.plain import one_line
from dragoman.web.asked import Asked
from dragoman.web.desk import Desk
from dragoman.web.pages.whatif import supposed_of

ADDRESS = "/scenario.toml"


def scenario(request: Request) -> Response:
    """The scenario that an address supposes, as a file; raises what `Workspace.scenario` does."""
    desk: Desk = request.app.state.desk
    asked = Asked(request.query_params.multi_items(), request.path_params)
    supposed, name, day = supposed_of(asked), asked.text("name"), asked.last_day("date")
    desk.workspace.scenario(supposed)
    written = "\n".join(
        [f"# dragoman whatif LEDGER scenario.toml{f' --as-of {day}' if day else ''}", *_lines(supposed, name), ""]
    )
    return Response(
        written,
        media_type="application/toml",
        headers={"Content-Disposition": 'attachment; filename="scenario.toml"'},
    )


def _lines(supposed: Mapping[str, Sequence[str]], name: str | None) -> Iterator[str]:
    # What is quoted as JSON is quoted as TOML wants it.
    if name is not None:
        yield f"name = {json.dumps(one_line(name), ensure_ascii=False)}"
    for key, values in supposed.items():
        yield f"{key} = {json.dumps([one_line(each) for each in values], ensure_ascii=False)}"
