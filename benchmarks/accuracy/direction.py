"""Which way: whether anything holds between two marked parties, and from which of them to which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from training.markup import Example, Party, examples

from benchmarks.accuracy.scores import accuracy, percent
from benchmarks.accuracy.unfit import Unfit
from dragoman.codebook.ties import MUTUAL
from dragoman.reading.encoder import Encoded, encoder
from dragoman.reading.heads import Heads

BLOCKS = Path(__file__).with_name("directions")
#: What can hold between two parties: forward is from the one named first.
WAYS = ("none", "forward", "backward", "both")
#: The logit from which on a pair is taken for related here: even chances. The reader tells only of what is surer.
EVEN = 0.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties in the order of the text, and which way anything holds between them."""

    first: Party
    second: Party
    way: str


def score(folder: Path, heads: Heads) -> dict[str, object]:
    """Accuracy of the way over the pairs of the blocks of a folder, and what was taken for what.

    `target_first_or_unrelated` is the share of pairs that one who always guesses forward gets wrong.
    """
    blocks = [example for path in sorted(folder.rglob("*.txt")) for example in examples(path)]
    if not blocks:
        raise Unfit(f"{folder} holds no .txt files of blocks in the format of training/README.md.")
    judged = []
    for example, encoded in zip(blocks, encoder().encode([each.text for each in blocks]), strict=True):
        listed = list(pairs(example))
        judged += [(pair.way, way) for pair, way in zip(listed, guess(listed, encoded, heads), strict=True)]
    counts = Counter(judged)
    return {
        "blocks": len(blocks),
        "pairs": len(judged),
        "accuracy": accuracy(judged),
        "target_first_or_unrelated": percent(sum(gold in ("none", "backward") for gold, _ in judged), len(judged)),
        "confusion": {gold: {given: counts[gold, given] for given in WAYS} for gold in WAYS},
    }


def pairs(example: Example) -> Iterator[Pair]:
    """Every two marked parties of different code, but those whose relation is labelled on other marks of the same."""
    ways: dict[frozenset[int], set[str]] = {}
    parties = {party.number: party for party in example.parties}
    for relation in example.relations:
        for a in relation.actors:
            for b in relation.recipients:
                forward = parties[a].start < parties[b].start
                found = {"forward", "backward"} if relation.type in MUTUAL else {"forward" if forward else "backward"}
                ways.setdefault(frozenset((a, b)), set()).update(found)
    related = {frozenset(parties[number].code for number in pair) for pair in ways}
    for first, second in combinations(sorted(example.parties, key=lambda party: party.start), 2):
        numbers, codes = frozenset((first.number, second.number)), frozenset((first.code, second.code))
        if len(codes) == 2 and (numbers in ways or codes not in related):
            yield Pair(first, second, _way(ways.get(numbers, set())))


def guess(listed: Sequence[Pair], encoded: Encoded, heads: Heads) -> list[str]:
    """The way of each pair: none if the heads do not take it for related, both if its likeliest type is mutual."""
    if not listed:
        return []
    first, second = (
        np.stack([encoded.span(party.start, party.end) for party in parties])
        for parties in zip(*((pair.first, pair.second) for pair in listed), strict=True)
    )
    vectors = heads.pair(np.concatenate([first, second]), np.concatenate([second, first]), encoded)
    forth, back = np.split(heads.way_logits(vectors), 2)
    types = np.maximum(*np.split(heads.type_logits(vectors), 2)).argmax(1)
    return [
        "none" if max(there, here) < EVEN else _related(heads.types[kind], is_forth=there >= here)
        for there, here, kind in zip(forth, back, types, strict=True)
    ]


def _related(kind: str, *, is_forth: bool) -> str:
    if kind in MUTUAL:
        return "both"
    return "forward" if is_forth else "backward"


def _way(ways: set[str]) -> str:
    return "both" if len(ways) == 2 else min(ways, default="none")
