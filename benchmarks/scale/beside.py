"""How long answers take while somebody writes: `python -m benchmarks.scale.beside [LEDGER | N] [--seconds S]`.

Makes a ledger of N statements (`pile`), or takes one that is there, asks it for `--seconds`, and then for as long while
another process adds documents to it, some at a time, and derives what follows. Prints the median and the longest
seconds of each answer, alone and beside the writer, and how long the writer took for each share. A ledger that is given
is written into.
"""

from __future__ import annotations

import argparse
import multiprocessing
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

from benchmarks.scale.answers import AS_OF, RECORDED, made
from benchmarks.scale.documents import written
from benchmarks.scale.pile import EACH, readings
from dragoman import brief
from dragoman.analysis import Scenario
from dragoman.cli import supposed
from dragoman.deriving.derive import derive
from dragoman.ledger import Ledger
from dragoman.workspace import Workspace

#: Documents that are added at once, and the most shares of them.
SHARE, SHARES = 40, 500
HEAD = "| answer | asked | median, s | longest, s |\n|---|---|---|---|"


def main() -> None:
    """Ask alone, then beside a writer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("of", nargs="?", default="100000")
    parser.add_argument("--seconds", type=float, default=30.0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(options.of) if Path(options.of).exists() else made(Path(folder) / "made.ledger", int(options.of))
        measure(path, options.seconds)


def measure(path: Path, seconds: float) -> None:
    """Print the tables of a ledger."""
    # Of the first share that is added all documents are compared, which is not what is to be measured.
    shares(path, None, 1)
    print(HEAD)
    _print("alone", asked(path, seconds))
    ours, theirs = multiprocessing.get_context("spawn").Pipe()
    writer = multiprocessing.get_context("spawn").Process(target=shares, args=(path, theirs))
    writer.start()
    ours.recv()
    _print("beside a writer", asked(path, seconds))
    ours.send("enough")
    writer.join()
    times = list(iter(ours.recv, None))
    print(f"{len(times)} shares of {SHARE} documents, {median(times):.2f} s each, at most {max(times):.2f}")


def shares(path: Path, heard: Connection | None, most: int = SHARES) -> None:
    """Add documents share by share until somebody says that it is enough; tells when it begins, then the times."""
    times: list[float] = []
    with Ledger.open(path) as ledger, ledger.writer() as writer:
        made_up = readings(SHARES * SHARE * EACH, seed=time.time_ns())
        for _ in range(most):
            start = time.perf_counter()
            written(writer, islice(made_up, SHARE))
            derive(writer, recorded=RECORDED)
            times.append(time.perf_counter() - start)
            if heard is not None and len(times) == 1:
                heard.send("begun")
            if heard is not None and heard.poll():
                break
    if heard is not None:
        for each in (*times, None):
            heard.send(each)


def asked(path: Path, seconds: float) -> dict[str, list[float]]:
    """The seconds that each answer took, asked one after another again and again."""
    found: dict[str, list[float]] = defaultdict(list)
    end = time.perf_counter() + seconds
    with Workspace.open(path) as workspace:
        for name, ask in _questions(workspace):
            start = time.perf_counter()
            with workspace.still():
                ask()
            found[name].append(time.perf_counter() - start)
            if time.perf_counter() > end:
                break
    return found


def _questions(workspace: Workspace) -> Iterator[tuple[str, Callable[[], object]]]:
    supply = max(workspace.network(as_of=AS_OF).within("energy"), key=lambda link: len(link.strands))
    cut = Scenario().cut(f"{supply.giver}->{supply.taker}:{supply.channel}")
    while True:
        yield "network", lambda: workspace.network(as_of=AS_OF).components
        yield "a supply cut", lambda: [*supposed.lines(workspace.whatif(cut, as_of=AS_OF), 12)]
        yield "brief", lambda: brief.markdown(workspace.brief(supply.giver, supply.taker))
        yield "exposure", lambda: workspace.exposures(supply.taker, as_of=AS_OF)


def _print(when: str, found: dict[str, list[float]]) -> None:
    for name, times in found.items():
        print(f"| {name}, {when} | {len(times)} | {median(times):.2f} | {max(times):.2f} |", flush=True)


if __name__ == "__main__":
    main()
