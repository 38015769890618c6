"""PLV and AW: what a sentence says that a marked source does to a marked target (Zero-Shot-PLOVER, ACL 2024)."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from training.items import Place
from training.public import unmarked

from benchmarks.accuracy.layers import Layers
from benchmarks.accuracy.scores import accuracy, macro_f1
from benchmarks.accuracy.unfit import Unfit
from dragoman.reading.encoder import encoder

Scores = dict[str, float | int]

#: The quad class of each root: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. That of nearly
#: every row of the training half; AGREE, CONSULT, SUPPORT are verbal, YIELD, COOPERATE, AID material.
QUADS = {
    name: number
    for number, names in enumerate(
        (
            "AGREE CONSULT SUPPORT",
            "AID COOPERATE YIELD",
            "ACCUSE REJECT REQUEST THREATEN",
            "ASSAULT COERCE MOBILIZE PROTEST SANCTION",
        ),
        start=1,
    )
    for name in names.split()
}
#: Other ways in which a gold column may tell the two sides.
_SIDES = {"cooperation": 1, "cooperative": 1, "coop": 1, "conflict": 2, "conflictual": 2}


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence without its marks, where its source and its target stand, and what the test set says of them.

    `root` is `None` and `quad` 0 where the set does not say. `binary`: 1 cooperation, 2 conflict.
    """

    text: str
    source: Place
    target: Place
    root: str | None
    quad: int
    binary: int


def plv(folder: Path, layers: Layers) -> Scores:
    """Macro-F1 and accuracy of root, quad and binary classes on `test.tsv`; all are derived from the guessed root."""
    listed = rows(folder / "test.tsv")
    if any(row.root is None or not row.quad for row in listed):
        raise Unfit("PLV rows need a `gold_root` of the 15 PLOVER roots and a `gold_penta` of 1 to 4.")
    guesses = guess(listed, layers)
    judged: dict[str, list[tuple[object, object]]] = {
        "root": [(row.root, each.root) for row, each in zip(listed, guesses, strict=True)],
        "quad": [(row.quad, each.quad) for row, each in zip(listed, guesses, strict=True)],
        "binary": [(row.binary, each.binary) for row, each in zip(listed, guesses, strict=True)],
    }
    scores: Scores = {"sentences": len(listed)}
    for name, pairs in judged.items():
        scores |= {f"{name}_macro_f1": macro_f1(pairs), f"{name}_accuracy": accuracy(pairs)}
    return scores


def aw(folder: Path, layers: Layers) -> Scores:
    """Macro-F1 and accuracy of cooperation against conflict on `test.tsv`, a set that nothing was trained on."""
    listed = rows(folder / "test.tsv")
    judged = [(row.binary, each.binary) for row, each in zip(listed, guess(listed, layers), strict=True)]
    return {
        "sentences": len(listed),
        "cooperation": sum(row.binary == 1 for row in listed),
        "conflict": sum(row.binary == 2 for row in listed),
        "binary_macro_f1": macro_f1(judged),
        "binary_accuracy": accuracy(judged),
    }


@dataclass(frozen=True, slots=True)
class Guess:
    """The likeliest root of a row, its likeliest quad and its likeliest side, each by what its roots add up to."""

    root: str
    quad: int
    binary: int


def guess(listed: Sequence[Row], layers: Layers) -> list[Guess]:
    """The guesses for each row."""
    found = []
    for row, encoded in zip(listed, encoder().encode([row.text for row in listed]), strict=True):
        scores = layers.scores("root", layers.pair(row.source, row.target, encoded))[0]
        found.append(_guess(dict(zip(layers.named("roots"), np.exp(scores - scores.max()).tolist(), strict=True))))
    return found


def _guess(chances: Mapping[str, float]) -> Guess:
    quads: defaultdict[int, float] = defaultdict(float)
    sides: defaultdict[int, float] = defaultdict(float)
    for root, chance in chances.items():
        quads[QUADS[root]] += chance
        sides[side(QUADS[root])] += chance
    return Guess(
        max(chances, key=chances.__getitem__), max(quads, key=quads.__getitem__), max(sides, key=sides.__getitem__)
    )


def side(quad: int) -> int:
    """1 for the two quads of cooperation, 2 for those of conflict."""
    return 1 if quad <= 2 else 2


def rows(path: Path) -> list[Row]:
    """The rows of a file with tabs and a line of column names; raises `Unfit` if these are not what is expected."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t")
        columns = set(reader.fieldnames or ())
        listed = list(reader)
    golds = columns & {"gold_root", "gold_penta", "gold_binary"}
    if "marked_sentence" not in columns or not golds:
        raise Unfit(
            f"{path} has the columns {sorted(columns)}; expected `marked_sentence` and at least one of `gold_root`, "
            "`gold_penta` and `gold_binary`, separated by tabs."
        )
    return [_row(each, str(path)) for each in listed]


def _row(given: Mapping[str, str], name: str) -> Row:
    text, source, target = unmarked(given["marked_sentence"])
    root = given.get("gold_root") or None
    if root is not None and root not in QUADS:
        raise Unfit(f"{name}: gold_root is {root!r}; expected one of {', '.join(sorted(QUADS))}.")
    quad = _number(given.get("gold_penta"), "gold_penta", range(1, 5), name) or (QUADS[root] if root else 0)
    stated = _binary(given.get("gold_binary"), name)
    if not (stated or quad):
        raise Unfit(f"{name}: a row has neither gold_root nor gold_penta nor gold_binary: {text!r}")
    return Row(text, source, target, root, quad, stated or side(quad))


def _number(value: str | None, column: str, allowed: range, name: str) -> int:
    """A class as a number, "2" and "2.0" alike; 0 if there is none."""
    if value is None or not value.strip():
        return 0
    number = re.fullmatch(r"(\d)(?:\.0)?", value.strip())
    if number is None or int(number[1]) not in allowed:
        raise Unfit(f"{name}: {column} is {value!r}; expected a number from {allowed[0]} to {allowed[-1]}.")
    return int(number[1])


def _binary(value: str | None, name: str) -> int:
    """The side that a gold column gives; 0 if it gives none.

    Words ("cooperation", "conflict"), or numbers: 0 cooperation and 1 conflict. Other numbers could mean either.
    """
    word = (value or "").strip().lower()
    if not word:
        return 0
    if word in _SIDES:
        return _SIDES[word]
    if word in ("0", "1", "0.0", "1.0"):
        return 1 + int(word[0])
    raise Unfit(
        f"{name}: gold_binary is {value!r}; expected one of {', '.join(_SIDES)}, or 0 for cooperation "
        "and 1 for conflict. Quad classes, 1 to 4, belong into gold_penta."
    )
