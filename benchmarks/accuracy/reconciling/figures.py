"""Which figures conflict and which only look so: `python -m benchmarks.accuracy.reconciling.figures [--wrong]`.

Half of the cases, chosen by a hash of their names, are held: what they get wrong is not listed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from benchmarks.accuracy.reconciling.cases import documents, entry
from dragoman.analysis.comparison import Verdict, compare
from dragoman.analysis.figures import Reported

FILE = Path(__file__).with_name("figures.txt")
SPLITS = ("open", "held")


def main() -> None:
    """Score both halves, print JSON; `--wrong` lists the wrong cases of the open half."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    print(json.dumps({split: score(split) for split in SPLITS}, indent=1))
    if options.wrong:
        for name, gold, found, pair in judged("open"):
            if gold != found:
                told = " || ".join(each.entry.statement.evidence.text for each in pair)
                print(f"{name}: {found}, not {gold}: {told}")


def score(split: str) -> dict[str, float]:
    """The share of pairs with the right verdict, with a conflict told rightly or not, and by verdict."""
    listed = list(judged(split))
    kinds = Counter(gold for _, gold, _, _ in listed)
    hits = Counter[str](gold for _, gold, found, _ in listed if gold == found)
    conflicts = sum((gold == "apart") == (found == "apart") for _, gold, found, _ in listed)
    return {
        "pairs": len(listed),
        "verdict": round(sum(hits.values()) / len(listed), 4),
        "conflict_or_not": round(conflicts / len(listed), 4),
        **{kind: round(hits[kind] / count, 4) for kind, count in sorted(kinds.items())},
    }


def judged(split: str) -> Iterator[tuple[str, str, Verdict | None, tuple[Reported, Reported]]]:
    """Each case of a half: name, right verdict, the one found, `None` where the reader sees no figure, both figures."""
    listed = list(documents(FILE))
    for (name, gold, one, lines), (again, _, other, more) in pairwise(listed):
        if name == again and SPLITS[_hash(name) % 2] == split:
            pair = [entry(told, document, FILE) for told, document in ((lines, one), (more, other))]
            if all(each.statement.quantities for each in pair):
                first, second = (Reported(each.statement.quantities[0], each) for each in pair)
                yield name, gold, compare(first, second), (first, second)
            else:
                yield name, gold, None, tuple(Reported(None, each) for each in pair)  # type: ignore[arg-type, misc]


def _hash(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest(), 16)


if __name__ == "__main__":
    main()
