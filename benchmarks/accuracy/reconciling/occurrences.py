"""Which reports are of one occurrence: `python -m benchmarks.accuracy.reconciling.occurrences [--wrong]`."""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.accuracy.reconciling.cases import Report, reports
from benchmarks.accuracy.reconciling.clusters import b_cubed, ceaf, conll, muc, pairs_right
from dragoman import reconcile
from dragoman.records import Copy, Document

FOLDER = Path(__file__).parent
SPLITS = ("open", "held")


def main() -> None:
    """Score both parts, print JSON; `--wrong` lists what is put together or apart wrongly in the open part."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    print(json.dumps({split: score(split) for split in SPLITS}, indent=1))
    if options.wrong:
        listed = list(reports(FOLDER / "occurrences_open.txt"))
        for line in wrong(listed, found(listed)):
            print(line)


def score(split: str) -> dict[str, float]:
    """MUC, B³, CEAF and their mean over all cases of a part read as one pile, and the share of pairs told rightly."""
    listed = list(reports(FOLDER / f"occurrences_{split}.txt"))
    guessed = found(listed)
    gold = {each.entry.statement.id: f"{each.case} {each.label}" for each in listed}
    by_case: defaultdict[str, list[str]] = defaultdict(list)
    for each in listed:
        by_case[each.case].append(each.entry.statement.id)
    told = [pairs_right({one: gold[one] for one in case}, guessed) for case in by_case.values()]
    scores = {measure.__name__: measure(gold, guessed) for measure in (muc, b_cubed, ceaf, conll)}
    right, all_ = map(sum, zip(*told, strict=True))
    return {
        "reports": len(gold),
        "pairs": all_,
        **{name: round(value, 4) for name, value in scores.items()},
        "pairs_right": round(right / all_, 4),
    }


def found(listed: Sequence[Report]) -> dict[str, str]:
    """The occurrence of each statement, by its id."""
    entries = list({each.entry.statement.id: each.entry for each in listed}.values())
    root = reconcile.roots(entries, copies([entry.document for entry in entries]))
    return reconcile.occurrences(entries, root)


def copies(documents: Sequence[Document]) -> list[Copy]:
    """Which of some documents have their text from which."""
    known = {each.id: each for each in sorted(documents, key=reconcile.age)}
    sketches = {identity: reconcile.hashes_of(reconcile.sketch(each.text)) for identity, each in known.items()}
    return list(reconcile.copies(reconcile.candidates(sketches), known.__getitem__))


def wrong(listed: Sequence[Report], guessed: dict[str, str]) -> list[str]:
    """The pairs of a case that are put together or apart wrongly, as lines."""
    lines = []
    for number, one in enumerate(listed):
        for other in listed[number + 1 :]:
            a, b = one.entry.statement, other.entry.statement
            together = guessed[a.id] == guessed[b.id]
            if one.case == other.case and together != (one.label == other.label):
                lines.append(f"{'JOINED' if together else 'PARTED'} {one.case}: {_told(one)} || {_told(other)}")
    return lines


def _told(report: Report) -> str:
    statement = report.entry.statement
    kind = f"{statement.type}.{statement.mode}" if statement.mode else statement.type
    sides = " > ".join(",".join(party.key for party in side) for side in (statement.actor, statement.recipient))
    when = f"{statement.occurred.iso()} ({statement.occurred.text})"
    published = report.entry.document.published
    told = f"published {published.iso()}: {statement.evidence.text[:110]}" if published else "undated"
    return f"[{report.label}] {kind} {sides} {statement.standing} {when} {told}"


if __name__ == "__main__":
    main()
