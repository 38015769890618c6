"""Dragoman on a pile, in a process of its own: `python -m benchmarks.speed.own PILE [--workers N]`.

Reads the pile into a ledger as `dragoman read` does, and prints one JSON object, as `rivals.py` does, with the
processor's seconds in the encoder. The share of the encoder is known with one worker only.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.speed.rivals import ARTICLE, one_processor, peak

from dragoman.reading.encoder import Encoded, encoder
from dragoman.records import Report
from dragoman.workspace import Workspace


def main() -> None:
    """Load, read, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pile", type=Path)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    if options.workers == 1:
        one_processor()
    spent = timed()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("first.txt", ARTICLE), ("first.html", f"<html><body><p>{ARTICLE}</p></body></html>")):
            Path(folder, name).write_text(text, encoding="utf-8")
        into_ledger(Path(folder), 1)
    ready, busy = time.perf_counter(), time.process_time()
    spent.clear()
    report = into_ledger(options.pile, options.workers)
    workers_peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    answer = {
        "load_seconds": ready - start,
        "load_processor": busy,
        "read_seconds": time.perf_counter() - ready,
        "encoder_processor": sum(spent),
        "found": report.statements,
        "documents": len(report.read),
        "repeats": len(report.repeats),
        "failures": len(report.failures),
        "copies": len(report.copies),
        "peak_mib": workers_peak if options.workers > 1 else peak(),
    }
    print(json.dumps(answer))


def into_ledger(pile: Path, workers: int) -> Report:
    """What reading the pile into a new ledger told."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Workspace.open(Path(folder) / "speed.ledger", create=True) as workspace,
    ):
        return workspace.read([pile], workers=workers)


def timed() -> list[float]:
    """A list that takes the processor's seconds of every call of this process's encoder from now on."""
    spent: list[float] = []
    encode = encoder().encode

    def watched(sentences: Sequence[str]) -> list[Encoded]:
        start = time.process_time()
        found = encode(sentences)
        spent.append(time.process_time() - start)
        return found

    vars(encoder())["encode"] = watched
    return spent


if __name__ == "__main__":
    main()
