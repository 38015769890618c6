"""The five classes of a sentence that come with CAMEO: neutral, and cooperation and conflict in words and in deeds."""

from __future__ import annotations

from pathlib import Path

from benchmarks.accuracy.layers import Layers
from benchmarks.accuracy.scores import accuracy, macro_f1
from benchmarks.accuracy.unfit import Unfit
from dragoman.reading.encoder import encoder

CLASSES = 5


def score(path: Path, layers: Layers) -> dict[str, float | int]:
    """Macro-F1 and accuracy of the class, guessed from the vector of the sentence's first piece."""
    listed = rows(path)
    judged: list[tuple[int, int]] = []
    for (_, gold), encoded in zip(listed, encoder().encode([text for text, _ in listed]), strict=True):
        judged.append((gold, int(layers.scores("class", encoded.hidden[:1])[0].argmax())))
    return {"sentences": len(listed), "macro_f1": macro_f1(judged), "accuracy": accuracy(judged)}


def rows(path: Path) -> list[tuple[str, int]]:
    """Sentences with their classes from a file of two columns without names, separated by a tab."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").rstrip("\n").split("\n"), start=1):
        text, _, kind = line.rpartition("\t")
        if not text or kind.strip() not in map(str, range(CLASSES)):
            if number == 1 and text:
                # A line of column names.
                continue
            raise Unfit(
                f"{path}:{number}: expected a sentence, a tab and a class from 0 to {CLASSES - 1}: {line[:80]!r}"
            )
        found.append((text, int(kind)))
    return found
