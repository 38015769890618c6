"""`dragoman forecasts`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked, last_day, one_of, two
from dragoman.cli.output import put, put_json, say
from dragoman.cli.short import digits


def forecasts(
    ledger: LedgerArgument,
    parties: Annotated[
        list[str] | None,
        typer.Argument(metavar="[A [B]]", help="One party or two, by any name or code; else all.", show_default=False),
    ] = None,
    known: KnownOption = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help="Judge from that day, not knowing what came later; else from the latest publication.",
        ),
    ] = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format", metavar="text|json|csv", callback=one_of("text", "json", "csv"), help="To read, or as data."
        ),
    ] = "text",
) -> None:
    """Show who predicted what of whom, how likely they called it and why, and what came of it.

    A forecast is what is predicted, and what is planned or possible and given a probability as a number. It is settled
    by what the pile itself reports later; one whose time has passed without a report is not. The last line counts what
    came of them. If some that gave a probability as a number are settled, it tells their Brier score: 0 is perfect,
    0.25 what saying "even chances" of everything would get.
    """
    from dragoman.cli import predictions
    from dragoman.cli.tabular import put_csv

    with asked(ledger, known) as workspace:
        day = last_day(on)
        found = workspace.forecasts(*two(parties), on=day)
        day = day or workspace.last_published()
        length = digits(workspace.counts().statements)
    if format_ == "json":
        put_json(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in found.table())
    elif format_ == "csv":
        put_csv(found.table())
    elif not found:
        say("Nothing like that is predicted.")
    else:
        for each in found:
            for line in predictions.lines(each, length):
                put(line)
        put("")
        put(predictions.summary(found, day))
