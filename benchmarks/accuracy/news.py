"""How much of what is told of real news is right, and how much is found: `python -m benchmarks.accuracy.news`.

`--corpora DIR`: DIR holds `wikinews_2019.csv` (Wikinews) and `re3d/` (communiqués and news on Syria and Iraq, Dstl),
which are not shipped. `news/*.jsonl` holds our labels of those of their sentences that name two parties or more (the
form is that of `training/standoff.py`): made sentence by sentence by others than those who taught the encoder, and
never taught. The documents are read as a pile is. Writes `news.json` beside this file and prints it; `--wrong` lists
what is wrong of Wikinews instead.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from training.markup import Example, Relation
from training.standoff import example_of, one_line

from benchmarks.accuracy.precision import Judged, judge, measures, share, told_of
from dragoman.reading.reader import read
from dragoman.records import Document, Span, Statement
from dragoman.records.dates import from_iso

NEWS = Path(__file__).with_name("news")
RESULTS = Path(__file__).with_name("news.json")
#: The set of which what is wrong may be looked at.
OPEN = "wikinews"
SETS = (OPEN, "re3d")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence of a document, at its place there, with its labels."""

    start: int
    end: int
    example: Example


def main() -> int:
    """Score, or list what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    if options.wrong:
        for judged in (each for _, told_ in answers(options.corpora, OPEN) for each in told_):
            if not (judged.right and judged.standing):
                print(told_of(judged))
        return 0
    results = {
        f"{name}.{measure}": score
        for name in SETS
        for measure, score in scores(list(answers(options.corpora, name))).items()
    }
    RESULTS.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(results, indent=1))
    return 0


def answers(corpora: Path, name: str) -> Iterator[tuple[list[Labelled], list[Judged]]]:
    """The labelled sentences of each document of a set, and what is told of them."""
    for document, sentences in documents(corpora):
        if sentences[0].example.place.startswith(name):
            yield sentences, list(told(document, sentences))


def scores(read_: list[tuple[list[Labelled], list[Judged]]]) -> dict[str, float]:
    """How many were told, the shares of them that are right, and the share of what is labelled that was told."""
    found = [each for sentences, told_ in read_ for each in recalled(sentences, told_)]
    judged = [each for _, told_ in read_ for each in told_]
    return {**measures(judged), "labelled": len(found), "found": share(found)}


def told(document: Document, sentences: list[Labelled]) -> Iterator[Judged]:
    """What is told of the labelled sentences of a document, and whether it is right."""
    for statement in read(document).statements:
        here = [each.example for each in sentences if _meets(each, statement)]
        if here:
            yield judge(statement, here)


def recalled(sentences: list[Labelled], judged: list[Judged]) -> Iterator[bool]:
    """Of each relation between two parties that is labelled, whether it was told of its sentence."""
    for sentence in sentences:
        statements = [each.statement for each in judged if _meets(sentence, each.statement)]
        for relation in sentence.example.relations:
            if _is_between(relation, sentence.example):
                alone = [replace(sentence.example, relations=(relation,))]
                yield any(judge(each, alone).right for each in statements)


def documents(corpora: Path, folder: Path = NEWS) -> Iterator[tuple[Document, list[Labelled]]]:
    """The documents of the corpora that have labelled sentences, with these."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            rows.setdefault(row["document"], []).append(row)
    for name, document in texts(corpora):
        if name in rows:
            yield document, [_labelled(document, row) for row in rows[name]]


def texts(corpora: Path) -> Iterator[tuple[str, Document]]:
    """Every document of the corpora with its name: the set, and its place there."""
    with (corpora / "wikinews_2019.csv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            published = from_iso(row["date"])
            document = Document(row["text"], title=row["title"], publisher="Wikinews", published=published)
            yield f"wikinews/{number}", document
    for path in sorted((corpora / "re3d").glob("*/documents.json")):
        for number, line in enumerate(filter(str.strip, path.read_text(encoding="utf-8").splitlines())):
            row, publisher = json.loads(line), path.parent.name.replace("_", " ")
            yield f"re3d/{path.parent.name}/{number}", Document(row["text"], title=row["title"], publisher=publisher)


def _labelled(document: Document, row: Mapping[str, Any]) -> Labelled:
    start, end = row["start"], row["end"]
    return Labelled(start, end, example_of(one_line(document.text[start:end]), row, row["document"]))


def _meets(sentence: Labelled, statement: Statement) -> bool:
    evidence: Span = statement.evidence
    return sentence.start < evidence.end and evidence.start < sentence.end


def _is_between(relation: Relation, example: Example) -> bool:
    """Whether a relation is between parties of different codes."""
    code = {party.number: party.code for party in example.parties}
    return not {code[each] for each in relation.actors} & {code[each] for each in relation.recipients}


if __name__ == "__main__":
    sys.exit(main())
