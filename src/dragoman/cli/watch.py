"""`dragoman watch`."""

from __future__ import annotations

import os
import signal
import sys
import time
from types import FrameType
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import report
from dragoman.cli.arguments import IntoOption, ReportOption
from dragoman.cli.output import say
from dragoman.cli.progress import progress
from dragoman.errors import InvalidValue, LedgerBusy
from dragoman.plain import one_line

if TYPE_CHECKING:
    from dragoman.piles.watching import Watch
    from dragoman.workspace import Workspace


def watch(
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="The folder into which files keep coming.")],
    into: IntoOption,
    every: Annotated[
        float, typer.Option("--every", min=0.1, metavar="SECONDS", help="How long to wait between two looks.")
    ] = 30.0,
    once: Annotated[
        bool, typer.Option("--once", help="Look once, when what is being written has settled, and end.")
    ] = False,
    workers: Annotated[int, typer.Option("--workers", min=1, metavar="N", help="Read in N processes.")] = 1,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="NAME", help="Publisher of documents that name none.")
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help="Date of documents that give none.")
    ] = None,
    format_: ReportOption = "text",
) -> None:
    """Read a folder into a ledger, and what comes into it later, until interrupted.

    Prints the report of `dragoman read` whenever something was read. A file that is still being written is left
    until it has stood still for three seconds. Ctrl-C or SIGTERM ends it: the ledger stays whole, and the same
    command goes on from there.
    """
    from dragoman.workspace import Workspace

    if not os.path.isdir(folder):
        raise InvalidValue(f"{folder} is no folder; `dragoman read` takes files.")
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with Workspace.open(into, create=True) as workspace:
            watched = workspace.watch(folder, workers=workers, publisher=publisher, published=published)
            if once:
                _once(watched, workspace, format_)
            else:
                _on_and_on(watched, workspace, format_, every)
    except KeyboardInterrupt:
        say("Stopped. The ledger is whole and keeps what was read; the same command goes on from there.")


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _once(watched: Watch, workspace: Workspace, format_: str) -> None:
    from dragoman.piles.watching import QUIET

    if watched.waits():
        time.sleep(QUIET)
    _look(watched, workspace, format_)
    for path in watched.left:
        say(f"{one_line(path)} is still being written and was left.")


def _on_and_on(watched: Watch, workspace: Workspace, format_: str, every: float) -> None:
    while True:
        try:
            _look(watched, workspace, format_)
        except LedgerBusy as error:
            say(f"{error} The folder is looked at again in {every:g} seconds.")
        time.sleep(every)


def _look(watched: Watch, workspace: Workspace, format_: str) -> None:
    """One look, and its report if there is something to tell."""
    with progress() as told:
        found = watched.look(told)
    if found is None:
        return
    known = {failure.path for failure in workspace.failures()}
    report.show(report.Outcome(found, tuple(path for path in found.unchanged if path in known)), format_)
    sys.stdout.flush()
