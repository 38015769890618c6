"""How much faster several workers read: `python -m benchmarks.scale.workers [--words N] [--rounds N] [--write]`.

Makes a pile of the project's documents told again about other states (`benchmarks.speed.pile`), and reads it with one
worker and with two in turn: into a new ledger, where one processor compares and reconciles at the end, and into a new
dataset, where nothing is. Beside that, what the machine allows: two programs at once, each of which reads the whole
pile into a dataset with one worker. The best times by the clock count; starting the processes is taken off by a pile of
two documents. A machine that is doing other things makes the ratios smaller, so the processor's seconds stand beside
them: of the process that writes, and of the workers. `--write` puts the table into docs/scaling.md.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.readme import ROOT, put
from benchmarks.speed import pile
from dragoman.dataset import Dataset
from dragoman.workspace import Workspace

WORDS, ROUNDS = 180_000, 1
HEAD = (
    "| into | workers | words a second | times as many | s of the processor: main process | workers "
    "| load of the machine |"
)
INTO = ("ledger", "dataset")
#: A row of the table: what is read into, and by how many; `TWICE` are two programs at once.
Way = tuple[str, int]
TWICE = ("two datasets at once", 1)


def main() -> None:
    """Measure and print; as a child, read a pile once and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=WORDS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        place, into, workers = options.child
        print(json.dumps(read(Path(place), into, int(workers))))
        return
    table = "\n".join(measured(options.words, options.rounds))
    print(table)
    if options.write:
        put(ROOT / "docs" / "scaling.md", "workers", table)


def read(place: Path, into: str, workers: int) -> dict[str, float]:
    """Seconds by the clock, and of the processor in this process and in its workers, for reading a pile."""
    with tempfile.TemporaryDirectory() as folder:
        begun, busy = time.perf_counter(), time.process_time()
        if into == "dataset":
            Dataset.open(Path(folder) / "d", create=True).read([place], workers=workers)
        else:
            with Workspace.open(Path(folder) / "l", create=True) as workspace:
                workspace.read([place], workers=workers)
        seconds, main_ = time.perf_counter() - begun, time.process_time() - busy
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"seconds": seconds, "main": main_, "workers": used.ru_utime + used.ru_stime}


def measured(words: int, rounds: int) -> list[str]:
    """The table, a row for each way to read."""
    with tempfile.TemporaryDirectory() as folder:
        whole, little = Path(folder, "pile"), Path(folder, "little")
        pile.make(whole, words=words)
        documents = pile.documents([whole])
        little.mkdir()
        for number, each in enumerate(documents[:2]):
            (little / f"{number}.txt").write_text(each.text, encoding="utf-8")
        ways = [(into, count) for into in INTO for count in (1, 2)] + [TWICE]
        runs = {(place, way): list[dict[str, float]]() for place in (whole, little) for way in ways}
        for _ in range(rounds):
            for (place, way), found in runs.items():
                found.append(_run(place, way))
    counted = pile.count(documents) - pile.count(documents[:2])
    best = {each: min(found, key=lambda run: run["seconds"]) for each, found in runs.items()}
    taken = {way: best[whole, way]["seconds"] - best[little, way]["seconds"] for way in ways}
    speed = {way: counted * (1 + (way == TWICE)) / taken[way] for way in ways}
    beside = {way: speed[way] / speed["dataset" if way == TWICE else way[0], 1] for way in ways}
    return [
        HEAD,
        "|---" * HEAD.count(" |") + "|",
        *(_row(way, speed[way], beside[way], best[whole, way]) for way in ways),
    ]


def _row(way: Way, speed: float, beside: float, run: dict[str, float]) -> str:
    into, count = way
    return (
        f"| {into} | {count} | {speed:,.0f} | {beside:.2f} | {run['main']:.1f} | {run['workers']:.1f} | {_load():.1f} |"
    )


def _run(place: Path, way: Way) -> dict[str, float]:
    """What one way to read a pile took; of two programs at once, the later one's."""
    into, count = ("dataset", 1) if way == TWICE else way
    command = [sys.executable, "-m", "benchmarks.scale.workers", "--child", str(place), into, str(count)]
    started = [
        subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(1 + (way == TWICE))
    ]
    told = [child.communicate()[0] for child in started]
    if any(child.returncode for child in started):
        raise SystemExit(f"Reading {place} into a {into} failed; what it said stands above.")
    found: list[dict[str, float]] = [json.loads(each.splitlines()[-1]) for each in told]
    return max(found, key=lambda run: run["seconds"])


def _load() -> float:
    """Processes that wanted a processor in the last five minutes, on average, those measured included."""
    return float(Path("/proc/loadavg").read_text(encoding="ascii").split()[1])


if __name__ == "__main__":
    main()
