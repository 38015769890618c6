"""`dragoman quantities`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked, one_of, two
from dragoman.cli.output import put, put_json, say
from dragoman.cli.short import digits


def quantities(
    ledger: LedgerArgument,
    parties: Annotated[
        list[str] | None,
        typer.Argument(metavar="[A [B]]", help="One party or two, by any name or code; else all.", show_default=False),
    ] = None,
    known: KnownOption = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format", metavar="text|json|csv", callback=one_of("text", "json", "csv"), help="To read, or as data."
        ),
    ] = "text",
) -> None:
    """Show all figures side by side, by what they measure, and which of them cannot both hold.

    Ranges stay ranges and nothing is averaged. Figures of other periods, bases or owners do not conflict, however
    different they are.
    """
    from dragoman.cli import figures
    from dragoman.cli.tabular import put_csv

    with asked(ledger, known) as workspace:
        found = workspace.quantities(*two(parties))
        length = digits(workspace.counts().statements)
    if format_ == "json":
        put_json(json.dumps(figures.as_json(each), ensure_ascii=False, default=str) + "\n" for each in found)
    elif format_ == "csv":
        put_csv(found.table())
    elif not found:
        say("No statement like that has a figure.")
    else:
        for number, each in enumerate(found):
            for line in [""] * bool(number) + list(figures.lines(each, length)):
                put(line)
