"""`dragoman lineage`."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked, one_of
from dragoman.cli.output import put, put_json
from dragoman.cli.short import digits


def lineage(
    ledger: LedgerArgument,
    identity: Annotated[
        str, typer.Argument(metavar="ID", help="Id of a statement, or its beginning.", show_default=False)
    ],
    known: KnownOption = None,
    format_: Annotated[
        str,
        typer.Option(
            "--format", metavar="text|json", callback=one_of("text", "json"), help="A tree, or one JSON object."
        ),
    ] = "text",
) -> None:
    """Show all reports of the event or tie that a statement is about, and from whom each of them has it.

    Reports with one origin are one testimony, however many there are.
    """
    from dragoman.cli import trees

    with asked(ledger, known) as workspace:
        found = workspace.lineage(identity)
        length = digits(workspace.counts().statements)
    if format_ == "json":
        put_json([json.dumps([trees.as_json(each) for each in found], ensure_ascii=False) + "\n"])
        return
    for number, part in enumerate(found):
        if number:
            put("")
        for line in trees.tree(part, length):
            put(line)
