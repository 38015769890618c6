"""`dragoman ties`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked, last_day, one_of, two
from dragoman.cli.output import put, put_json, say
from dragoman.cli.short import digits


def ties(
    ledger: LedgerArgument,
    parties: Annotated[
        list[str] | None,
        typer.Argument(metavar="[A [B]]", help="One party or two, by any name or code; else all.", show_default=False),
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="Only those that stand on that day.")
    ] = None,
    known: KnownOption = None,
    format_: Annotated[
        str,
        typer.Option("--format", metavar="text|json", callback=one_of("text", "json"), help="To read, or as data."),
    ] = "text",
) -> None:
    """Show what stands or stood between parties, from when to when, and what speaks for it and against it.

    A newer report ends nothing: where a tie ended, some words say so, and where it began anew.
    """
    from dragoman.cli import standing

    with asked(ledger, known) as workspace:
        found = workspace.ties(*two(parties), on=last_day(as_of))
        length = digits(workspace.counts().statements)
    if format_ == "json":
        put_json(json.dumps(standing.as_json(each), ensure_ascii=False) + "\n" for each in found)
    elif not found:
        say("No statement tells of such a tie.")
    else:
        for number, each in enumerate(found):
            for line in [""] * bool(number) + list(standing.lines(each, length)):
                put(line)
