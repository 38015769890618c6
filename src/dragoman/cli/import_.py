"""`dragoman import`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.arguments import IntoOption, ReportOption, one_of
from dragoman.cli.output import put, put_json
from dragoman.cli.stopping import stoppable
from dragoman.exchange.formats import SOURCES
from dragoman.plain import one_line

if TYPE_CHECKING:
    from dragoman.records import Imported


def import_(
    paths: Annotated[
        list[str], typer.Argument(metavar="FILE", help="Files: .txt, .tsv, .csv, .jsonl, and .zip or .gz of these.")
    ],
    into: IntoOption,
    as_: Annotated[
        str,
        typer.Option("--as", metavar="FORMAT", callback=one_of(*SOURCES), help=f"The format: {', '.join(SOURCES)}."),
    ],
    format_: ReportOption = "text",
) -> None:
    """Take rows of a data set of events into a ledger, as statements whose evidence is the row.

    docs/formats.md says what of each format becomes what. Rows that the ledger has are passed over; one
    that cannot be understood is told and the rest goes on. The exit code is 1 if nothing could be taken
    in. It may be stopped at any time; the same command goes on from there.
    """
    from dragoman.workspace import Workspace

    with stoppable("taken in"), Workspace.open(into, create=True) as workspace:
        found = workspace.import_from(paths, as_)
    if format_ == "json":
        put_json([_as_json(found)])
    else:
        for line in _lines(found):
            put(line)
    raise typer.Exit(0 if found.new or found.known or found.unchanged else 1)


def _lines(found: Imported) -> Iterator[str]:
    yield f"{'new rows':<24}{found.new:>10,}"
    yield f"{'known rows':<24}{found.known:>10,}"
    yield f"{'without a statement':<24}{found.without:>10,}"
    yield f"{'unchanged files':<24}{len(found.unchanged):>10,}"
    yield f"{'failed':<24}{len(found.failures):>10,}"
    if found.failures:
        yield ""
        yield "Failed:"
        yield from (f"  {one_line(each.path)}: {one_line(each.reason)}" for each in found.failures)


def _as_json(found: Imported) -> str:
    content = {
        "new": found.new,
        "known": found.known,
        "without": found.without,
        "unchanged": list(found.unchanged),
        "failed": [{"path": each.path, "reason": each.reason} for each in found.failures],
    }
    return json.dumps(content, ensure_ascii=False) + "\n"
