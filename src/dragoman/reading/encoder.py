"""The one door to ONNX: sentences in, a vector for each of their word pieces out."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from threading import Lock, Thread
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

# ONNX Runtime would keep a record of its use in the home folder, and report it to its makers. It looks at this when
# it is loaded; the call is for where somebody loaded it before.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
import onnxruntime

onnxruntime.disable_telemetry_events()

Floats = NDArray[np.float32]

#: Word pieces of a sentence that the encoder looks at; what lies beyond is not read.
MAX_PIECES = 160
#: Word pieces computed at a time: enough to read the weights seldom, and few enough to stay in the processor's cache.
BATCH_PIECES = 512
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
        return self.mean((pieces[0], pieces[-1])) if pieces else np.zeros(self.hidden.shape[1], np.float32)

    def mean(self, pieces: tuple[int, int]) -> Floats:
        """Mean vector (384,) from the first piece to the last."""
        first, last = pieces
        vector: Floats = np.add.reduce(self.hidden[first : last + 1], 0) / np.float32(last + 1 - first)
        return vector


#: What is known of a sentence that the encoder has not seen.
UNREAD = Encoded(np.zeros((2, 384), np.float32), ((0, 0), (0, 0)))


class Encoder:
    """The small transformer that reads sentences; loaded once a process."""

    def __init__(self) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # The graph is written as it is to be run; the optimiser would put slower operators into it.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
        with as_file(WEIGHTS / "encoder.onnx") as path:
            self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._slots: int = next(each.shape[0] for each in self._session.get_inputs() if each.name == "slots")
        self._tokenizer = Tokenizer.from_str((WEIGHTS / "tokenizer.json").read_text(encoding="utf-8"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_PIECES)

    def encode(self, sentences: Sequence[str]) -> list[Encoded]:
        """Encode any number of sentences; the answers are in the order given.

        What a sentence gives depends on it alone: the same bytes in whatever company it is. The answers take 1.5 KB a
        piece, some 35 KB a sentence; what is computed on the way takes a few MB, however many sentences there are.
        """
        pieces = [self._tokenizer.encode(sentence) for sentence in sentences]
        ids = [each.ids for each in pieces]
        hidden: dict[int, Floats] = {}
        for batch in _batches([len(each) for each in ids], self._slots):
            hidden.update(self._run(batch, ids))
        return [Encoded(hidden[number], tuple(each.offsets)) for number, each in enumerate(pieces)]

    def _run(self, batch: Sequence[Sequence[int]], ids: Sequence[Sequence[int]]) -> Iterator[tuple[int, Floats]]:
        """Number and hidden states (pieces, 384) of every sentence of a batch.

        A batch is laid out as the graph wants it: slots, in each the sentences of one length, position by position.
        """
        laid = [np.array([ids[number] for number in slot], np.int32).T for slot in batch]
        # A slot left empty would be a division by zero, so it holds one piece that no one asks for.
        laid += [np.zeros((1, 1), np.int32)] * (self._slots - len(batch))
        places = [np.repeat(np.arange(len(each), dtype=np.int32), each.shape[1]) for each in laid]
        given = {
            "ids": np.concatenate([each.ravel() for each in laid]),
            "places": np.concatenate(places),
            "slots": np.array([each.shape for each in laid], np.int32),
        }
        output: Any = self._session.run(None, given)
        start = 0
        for slot, each in zip(batch, laid, strict=False):
            hidden: Floats = output[0][start : start + each.size].reshape(*each.shape, -1)
            yield from zip(slot, np.ascontiguousarray(hidden.swapaxes(0, 1)), strict=True)
            start += each.size


def _batches(lengths: Sequence[int], most: int) -> Iterator[list[list[int]]]:
    """The numbers of sentences, the short ones first: batches of at most `most` slots, slots of one length."""
    batch: list[list[int]] = []
    pieces = 0
    for number in sorted(range(len(lengths)), key=lengths.__getitem__):
        length = lengths[number]
        fresh = not batch or lengths[batch[-1][0]] != length
        if batch and (pieces + length > BATCH_PIECES or (fresh and len(batch) == most)):
            yield batch
            batch, pieces, fresh = [], 0, True
        if fresh:
            batch.append([])
        batch[-1].append(number)
        pieces += length
    if batch:
        yield batch


_LOADING = Lock()


def encoder() -> Encoder:
    """The encoder of this process, loaded when it is first asked for."""
    with _LOADING:
        return _loaded()


@cache
def _loaded() -> Encoder:
    return Encoder()


def load_ahead() -> None:
    """Begin to load the encoder beside what is done before it is needed, which is mostly loading, too."""
    if not _loaded.cache_info().currsize:
        Thread(target=encoder).start()


@cache
def card() -> dict[str, Any]:
    """What was written down when the weights were made: version, label sets, thresholds."""
    loaded: dict[str, Any] = json.loads((WEIGHTS / "card.json").read_text(encoding="utf-8"))
    return loaded
