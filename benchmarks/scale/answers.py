"""How long answers take: `python -m benchmarks.scale.answers [LEDGER | N ...] [--write]`.

Makes a ledger of N statements (`pile`), or takes one that is there, and asks it for the brief of a pair that is
spoken of much, the network as of a day, which of its triads are balanced, and what would follow if one supply were
cut, or one party of that pair gone, as `dragoman whatif` prints it. Prints a table; `--write` puts it into
docs/scenarios.md and draws it as docs/pictures/growth.svg. Times are of this machine; what counts is how they grow.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from benchmarks.scale.growth import drawn
from benchmarks.scale.pile import readings
from dragoman import brief
from dragoman.analysis import Network, Scenario
from dragoman.cli import supposed
from dragoman.deriving.derive import derive
from dragoman.ledger import Ledger
from dragoman.records import Reading
from dragoman.settings import Settings
from dragoman.uncollected import uncollected
from dragoman.workspace import Workspace

SIZES = (10_000, 100_000, 1_000_000)
WRITTEN = 500
RECORDED = "2026-01-01"
AS_OF = date(2024, 1, 1)
DOCS = Path(__file__).parents[2] / "docs"
HEAD = (
    "| statements | links | brief of a busy pair, s | network, s | its balance, s | one supply cut, s "
    "| a busy party gone, s |\n|---|---|---|---|---|---|---|"
)
#: Of the answers, in the order in which they are asked.
ASKED = ("brief of a busy pair", "network", "balance", "one supply cut", "busy party gone")


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("of", nargs="*", default=[str(size) for size in SIZES])
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    print(HEAD, flush=True)
    found: dict[int, tuple[int, list[float]]] = {}
    for given in options.of:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(given) if Path(given).exists() else made(Path(folder) / "made.ledger", int(given))
            size, links, times = asked(path)
        found[size] = (links, times)
        print(_row(size, *found[size]), flush=True)
    if options.write:
        _write(found)


def made(path: Path, size: int) -> Path:
    """A ledger of that many statements."""
    with Ledger.open(path, create=True) as ledger, ledger.writer() as writer:
        for each in packed(size):
            writer.add_many(each, recorded=RECORDED)
        derive(writer, recorded=RECORDED)
    return path


def asked(path: Path) -> tuple[int, int, list[float]]:
    """How many statements a ledger holds, how many links stand, and how long each answer takes, in seconds."""
    with Workspace.open(path, settings=Settings.of()) as workspace:
        network = workspace.network(as_of=AS_OF)
        network.outline(network.links)
        one, other = max(network.links, key=lambda link: link.report_count).key[:2]
        supply = max(network.within("energy"), key=lambda link: link.report_count)
        cut = Scenario().cut(f"{supply.giver}->{supply.taker}:{supply.channel}")
        asked_for = (
            lambda: brief.html(workspace.brief(one, other)),
            lambda: _whole(workspace.network(as_of=AS_OF)),
            lambda: workspace.balance(as_of=AS_OF).turnabouts,
            lambda: [*supposed.lines(workspace.whatif(cut, as_of=AS_OF), 12)],
            lambda: [*supposed.lines(workspace.whatif(Scenario().remove(one), as_of=AS_OF), 12)],
        )
        # As the commands ask.
        with uncollected():
            return workspace.counts().statements, len(network.links), [_timed(each) for each in asked_for]


def _whole(network: Network) -> int:
    """The links of a network, all of them fetched, and the groups that they hold together."""
    return len(network.links.strands) + len(network.components)


def packed(size: int) -> Iterator[list[Reading]]:
    """The made-up readings of so many statements, as many as are written at once."""
    made_up = readings(size)
    while several := list(islice(made_up, WRITTEN)):
        yield several


def _row(size: int, links: int, times: list[float]) -> str:
    return f"| {size:,} | {links:,} | " + " | ".join(f"{each:.2f}" for each in times) + " |"


def _write(found: dict[int, tuple[int, list[float]]]) -> None:
    page = DOCS / "scenarios.md"
    before, _, rest = page.read_text(encoding="utf-8").partition(HEAD.partition("\n")[0])
    after = rest.partition("\n\n")[2]
    table = "\n".join([HEAD, *(_row(size, *row) for size, row in found.items())])
    page.write_text(f"{before}{table}\n\n{after}", encoding="utf-8", newline="\n")
    lines = {name: [(size, times[place]) for size, (_, times) in found.items()] for place, name in enumerate(ASKED)}
    (DOCS / "pictures" / "growth.svg").write_text(drawn(lines) + "\n", encoding="utf-8", newline="\n")


def _timed(step: Callable[[], object]) -> float:
    """Seconds for the second time that it is asked, when the disk has been read."""
    for _ in range(2):
        start = time.perf_counter()
        step()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
