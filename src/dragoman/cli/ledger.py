"""`dragoman verify`, `dragoman reconcile` and `dragoman info`."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.arguments import KnownOption, LedgerArgument, asked
from dragoman.cli.output import put
from dragoman.plain import one_line


def verify(
    ledger: LedgerArgument,
    deep: Annotated[bool, typer.Option("--deep", help="Also derive all anew in a copy, and compare.")] = False,
) -> None:
    """Check that a ledger agrees with itself: its pages, its rows, every id, every word of evidence.

    With --deep also what is derived: which reports are of one event or tie, on how many origins each rests, and what
    the pages of the desk list. The copy lies in the folder for temporary files. The exit code is 1 if anything is
    wrong.
    """
    from dragoman.workspace import Workspace

    with Workspace.open(ledger) as workspace:
        findings = workspace.verify(deep=deep)
        counts = workspace.counts() if not findings else None
    for finding in findings:
        put(one_line(finding))
    if counts is None:
        raise typer.Exit(1)
    put(f"{ledger} is whole: {counts.documents:,} documents, {counts.statements:,} statements.")


def reconcile(ledger: LedgerArgument) -> None:
    """Derive anew all that follows from what a ledger holds.

    Nothing that was read or judged is changed. It puts right what `dragoman verify --deep` finds.
    """
    from dragoman.workspace import Workspace

    with Workspace.open(ledger) as workspace:
        workspace.reconcile()
        counts = workspace.counts()
    put(f"{ledger} is reconciled: what follows from {counts.statements:,} statements was derived anew.")


def info(
    ledger: LedgerArgument,
    known: KnownOption = None,
    failures: Annotated[bool, typer.Option("--failures", help="List what could not be read, and why.")] = False,
) -> None:
    """Say how much a ledger holds.

    Documents; statements of the last reading of each; those that a later reading superseded; copies, that is pairs of
    documents of which one has its text or a passage from the other; and failures: what could not be read.
    """
    with asked(ledger, known) as workspace:
        counts = workspace.counts()
        failed = workspace.failures() if failures else []
    for name in ("documents", "statements", "superseded", "copies", "failures"):
        put(f"{name:<12}{getattr(counts, name):>10,}")
    if failed:
        put("")
    for failure in failed:
        put(one_line(f"{failure.path}: {failure.reason}"))
