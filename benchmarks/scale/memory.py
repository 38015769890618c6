"""Whether memory grows with the pile: `python -m benchmarks.scale.memory [N ...] [--write]`.

Reads N short made-up articles as JSON Lines into a ledger, and into a dataset, each in a process of its own, and prints
the most memory that it held, in MiB, the encoder included. `--write` puts the table into docs/scaling.md.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.readme import ROOT, put
from dragoman.codebook.states import states
from dragoman.dataset import Dataset
from dragoman.workspace import Workspace

SIZES = (1_000, 4_000, 16_000)
HEAD = "| documents | into a ledger, MiB | into a dataset, MiB | the dataset, bytes a document | the ledger |"
#: What Linux counts memory in.
KILOBYTE = 1024


def main() -> None:
    """Measure each size; as a child, one way of one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(held(options.child[0], int(options.child[1]))))
        return
    rows = [HEAD, "|---" * HEAD.count(" |") + "|"]
    print("\n".join(rows), flush=True)
    for size in options.sizes:
        ledger, dataset = (_child(way, size) for way in ("ledger", "dataset"))
        sizes = (dataset["bytes"] / size, ledger["bytes"] / size)
        rows.append(
            f"| {size:,} | {ledger['mebibytes']} | {dataset['mebibytes']} | {sizes[0]:,.0f} | {sizes[1]:,.0f} |"
        )
        print(rows[-1], flush=True)
    if options.write:
        put(ROOT / "docs" / "scaling.md", "memory", "\n".join(rows))


def held(way: str, size: int) -> dict[str, int]:
    """The most memory held while so many articles are read, in MiB, and the bytes of what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        pile, into = Path(folder, "pile.jsonl"), Path(folder, "into")
        with pile.open("w", encoding="utf-8") as file:
            file.writelines(articles(size))
        if way == "dataset":
            Dataset.open(into, create=True).read([pile])
        else:
            with Workspace.open(into, create=True) as workspace:
                workspace.read([pile])
        files = [path for path in (into.rglob("*") if into.is_dir() else [into]) if path.is_file()]
        content = sum(path.stat().st_size for path in files)
    return {"mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // KILOBYTE, "bytes": content}


def articles(count: int) -> Iterator[str]:
    """Made-up articles of three sentences, one of them on two states, as lines of JSON."""
    names = [each.name for each in states().values() if not each.until]
    for number in range(count):
        one, other = names[number % len(names)], names[(number * 7 + number // len(names) + 1) % len(names)]
        text = (
            f"Number {number} of the bulletin came out late. The foreign minister of {one} visited {other} on "
            f"{number % 28 + 1} May {1990 + number % 30}. The weather was fair in all {number % 97} valleys."
        )
        about = {"date": f"{2000 + number % 20}-{number % 12 + 1:02}-03", "publisher": f"Paper {number % 300}"}
        yield json.dumps({"text": text, **about}) + "\n"


def _child(way: str, size: int) -> dict[str, int]:
    command = [sys.executable, "-m", "benchmarks.scale.memory", "--child", way, str(size)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, int] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
