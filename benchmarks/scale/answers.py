"""How long answers take: `python -m benchmarks.scale.answers [N ...]`.

Makes a ledger of N statements (`pile`) and asks it for the brief of a pair that is spoken of much, the network as of a
day, and what would follow if one party were gone. Prints a table; times are of this machine, so that what counts is how
they grow.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from benchmarks.scale.pile import readings
from dragoman import brief
from dragoman.analysis import Scenario
from dragoman.derive import derive
from dragoman.ledger import Ledger
from dragoman.records import Reading
from dragoman.settings import Settings
from dragoman.workspace import Workspace

SIZES = (10_000, 100_000)
WRITTEN = 500
RECORDED = "2026-01-01"
AS_OF = date(2024, 1, 1)


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    print("| statements | writing, s | reconciling, s | links | brief, s | network, s | what-if, s |")
    print("|---|---|---|---|---|---|---|")
    for size in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder:
            print("| " + " | ".join(measured(Path(folder) / "made.ledger", size)) + " |", flush=True)


def measured(path: Path, size: int) -> list[str]:
    """A row of the table."""
    with Ledger.open(path, create=True) as ledger, ledger.writer() as writer:
        writing = _timed(lambda: [writer.add_many(each, recorded=RECORDED) for each in packed(size)])
        deriving = _timed(lambda: derive(ledger, writer, recorded=RECORDED))
    with Workspace.open(path, settings=Settings.of()) as workspace:
        network = workspace.network(as_of=AS_OF)
        one, other = max(network.links, key=lambda link: len(link.reports)).key[:2]
        asked = (
            lambda: brief.html(workspace.brief(one, other)),
            lambda: workspace.network(as_of=AS_OF),
            lambda: workspace.whatif(Scenario().remove(one), as_of=AS_OF).turned,
        )
        times = [f"{_timed(each):.2f}" for each in asked]
    return [f"{size:,}", f"{writing:.1f}", f"{deriving:.1f}", f"{len(network.links):,}", *times]


def packed(size: int) -> Iterator[list[Reading]]:
    """The made-up readings of so many statements, as many as are written at once."""
    made = readings(size)
    while several := list(islice(made, WRITTEN)):
        yield several


def _timed(step: Callable[[], object]) -> float:
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
