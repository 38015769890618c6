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
    What was over on that day, as the figure of a past year may be, is told apart with its age and counts for nothing.
    """
    from dragoman.cli import shares
    from dragoman.cli.short import digits
    from dragoman.cli.tabular import put_csv

    with asked(ledger, known) as workspace:
        day = last_day(as_of)
        found = workspace.exposures(party, channel, as_of=day, since=first_day(since))
        day = day or workspace.last_published()
        for each in found:
            each.of.open(each.links)
        length = digits(workspace.counts().statements)
    if format_ == "json":
        put_json(json.dumps(shares.as_json(each), ensure_ascii=False) + "\n" for each in found)
    elif format_ == "csv":
        put_csv(*(each.table() for each in found))
    elif not found:
        say(f"No supply is on record as of {day or 'no day'}.")
    else:
        put(f"As of {day or 'no day'}.")
        for each in found:
            for line in ("", *shares.lines(each, length)):
                put(line)
