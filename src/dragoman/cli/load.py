"""`dragoman load`."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli import report
from dragoman.cli.arguments import IntoOption, ReportOption


def load(
    dataset: Annotated[str, typer.Argument(metavar="DATASET", help="The folder that --into-dataset wrote.")],
    into: IntoOption,
    where: Annotated[
        list[str] | None,
        typer.Option(
            "--where",
            metavar="KEY=VALUE",
            help="Only documents for which this holds, and each other --where: party=Kenya, type=energy,arms, "
            "standing=denied, publisher=The Courier, published=2024-05 or 2024-05/2024-07.",
        ),
    ] = None,
    format_: ReportOption = "text",
) -> None:
    """Bring a dataset, or a slice of it, into a ledger.

    Documents come whole, with all their statements, if one of these is asked for: the ledger is then that
    of reading them here. What is there already is passed over.
    """
    from dragoman.workspace import Workspace

    with Workspace.open(into, create=True) as workspace:
        report.end(report.Outcome(workspace.load(dataset, where=where or ())), format_)
