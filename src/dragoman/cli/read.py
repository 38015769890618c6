"""`dragoman read`."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli import report
from dragoman.cli.arguments import one_of
from dragoman.cli.output import put, put_json
from dragoman.cli.progress import progress
from dragoman.cli.stopping import stoppable


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders, patterns such as '*.html', or - for standard input."),
    ],
    into: Annotated[
        str, typer.Option("--into", metavar="LEDGER", help="The ledger to read into; made if it is missing.")
    ],
    workers: Annotated[
        int, typer.Option("--workers", min=1, metavar="N", help="Read in N processes; the ledger comes out the same.")
    ] = 1,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="NAME", help="Publisher of documents that name none.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            "--published", metavar="DATE", help="Date of documents that give none: 2023, 2023-05 or 2023-05-30."
        ),
    ] = None,
    format_: Annotated[
        str,
        typer.Option("--format", metavar="text|json", callback=one_of("text", "json"), help="How to print the report."),
    ] = "text",
) -> None:
    """Read documents into a ledger; what has not changed since it was read is passed over.

    Prints what was read, what is a copy of what, and what failed and why. The exit code is 1 if there
    was nothing to read or everything failed. It may be stopped at any time: the ledger stays whole, and
    the same command goes on from there.
    """
    with stoppable("read"):
        outcome = _read(paths, into, workers, publisher, published)
    if format_ == "json":
        put_json([report.as_json(outcome)])
    else:
        for line in report.lines(outcome):
            put(line)
    raise typer.Exit(0 if outcome.succeeded else 1)


def _read(paths: list[str], into: str, workers: int, publisher: str | None, published: str | None) -> report.Outcome:
    from dragoman.workspace import Workspace

    with Workspace.open(into, create=True) as workspace:
        with progress() as told:
            found = workspace.read(paths, workers=workers, publisher=publisher, published=published, progress=told)
        known = {failure.path for failure in workspace.failures()}
    return report.Outcome(found, tuple(path for path in found.unchanged if path in known))
