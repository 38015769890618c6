"""How much of what the reader tells is right: `python -m benchmarks.accuracy.precision`.

Reads the documents of `whole/` as an analyst's pile is read, from their plain text on, and looks for each statement
among the labels of the block that its evidence stands in. Prints one JSON object; `--wrong` lists what is wrong in the
open half instead.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from training.markup import Example, examples

from dragoman.codebook.events import UNDIRECTED
from dragoman.codebook.ties import MUTUAL
from dragoman.reading.reader import read
from dragoman.records import Document, Statement
from dragoman.records.dates import from_iso

WHOLE = Path(__file__).with_name("whole")
SPLITS = ("open", "held")
#: From this certainty on statements are scored a second time, by themselves.
SURE = 0.6
_ABOUT = re.compile(r"# (title|publisher|published): (.+)")


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement; whether its type, parties and direction are labelled, and whether its standing is too."""

    statement: Statement
    right: bool
    standing: bool


def main() -> int:
    """Score both halves, or list what is wrong in the open one."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true")
    if parser.parse_args().wrong:
        for each in judged("open"):
            if not (each.right and each.standing):
                print(told_of(each))
        return 0
    print(json.dumps(score(), indent=1))
    return 0


def score() -> dict[str, float]:
    """The measures of each half, by `half.measure`."""
    found: dict[str, float] = {}
    for split in SPLITS:
        found |= {f"{split}.{name}": value for name, value in measures(list(judged(split))).items()}
    return found


def measures(listed: Sequence[Judged]) -> dict[str, float]:
    """How many statements there are, the share that is right, the same with standing, and that of the surer ones."""
    sure = [each for each in listed if each.statement.certainty >= SURE]
    return {
        "told": len(listed),
        "right": share(each.right for each in listed),
        "right with standing": share(each.right and each.standing for each in listed),
        "sure": len(sure),
        "sure right with standing": share(each.right and each.standing for each in sure),
    }


def judged(split: str) -> Iterator[Judged]:
    """Every statement of the documents of a half."""
    for path in sorted((WHOLE / split).glob("*.txt")):
        blocks = list(examples(path))
        starts, text = [], ""
        for block in blocks:
            starts.append(len(text))
            text += block.text + "\n"
        for statement in read(document_of(path, text)).statements:
            here = [
                block
                for start, block in zip(starts, blocks, strict=True)
                if start < statement.evidence.end and statement.evidence.start < start + len(block.text)
            ]
            yield judge(statement, here)


def document_of(path: Path, text: str) -> Document:
    """A labelled document of this text, with the title, publisher and date that the head of its file gives."""
    about = dict(_ABOUT.findall(path.read_text(encoding="utf-8")))
    published = from_iso(about["published"]) if "published" in about else None
    return Document(text, title=about.get("title"), publisher=about.get("publisher"), published=published)


def judge(statement: Statement, blocks: Sequence[Example]) -> Judged:
    """Whether a statement is among the labels of the blocks that its evidence stands in, between all its parties."""
    found = [standings for pair in _pairs(statement) if (standings := _labelled(statement.type, pair, blocks)) != set()]
    right = len(found) == len(list(_pairs(statement))) > 0
    return Judged(statement, right, right and all(statement.standing.value in standings for standings in found))


def _pairs(statement: Statement) -> Iterator[tuple[str, str]]:
    actor, recipient = ([party.key for party in side] for side in (statement.actor, statement.recipient))
    return product(actor, recipient)


def _labelled(type_: str, pair: tuple[str, str], blocks: Sequence[Example]) -> set[str]:
    """The standings that labels give a type between two parties, in either order where order says nothing."""
    pairs = {pair, pair[::-1]} if type_ in MUTUAL or type_ in UNDIRECTED else {pair}
    return {
        relation.standing
        for block in blocks
        for relation in block.relations
        if relation.type == type_
        if pairs & set(product(_codes(block, relation.actors), _codes(block, relation.recipients)))
    }


def _codes(block: Example, numbers: Sequence[int]) -> list[str]:
    return [party.code for party in block.parties if party.number in numbers]


def told_of(each: Judged) -> str:
    """A statement as a line, with what is wrong with it."""
    statement = each.statement
    sides = " > ".join("+".join(party.key for party in side) for side in (statement.actor, statement.recipient))
    told = f"{statement.certainty:.2f} {statement.type} {sides} [{statement.standing}]"
    return f"{told} {'standing' if each.right else 'wrong'}: {' '.join(statement.evidence.text.split())}"


def share(of: Iterable[bool]) -> float:
    """The share that holds, three places behind the point."""
    listed = list(of)
    return round(sum(listed) / len(listed), 3) if listed else 0.0


if __name__ == "__main__":
    sys.exit(main())
