"""Hold reading and reconciling to their floors: `python -m benchmarks.accuracy.floors`.

Reads the documents of the exam and of `whole/` with the reader as it stands, resolves the mentions of `mentions/`, and
reconciles the cases of `reconciling/`; scores all parts, and fails if a score is under its floor in `floors.json`.
`--print` shows the scores; `--raise` lifts the floors to a little under what was reached. Floors are never lowered by
this script.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.accuracy import mentions, precision
from benchmarks.accuracy.exam import score
from benchmarks.accuracy.facts import DOCUMENTS, SPLITS, load
from benchmarks.accuracy.reconciling import scores as reconciling
from dragoman.workspace import Workspace

FLOORS = Path(__file__).with_name("floors.json")
#: What a floor stays under the score it is raised to: another machine's arithmetic may turn one fact in a hundred.
SLACK = 0.02
MEASURES = ("found", "speaker", "standing", "value", "date")


def main() -> int:
    """Measure, compare, report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--print", dest="show", action="store_true")
    parser.add_argument("--raise", dest="lift", action="store_true")
    options = parser.parse_args()
    scores = measure() | reconciling.measure()
    floors: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    if options.show:
        print(json.dumps(scores, indent=1))
    if options.lift:
        floors = {name: max(floors.get(name, 0.0), round(value - SLACK, 3)) for name, value in scores.items()}
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")
    under = {name: floor for name, floor in floors.items() if scores.get(name, 0.0) < floor}
    for name, floor in under.items():
        print(f"{name}: {scores.get(name, 0.0):.3f} is under its floor of {floor:.3f}", file=sys.stderr)
    print(f"{len(floors) - len(under)} of {len(floors)} floors hold")
    return 1 if under else 0


def measure() -> dict[str, float]:
    """The scores of the parts of the exam, by part and measure, 0-1.

    `quiet` is the share of the exam's traps not sprung, `mentions` the share of mentions resolved to the right parties,
    `right` the share of what is told of whole documents that is labelled there.
    """
    records = read()
    exam = load(DOCUMENTS)
    resolved = mentions.score()
    scores: dict[str, float] = {}
    for split in SPLITS:
        part = [(document, facts) for document, facts in exam if document.split == split]
        result = score(part, records)
        scores |= {f"{split}.{name}": result[name] or 0.0 for name in MEASURES}
        scores[f"{split}.quiet"] = 1 - result["traps_sprung"]
        if split in resolved:
            scores[f"{split}.mentions"] = resolved[split]["accuracy"]
    scores |= {f"whole.{name}": value for name, value in precision.score().items() if "right" in name}
    return {name: round(value, 3) for name, value in scores.items()}


def read() -> list[dict[str, Any]]:
    """The statements of the exam's documents in the exchange format."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Workspace.open(Path(folder) / "exam.ledger", create=True) as workspace,
    ):
        workspace.read(sorted(DOCUMENTS.glob("*.txt")))
        return [json.loads(line) for line in workspace.export()]


if __name__ == "__main__":
    sys.exit(main())
