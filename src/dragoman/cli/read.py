"""`dragoman read`."""

from __future__ import annotations

import sys
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli import report
from dragoman.cli.arguments import ReportOption, one_of
from dragoman.cli.progress import progress
from dragoman.cli.stopping import stoppable

if TYPE_CHECKING:
    from dragoman import Cluster


def read(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders, patterns such as '*.html', or - for standard input."),
    ],
    into: Annotated[
        str | None, typer.Option("--into", metavar="LEDGER", help="The ledger to read into; made if it is missing.")
    ] = None,
    into_dataset: Annotated[
        str | None,
        typer.Option(
            "--into-dataset", metavar="FOLDER", help="In place of a ledger a dataset in Parquet, for archives."
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option("--workers", min=1, metavar="N", help="Read in N processes; the ledger comes out the same."),
    ] = None,
    runner: Annotated[
        str,
        typer.Option(
            "--runner", metavar="local|ray", callback=one_of("local", "ray"), help="On this machine or a Ray cluster."
        ),
    ] = "local",
    address: Annotated[
        str | None,
        typer.Option("--address", metavar="HOST:PORT", help="The head of the Ray cluster; else the one at hand."),
    ] = None,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="NAME", help="Publisher of documents that name none.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            "--published", metavar="DATE", help="Date of documents that give none: 2023, 2023-05 or 2023-05-30."
        ),
    ] = None,
    format_: ReportOption = "text",
) -> None:
    """Read documents into a ledger; what has not changed since it was read is passed over.

    Prints what was read, what is a copy of what, and what failed and why. The exit code is 1 if there
    was nothing to read or everything failed. It may be stopped at any time: the ledger stays whole, and
    the same command goes on from there.
    """
    where = _Where(into, into_dataset, _workers(runner, address, workers))
    # Ray tells of machines that are lost on standard output, where only the report belongs.
    with stoppable("read"), redirect_stdout(sys.stderr):
        outcome = _read(paths, where, publisher, published)
    report.end(outcome, format_)


@dataclass(frozen=True, slots=True)
class _Where:
    """What is read into, and who reads."""

    ledger: str | None
    dataset: str | None
    workers: int | Cluster

    @property
    def path(self) -> str:
        """The path of either."""
        return self.ledger or self.dataset or ""


def _workers(runner: str, address: str | None, count: int | None) -> int | Cluster:
    from dragoman import Cluster

    if runner == "ray":
        return Cluster(address, count)
    if address is not None:
        raise typer.BadParameter("--address is of a Ray cluster; add --runner ray.")
    return count or 1


def _read(paths: list[str], where: _Where, publisher: str | None, published: str | None) -> report.Outcome:
    from dragoman import Dataset, Workspace
    from dragoman.piles.surveyed import nothing_behind
    from dragoman.records import Report
    from dragoman.records.dates import from_iso

    if (where.ledger is None) == (where.dataset is None):
        raise typer.BadParameter("Give either --into LEDGER or --into-dataset FOLDER.")
    if published is not None:
        from_iso(published)
    nothing = nothing_behind(paths) if not Path(where.path).exists() else None
    if nothing is not None:
        # Nothing is made for what is not there: the path may be mistyped.
        return report.Outcome(Report((), (), (), nothing, {}, 0))
    how: dict[str, Any] = {"workers": where.workers, "publisher": publisher, "published": published}
    if where.dataset is not None:
        with progress() as told:
            return report.Outcome(Dataset.open(where.dataset, create=True).read(paths, progress=told, **how))
    with Workspace.open(where.path, create=True) as workspace:
        with progress() as told:
            found = workspace.read(paths, progress=told, **how)
        known = {failure.path for failure in workspace.failures()}
    return report.Outcome(found, tuple(path for path in found.unchanged if path in known))
