"""Whom the words of whole documents mean, against their marks: `python -m benchmarks.accuracy.marked`.

Finds the mentions of the documents of `training/sentences/documents` as the reader does, each document with one memory,
and looks at each mark for a mention of its party. Prints one JSON object by half, odd and even by the documents'
numbers; `--wrong` lists what is wrong in the odd half instead, and the even half is for measuring alone. A mention
without a mark counts as extra if its party is not marked in its block, and as strange if in the document nowhere: not
every mention is marked, so the former may be right.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from training.markup import Example, examples

from benchmarks.accuracy.precision import document_of
from dragoman.reading import mentions
from dragoman.reading.mentions import Mention
from dragoman.reading.naming.memory import Memory
from dragoman.reading.sentences import sentences

DOCUMENTS = Path(__file__).parents[2] / "training" / "sentences" / "documents"
HALVES = {"odd": 1, "even": 0}
VERDICTS = ("right", "wrong", "missed", "extra", "strange")
_PRONOUNS = frozenset("he she him her it they them we us our his its their i me my you".split())
_DESCRIBED = re.compile(r"(?:the|this|that|these|both|its|his|her|their|our|all|two|three) ", re.IGNORECASE)


class Mark(NamedTuple):
    """A marked party: where it stands in the document, its words and its code."""

    start: int
    end: int
    words: str
    code: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A mark, or a mention without one: how it was resolved, as what kind of words, and the line to show for it."""

    verdict: str
    kind: str
    shown: str


def judged(half: str, folder: Path = DOCUMENTS) -> Iterator[Judged]:
    """All marks and all mentions without a mark of the documents of a half."""
    for path in sorted(folder.glob("*.txt")):
        if int(path.name.partition("_")[0]) % 2 == HALVES[half]:
            yield from _document(path)


def _document(path: Path) -> Iterator[Judged]:
    blocks = list(examples(path))
    document = document_of(path, "".join(f"{block.text}\n" for block in blocks))
    memory = Memory.of(document)
    found = [each for one in sentences(document.text) for each in mentions.find(one.span, memory)]
    spoken = {party.code for block in blocks for party in block.parties}
    start = 0
    for block in blocks:
        end = start + len(block.text)
        here = [each for each in found if start <= each.span.start < end]
        for one in _block(_marks(block, start), here, spoken):
            yield Judged(one[0], one[1], f"{path.name[:3]} {_shown(document.text, one[2], (start, end))} {one[3]}")
        start = end + 1


def _marks(block: Example, start: int) -> list[Mark]:
    return [
        Mark(start + each.start, start + each.end, block.text[each.start : each.end], each.code)
        for each in block.parties
    ]


def _block(
    marks: Sequence[Mark], found: Sequence[Mention], spoken: set[str]
) -> Iterator[tuple[str, str, tuple[int, int], str]]:
    """Of a block's marks and the mentions without one: verdict, kind, place, what was to be and was found."""
    for mark in marks:
        touching = sorted((each for each in found if _shared(mark, each) > 0), key=lambda each: -_shared(mark, each))
        fitting = [each for each in touching if mark.code in each.codes]
        verdict = "right" if fitting else "wrong" if touching else "missed"
        first = next(iter(fitting or touching), None)
        got = " ".join(first.codes) if first else "nobody"
        yield verdict, first.kind if first else _kind(mark.words), mark[:2], f"is {mark.code}, got {got}"
    here = {mark.code for mark in marks}
    for each in found:
        if not here.issuperset(each.codes) and not any(_shared(mark, each) > 0 for mark in marks):
            verdict = "extra" if spoken.issuperset(each.codes) else "strange"
            yield verdict, each.kind, (each.span.start, each.span.end), f"unmarked, got {' '.join(each.codes)}"


def _shared(mark: Mark, found: Mention) -> int:
    return min(mark.end, found.span.end) - max(mark.start, found.span.start)


def _kind(words: str) -> str:
    """What kind of words a mark is that no mention was found for."""
    if words.lower() in _PRONOUNS:
        return "pronoun"
    return "description" if _DESCRIBED.match(words) else "name"


def _shown(text: str, place: tuple[int, int], block: tuple[int, int]) -> str:
    before = text[max(block[0] - 90, 0, place[0] - 160) : place[0]]
    after = text[place[1] : min(place[1] + 40, block[1])]
    return f"{before}[{text[place[0] : place[1]]}]{after}".replace("\n", " / ")


def score() -> dict[str, dict[str, object]]:
    """By half the number of each verdict, the share of the marks that are right, and the same by kind."""
    found: dict[str, dict[str, object]] = {}
    for half in HALVES:
        counted = Counter((each.kind, each.verdict) for each in judged(half))
        kinds = sorted({kind for kind, _ in counted})
        by_kind = {kind: {each: counted[kind, each] for each in VERDICTS} for kind in kinds}
        total = {each: sum(row[each] for row in by_kind.values()) for each in VERDICTS}
        marks = sum(total[each] for each in VERDICTS[:3])
        found[half] = {**total, "accuracy": round(total["right"] / marks, 4), "by_kind": by_kind}
    return found


def main() -> None:
    """Print the scores, or what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true")
    if parser.parse_args().wrong:
        listed = sorted((each.verdict, each.kind, each.shown) for each in judged("odd") if each.verdict != "right")
        print("\n".join(f"{verdict} {kind}: {shown}" for verdict, kind, shown in listed))
    else:
        print(json.dumps(score(), indent=1))


if __name__ == "__main__":
    main()
