"""How much faster several workers read: `python -m benchmarks.scale.workers [--words N] [--rounds N] [--write]`.

Makes a pile of the project's documents told again about other states (`benchmarks.speed.pile`), reads it into new
ledgers with one worker and with two in turn, and prints the best times by the clock. Starting the processes is taken
off by a pile of two documents. A machine that is doing other things makes the ratio smaller, so the processor's
seconds stand beside it: of the process that writes the ledger, of the workers, and of both with one worker. `--write`
puts the table into docs/scaling.md.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.readme import ROOT, put
from benchmarks.speed import pile
from dragoman.workspace import Workspace

WORDS, ROUNDS = 60_000, 3
HEAD = "| workers | words a second | times as many | s of the processor: main process | workers | load of the machine |"


def main() -> None:
    """Measure and print; as a child, read a pile once and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=WORDS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        print(json.dumps(read(Path(options.child[0]), int(options.child[1]))))
        return
    table = "\n".join(measured(options.words, options.rounds))
    print(table)
    if options.write:
        put(ROOT / "docs" / "scaling.md", "workers", table)


def read(place: Path, workers: int) -> dict[str, float]:
    """Seconds by the clock, and of the processor in this process and in its workers, for reading a pile."""
    with tempfile.TemporaryDirectory() as folder, Workspace.open(Path(folder) / "l", create=True) as workspace:
        begun, busy = time.perf_counter(), time.process_time()
        workspace.read([place], workers=workers)
        seconds, main_ = time.perf_counter() - begun, time.process_time() - busy
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {"seconds": seconds, "main": main_, "workers": used.ru_utime + used.ru_stime}


def measured(words: int, rounds: int) -> list[str]:
    """The table, a row for one worker and one for two."""
    with tempfile.TemporaryDirectory() as folder:
        whole, little = Path(folder, "pile"), Path(folder, "little")
        pile.make(whole, words=words)
        documents = pile.documents([whole])
        little.mkdir()
        for number, each in enumerate(documents[:2]):
            (little / f"{number}.txt").write_text(each.text, encoding="utf-8")
        runs = {(place, count): list[dict[str, float]]() for place in (whole, little) for count in (1, 2)}
        for _ in range(rounds):
            for (place, count), found in runs.items():
                found.append(_child(place, count))
    count_words = pile.count(documents) - pile.count(documents[:2])
    best = {each: min(found, key=lambda run: run["seconds"]) for each, found in runs.items()}
    speed = {each: count_words / (best[whole, each]["seconds"] - best[little, each]["seconds"]) for each in (1, 2)}
    load = _load()
    of: Callable[[int, str], float] = lambda each, name: best[whole, each][name]  # noqa: E731 - two rows below
    return [
        HEAD,
        "|---" * HEAD.count(" |") + "|",
        *(
            f"| {each} | {speed[each]:,.0f} | {speed[each] / speed[1]:.2f} | {of(each, 'main'):.1f} "
            f"| {of(each, 'workers'):.1f} | {load:.1f} |"
            for each in (1, 2)
        ),
    ]


def _child(place: Path, count: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.scale.workers", "--child", str(place), str(count)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def _load() -> float:
    """Processes that wanted a processor in the last five minutes, on average, those measured included."""
    return float(Path("/proc/loadavg").read_text(encoding="ascii").split()[1])


if __name__ == "__main__":
    main()
