"""The one door to ONNX: sentences in, a vector for each of their word pieces out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

Floats = NDArray[np.float32]

#: Word pieces of a sentence that the encoder looks at; what lies beyond is not read.
MAX_PIECES = 160
#: Word pieces computed at a time. A batch holds sentences of one document only, so its numbers depend on nothing else.
BATCH_PIECES = 2048
WEIGHTS = files(__package__) / "weights"


@dataclass(frozen=True, slots=True)
class Encoded:
    """One sentence: `hidden` (pieces, 384) and where each piece stands in the sentence, (0, 0) for the special ones."""

    hidden: Floats
    offsets: tuple[tuple[int, int], ...]

    def covering(self, start: int, end: int) -> list[int]:
        """The numbers of the pieces that share a character with `[start, end)` of the sentence."""
        return [
            number for number, (first, last) in enumerate(self.offsets) if last > first and first < end and start < last
        ]

    def span(self, start: int, end: int) -> Floats:
        """Mean vector (384,) of the pieces in `[start, end)`; zeros if the encoder did not look that far."""
        pieces = self.covering(start, end)
        return self.hidden[pieces].mean(0) if pieces else np.zeros(self.hidden.shape[1], np.float32)


class Encoder:
    """The small transformer that reads sentences; loaded once a process."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        with as_file(WEIGHTS / "encoder.onnx") as path:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_str((WEIGHTS / "tokenizer.json").read_text(encoding="utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_PIECES)

    def encode(self, sentences: Sequence[str]) -> list[Encoded]:
        """Encode sentences, those of like length together; the answers are in the order given."""
        if not sentences:
            return []
        pieces = self._tokenizer.encode_batch(list(sentences))
        order = sorted(range(len(pieces)), key=lambda number: (len(pieces[number].ids), number))
        answers: dict[int, Encoded] = {}
        for group in _groups(order, [len(each.ids) for each in pieces]):
            hidden = self._run([pieces[number].ids for number in group])
            for row, number in enumerate(group):
                answers[number] = Encoded(hidden[row, : len(pieces[number].ids)], tuple(pieces[number].offsets))
        return [answers[number] for number in range(len(pieces))]

    def _run(self, rows: list[list[int]]) -> Floats:
        width = max(map(len, rows))
        ids = np.zeros((len(rows), width), np.int64)
        mask = np.zeros((len(rows), width), np.int64)
        for number, row in enumerate(rows):
            ids[number, : len(row)] = row
            mask[number, : len(row)] = 1
        output: Any = self._session.run(None, {"ids": ids, "mask": mask})
        return np.asarray(output[0], np.float32)


def _groups(order: list[int], lengths: list[int]) -> list[list[int]]:
    """Cut sentences, sorted by length, into batches of at most `BATCH_PIECES` pieces with their padding."""
    groups: list[list[int]] = []
    for number in order:
        if groups and (len(groups[-1]) + 1) * lengths[number] <= BATCH_PIECES:
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


@cache
def encoder() -> Encoder:
    """The encoder of this process."""
    return Encoder()


@cache
def card() -> dict[str, Any]:
    """What was written down when the weights were made: version, label sets, thresholds."""
    loaded: dict[str, Any] = json.loads((WEIGHTS / "card.json").read_text(encoding="utf-8"))
    return loaded
