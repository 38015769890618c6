"""`dragoman statements`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked, one_of
from dragoman.cli.output import put, put_json, say
from dragoman.cli.wanted import Wanted, with_wanted

if TYPE_CHECKING:
    from dragoman.records import Entry


@with_wanted
def statements(
    ledger: LedgerArgument,
    wanted: Wanted,
    known: KnownOption = None,
    one_a_day: Annotated[
        bool,
        typer.Option(
            "--one-a-day", help="Of asserted events one report for each type, sides and day; a view, no more."
        ),
    ] = False,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="At most so many.")] = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="text|json|csv",
            callback=one_of("text", "json", "csv"),
            help="Blocks to read, lines of JSON, or a table.",
        ),
    ] = "text",
) -> None:
    """Print statements: who did what to whom, when, by whose account, in which words.

    Parties are states or organisations by any of their names: Azerbaijan, Baku, AZE or az. In a table,
    a text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    from dragoman.exchange.statements import lines

    with asked(ledger, known) as workspace:
        filters = wanted.filters(workspace)
        told = workspace.one_a_day(filters) if one_a_day else workspace.statements(filters)
        found = islice(told, limit)
        if format_ == "json":
            put_json(lines(found))
        elif format_ == "csv":
            _put_table(found)
        else:
            counts = workspace.counts()
            _put_blocks(found, counts.statements + counts.superseded)


def _put_table(found: Iterator[Entry]) -> None:
    from dragoman.cli.table import write

    write(found, sys.stdout)


def _put_blocks(found: Iterator[Entry], count: int) -> None:
    from dragoman.cli.block import block
    from dragoman.cli.short import digits

    length, shown = digits(count), False
    for entry in found:
        shown = True
        for line in block(entry, length):
            put(line)
    if not shown:
        say("No statement is like that." if count else "The ledger holds no statements yet; `dragoman read` fills it.")
