"""`dragoman reread`."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.arguments import LedgerArgument, opened
from dragoman.cli.output import put, say
from dragoman.cli.stopping import stoppable

#: Flips that are listed, the most frequent first.
LISTED = 20


def reread(
    ledger: LedgerArgument,
    workers: Annotated[int, typer.Option(min=1, metavar="N", help="Processes that read.")] = 1,
) -> None:
    """Read again, with this program's reader, the documents in the ledger that another one read.

    Tells by type what was gained and lost, what is now told otherwise of the same words and parties, and how often a
    decision was needed. What the earlier reader found stays known for its time.
    """
    with stoppable("read"), opened(ledger) as workspace:
        told = workspace.reread(workers=workers)
    for failure in told.failures:
        say(f"{failure.path}: {failure.reason}")
    if not told.documents and not told.failures:
        say("All documents were read by this reader already.")
        return
    put(f"{'read anew':<16}{told.documents:>8,}")
    put(f"{'kept':<16}{told.kept:>8,}")
    for name, counted in (("gained", told.gained), ("lost", told.lost)):
        put(f"{name:<16}{counted.total():>8,}")
        for type_, count in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
            put(f"  {type_:<14}{count:>8,}")
    put(f"{'told otherwise':<16}{told.flips.total():>8,}")
    for (before, now), count in sorted(told.flips.items(), key=lambda item: (-item[1], item[0]))[:LISTED]:
        put(f"  {count}: {before} is now {now}")
    put(f"{'decisions held':<16}{told.needed:>8,}")
