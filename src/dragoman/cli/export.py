"""`dragoman export`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked, one_of
from dragoman.cli.output import put_json, written
from dragoman.cli.wanted import Wanted, with_wanted

#: What statements can be exported as.
FORMATS = ("statements",)


@with_wanted
def export(
    ledger: LedgerArgument,
    wanted: Wanted,
    as_: Annotated[
        str,
        typer.Option("--as", metavar="FORMAT", callback=one_of(*FORMATS), help=f"The format: {', '.join(FORMATS)}."),
    ],
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The file; - is standard output.")],
    known: KnownOption = None,
) -> None:
    """Write statements to a file, whole or not at all.

    As statements: one JSON object a line, as docs/statement.md describes it. The file appears, or
    takes the place of an earlier one, when all is written.
    """
    with asked(ledger, known) as workspace, written(output, beside=ledger) as file:
        lines = workspace.export(wanted.filters(workspace))
        if file is sys.stdout:
            put_json(lines)
        else:
            file.writelines(lines)
