"""What a ledger of many documents costs: `python -m benchmarks.scale.documents [N ...] [--write]`.

Makes ledgers of N documents with known statements (`pile`), one in five of which prints an earlier one again, then adds
10 more and 1,000 more, in a process of its own each, and asks for the brief of a pair that is spoken of much and for
the network of a day. Times are the processor's seconds of one core; what counts is how they grow. `--write` puts the
rows into docs/scaling.md, beside those of other sizes, and draws them all as docs/pictures/scaling.svg.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from benchmarks.readme import ROOT, got, put
from benchmarks.scale.answers import AS_OF, RECORDED
from benchmarks.scale.clock import timed
from benchmarks.scale.growth import drawn
from benchmarks.scale.pile import EACH, readings
from dragoman import brief
from dragoman.deriving.derive import derive
from dragoman.ledger import Ledger, Writer
from dragoman.reconcile.signatures import packed
from dragoman.records import Reading
from dragoman.workspace import Workspace

SIZES = (1_000, 10_000, 100_000, 300_000)
FEW, MORE = 10, 1_000
#: Documents that are written at once: of those that come later, and of those that a ledger begins with, where keys that
#: are hashes would have most of a large file written with every few.
WRITTEN, WRITTEN_FIRST = 500, 20_000
#: What Linux counts memory in.
KILOBYTE = 1024
HEAD = (
    "| documents | statements | ledger, MB | written, s | compared and reconciled, s | 10 more, s "
    "| 1,000 more: written, s | compared and reconciled, s | brief of a busy pair, s | network, s | memory, GB |"
)
#: Of the columns, those that are drawn.
DRAWN = {5: "10 more", 6: "1,000 more written", 7: "1,000 more reconciled", 8: "brief", 9: "network"}
PAGE = ROOT / "docs" / "scaling.md"


def main() -> None:
    """Measure each size; as a child, one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child is not None:
        print(json.dumps(measured(options.child)))
        return
    print(_table([]), flush=True)
    found = {}
    for size in options.sizes:
        found[size] = _row(size, _child(size))
        print(found[size], flush=True)
    if options.write:
        told = dict(sorted({**_known(), **found}.items()))
        put(PAGE, "documents", _table(told.values()))
        lines = {name: [(size, _numbers(row)[column]) for size, row in told.items()] for column, name in DRAWN.items()}
        picture = ROOT / "docs" / "pictures" / "scaling.svg"
        picture.write_text(drawn(lines, "documents") + "\n", encoding="utf-8", newline="\n")


def _table(rows: Iterable[str]) -> str:
    return "\n".join([HEAD, "|---" * HEAD.count(" |") + "|", *rows])


def _known() -> dict[int, str]:
    """The rows of the sizes that are on the page, which one that is measured anew replaces."""
    rows = [line for line in got(PAGE, "documents").splitlines() if line.startswith("| ") and line != HEAD]
    return {int(_numbers(row)[0]): row for row in rows}


def _numbers(row: str) -> list[float]:
    return [float(cell.replace(",", "")) for cell in row.strip("| ").split(" | ")]


def measured(size: int) -> dict[str, float]:
    """Seconds of the processor for each step, bytes of the ledger, and the most memory that was held."""
    made = readings((size + FEW + MORE) * EACH)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "l"
        found: dict[str, float] = {}
        with Ledger.open(path, create=True) as ledger, ledger.writer() as writer:
            found["first"] = written(writer, islice(made, size), WRITTEN_FIRST)
            print(f"{size:,} documents written in {found['first']:,.0f} s", file=sys.stderr, flush=True)
            found["reconciled"] = timed(lambda: derive(writer, recorded=RECORDED))
            print(f"compared and reconciled in {found['reconciled']:,.0f} s", file=sys.stderr, flush=True)
            found["few"] = written(writer, islice(made, FEW))
            found["few"] += timed(lambda: derive(writer, recorded=RECORDED))
            found["more"] = written(writer, made)
            found["derived"] = timed(lambda: derive(writer, recorded=RECORDED))
        found["bytes"] = path.stat().st_size
        with Workspace.open(path) as workspace:
            found["statements"] = workspace.counts().statements
            found["network"] = timed(lambda: workspace.network(as_of=AS_OF).components)
            link = max(workspace.network(as_of=AS_OF).links, key=lambda each: each.report_count)
            found["brief"] = timed(lambda: brief.markdown(workspace.brief(*link.key[:2])))
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE
    return found


def _child(size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.scale.documents", "--child", str(size)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _row(size: int, of: dict[str, float]) -> str:
    times = (of[name] for name in ("first", "reconciled", "few", "more", "derived", "brief", "network"))
    told = [f"{size:,}", f"{of['statements']:,.0f}", f"{of['bytes'] / 1e6:,.0f}", *(f"{each:,.2f}" for each in times)]
    return "| " + " | ".join([*told, f"{of['memory'] / 1e9:.1f}"]) + " |"


def written(writer: Writer, made: Iterable[Reading], at_once: int = WRITTEN) -> float:
    """Put readings and what finding copies takes into a ledger; seconds without making them."""
    return sum(timed(lambda share=share: _write(writer, share)) for share in _shares(made, at_once))  # type: ignore[misc]


def _write(writer: Writer, share: list[Reading]) -> None:
    writer.add_many(share, recorded=RECORDED)
    writer.add_signatures({each.document.id: packed(each.document.text) for each in share}, recorded=RECORDED)


def _shares(made: Iterable[Reading], at_once: int) -> Iterator[list[Reading]]:
    ahead = iter(made)
    while share := list(islice(ahead, at_once)):
        yield share


if __name__ == "__main__":
    main()
