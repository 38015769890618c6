"""`dragoman exposure`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked, first_day, last_day
from dragoman.cli.network import AsOfOption, ChannelOption, FormatOption
from dragoman.cli.output import put, put_json, say


def exposure(
    ledger: LedgerArgument,
    party: Annotated[
        str | None,
        typer.Argument(metavar="[PARTY]", help="Whose, by any name or code; else of each.", show_default=False),
    ] = None,
    channel: ChannelOption = None,
    as_of: AsOfOption = None,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Pass over figures of earlier days.")
    ] = None,
    known: KnownOption = None,
    format_: FormatOption = "text",
) -> None:
    """Show how far a party depends on others, by the shares on record: ranges, what they leave open, and how old.

    "About" is taken as a tenth either way. Nothing is averaged; shares of different bases are answered each by itself.
    """
    from dragoman.cli import shares
    from dragoman.cli.short import digits
    from dragoman.cli.tabular import put_csv

    with asked(ledger, known) as workspace:
        found = workspace.exposures(party, channel, as_of=last_day(as_of), since=first_day(since))
        length = digits(workspace.counts().statements)
    if format_ == "json":
        put_json(json.dumps(shares.as_json(each), ensure_ascii=False) + "\n" for each in found)
    elif format_ == "csv":
        put_csv(*(each.table() for each in found))
    elif not found:
        say("No supply is on record.")
    else:
        for number, each in enumerate(found):
            for line in [""] * bool(number) + list(shares.lines(each, length)):
                put(line)
