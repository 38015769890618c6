"""`dragoman backup`."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.arguments import LedgerArgument
from dragoman.cli.output import put
from dragoman.plain import one_line


def backup(
    ledger: LedgerArgument,
    file: Annotated[str, typer.Argument(metavar="FILE", help="Where the copy is to appear.", show_default=False)],
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
) -> None:
    """Copy a ledger to a file, also while another program writes into it.

    The copy is of one moment, and appears once it has been verified, or not at all. It is a ledger like any
    other: to go back to it, copy it to the place of the one that is lost.
    """
    from dragoman.workspace import Workspace

    with Workspace.open(ledger) as workspace:
        made = workspace.backup(file, replace=force)
    counts = made.counts
    put(one_line(f"{file} holds {ledger} as it was: {counts.documents:,} documents, {counts.statements:,} statements."))
    put(f"{made.size:,} bytes, verified; {made.digest}")
