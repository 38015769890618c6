"""The public training sets that are single sentences: PLV pairs, CAMEO and re3d spans, CAMEO classes."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from training.items import Item, Pair, Place, Words
from training.labels import ROOTS, TYPES, WORD_LABELS

_MARK = re.compile(r"</?[st]>")
_TYPES_OF = {"YIELD": ("CONCEDE", "RETREAT")}


def plv(path: Path, *, origin: str = "plv") -> Iterator[Item]:
    """Sentences as PLV (Zero-Shot-PLOVER) has them: one marked source and target, one of 15 root classes."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if not {"<s>", "<t>"} <= set(re.findall(r"<[st]>", row["marked_sentence"])):
                continue
            text, source, target = unmarked(row["marked_sentence"])
            name = row["gold_root"]
            kinds = tuple(TYPES.index(each) for each in _TYPES_OF.get(name, (name,)))
            pair = Pair(source, target, kinds, ROOTS.index(name), exclusive=True)
            yield Item(text, (pair,), origin=origin)


def unmarked(marked: str) -> tuple[str, Place, Place]:
    """A sentence without its `<s>` and `<t>` marks, and where source and target first stand in it.

    A party that is not marked, for the sentence does not name it, is anywhere: its place is the whole sentence.
    """
    text, places, last = "", dict[str, int](), 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        places.setdefault(match.group(), len(text))
        last = match.end()
    text += marked[last:]
    return text, _place("s", places, text), _place("t", places, text)


def _place(mark: str, places: Mapping[str, int], text: str) -> Place:
    return places.get(f"<{mark}>", 0), places.get(f"</{mark}>", len(text))


def words(path: Path, task: str) -> Iterator[Item]:
    """Sentences of a file in CoNLL columns, a word and its label a line; a word stands between single spaces."""
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        rows = [line.split() for line in block.splitlines() if len(line.split()) > 1]
        if rows:
            yield _worded([row[0] for row in rows], [row[-1] for row in rows], task)


def _worded(listed: list[str], labels: list[str], task: str) -> Item:
    places, at = [], 0
    for word in listed:
        places.append((at, at + len(word)))
        at += len(word) + 1
    numbers = tuple(WORD_LABELS[task].index(label) for label in labels)
    return Item(" ".join(listed), words=(Words(task, tuple(places), numbers),), origin=task)


def cameo(path: Path) -> Iterator[Item]:
    """CAMEO sentences with their spans and, where these tell one source and one target, the two as a pair of which
    nothing is labelled.
    """
    for each in words(path, "cameo"):
        (labelled,) = each.words
        sides = [_spans(labelled, name) for name in "ST"]
        if [len(side) for side in sides] == [1, 1]:
            yield replace(each, pairs=(Pair(sides[0][0], sides[1][0], (), exclusive=True),))
        else:
            yield each


def _spans(labelled: Words, name: str) -> list[Place]:
    """The spans of a kind of party, source "S" or target "T"."""
    found: list[Place] = []
    for place, number in zip(labelled.places, labelled.labels, strict=True):
        label = WORD_LABELS["cameo"][number]
        if label == f"B-{name}":
            found.append(place)
        elif label == f"I-{name}" and found:
            found[-1] = (found[-1][0], place[1])
    return found


def classes(path: Path) -> Iterator[Item]:
    """Sentences with the number of their CAMEO class."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if len(row) == 2 and row[1].isdigit():
                yield Item(row[0], kind=int(row[1]), origin="class")
