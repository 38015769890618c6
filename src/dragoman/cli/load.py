"""`dragoman load`."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli import report
from dragoman.cli.arguments import one_of
from dragoman.cli.read import end


def load(
    dataset: Annotated[str, typer.Argument(metavar="DATASET", help="The folder that --into-dataset wrote.")],
    into: Annotated[
        str, typer.Option("--into", metavar="LEDGER", help="The ledger to load into; made if it is missing.")
    ],
    where: Annotated[
        list[str] | None,
        typer.Option(
            "--where",
            metavar="KEY=VALUE",
            help="Only documents for which this holds, and each other --where: party=Kenya, type=energy,arms, "
            "standing=denied, publisher=The Courier, published=2024-05 or 2024-05/2024-07.",
        ),
    ] = None,
    format_: Annotated[
        str,
        typer.Option("--format", metavar="text|json", callback=one_of("text", "json"), help="How to print the report."),
    ] = "text",
) -> None:
    """Bring a dataset, or a slice of it, into a ledger.

    Documents come whole, with all their statements, if one of these is asked for: the ledger is then that
    of reading them here. What is there already is passed over.
    """
    from dragoman.workspace import Workspace

    with Workspace.open(into, create=True) as workspace:
        end(report.Outcome(workspace.load(dataset, where=where or ())), format_)
