"""All scores of reconciling: `python -m benchmarks.accuracy.reconciling.scores`."""

from __future__ import annotations

import json

from benchmarks.accuracy.reconciling import figures, lineage, occurrences

#: What is reported and held to a floor, of each part.
MEASURES = {
    "occurrences": (occurrences, ("b_cubed", "conll", "pairs_right")),
    "lineage": (lineage, ("adjusted_rand", "pairs_right")),
    "figures": (figures, ("conflict_or_not", "verdict")),
}


def measure() -> dict[str, float]:
    """The scores by task, part and measure, 0-1."""
    found: dict[str, float] = {}
    for task, (module, names) in MEASURES.items():
        for split in occurrences.SPLITS:
            scores = module.score(split)
            found |= {f"{task}.{split}.{name}": round(scores[name], 3) for name in names}
    return found


if __name__ == "__main__":
    print(json.dumps(measure(), indent=1))
