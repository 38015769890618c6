"""Words with tags: CAMEO sources and targets, re3d entities. Scores are F1 of exact spans, as seqeval reads BIO."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np

from benchmarks.accuracy.layers import Layers
from benchmarks.accuracy.scores import micro_f1
from benchmarks.accuracy.unfit import Unfit
from dragoman.reading.encoder import Encoded, Floats, encoder

#: A label, the number of its first word and that of the first word after it.
Tagged = tuple[str, int, int]
Scores = dict[str, float | int | dict[str, float]]
_NEVER = -1e9


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence as its words, each with its tag: "O", or "B-" or "I-" and a label."""

    words: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words with one space between them."""
        return " ".join(self.words)

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where each word stands in the text."""
        ends = accumulate(len(word) + 1 for word in self.words)
        return [(end - 1 - len(word), end - 1) for word, end in zip(self.words, ends, strict=True)]


def score(path: Path, layers: Layers, name: str) -> Scores:
    """The F1 of spans, overall and by label, of a file; `name` is that of the layer and of its list of labels."""
    listed = sentences(path)
    guesses = guess(listed, layers, name)
    judged = [(spans(each.tags), spans(tags)) for each, tags in zip(listed, guesses, strict=True)]
    labels = sorted({label for pair in judged for one in pair for label, _, _ in one})
    each_label = {
        label: micro_f1((_only(gold, label), _only(found, label)) for gold, found in judged) for label in labels
    }
    return {
        "sentences": len(listed),
        "spans": sum(len(gold) for gold, _ in judged),
        "span_f1": micro_f1(judged),
        "by_label": each_label,
    }


def sentences(path: Path) -> list[Words]:
    """The sentences of a file with a word and its tag on each line, and an empty line between sentences."""
    found: list[Words] = []
    rows: list[tuple[str, str]] = []
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), ""], start=1):
        if line.strip():
            rows.append(_tagged(line, f"{path}:{number}"))
        elif rows:
            found.append(Words(tuple(word for word, _ in rows), tuple(tag for _, tag in rows)))
            rows = []
    return found


def _tagged(line: str, place: str) -> tuple[str, str]:
    # A word may be nothing but a space of its own kind; its tag stands alone then.
    word, tag = ("", line.strip()) if len(line.split()) == 1 else line.rstrip().rsplit(None, 1)
    if tag != "O" and tag[:2] not in ("B-", "I-"):
        raise Unfit(f"{place}: the tag is {tag!r}; expected a word, a space or tab, and O, B-… or I-….")
    return word.strip(), tag


def guess(listed: Sequence[Words], layers: Layers, name: str) -> list[list[str]]:
    """The tags of each sentence."""
    labels = layers.named(name)
    encoded = encoder().encode([each.text for each in listed])
    return [
        _tags(each, one, layers.scores(name, one.hidden), labels) for each, one in zip(listed, encoded, strict=True)
    ]


def _tags(sentence: Words, encoded: Encoded, scores: Floats, labels: Sequence[str]) -> list[str]:
    """The tag of each word by its first piece; a word that the encoder did not see has none."""
    tags = ["O"] * len(sentence.words)
    firsts = {number: pieces[0] for number, place in enumerate(sentence.places) if (pieces := encoded.covering(*place))}
    path = best(scores[list(firsts.values())], labels) if firsts else []
    for number, label in zip(firsts, path, strict=True):
        tags[number] = label
    return tags


def best(scores: Floats, labels: Sequence[str]) -> list[str]:
    """The tags (words) with the highest sum of scores (words, labels) in which a span begins with its beginning."""
    barred = np.array(
        [[_NEVER if after[0] == "I" and before[1:] != after[1:] else 0.0 for after in labels] for before in labels]
    )
    first = np.array([_NEVER if label[0] == "I" else 0.0 for label in labels])
    reached, back = scores[0] + first, []
    for row in scores[1:]:
        reach = reached[:, None] + barred
        back.append(reach.argmax(0))
        reached = reach.max(0) + row
    path = [int(reached.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [labels[number] for number in reversed(path)]


def spans(tags: Sequence[str]) -> frozenset[Tagged]:
    """The spans that tags mean; an inside without its beginning begins one, as in seqeval."""
    found, label, start = set(), "", 0
    for number, tag in enumerate([*tags, "O"]):
        place, _, name = tag.partition("-")
        if label and (place != "I" or name != label):
            found.add((label, start, number))
            label = ""
        if place != "O" and not label:
            label, start = name, number
    return frozenset(found)


def _only(found: frozenset[Tagged], label: str) -> frozenset[Tagged]:
    return frozenset(one for one in found if one[0] == label)
