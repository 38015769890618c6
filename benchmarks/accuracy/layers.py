"""The linear layers above the encoder, as a benchmark uses them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import as_file
from pathlib import Path

import numpy as np

from benchmarks.accuracy.unfit import Unfit
from dragoman.reading.encoder import WEIGHTS, Encoded, Floats, card
from dragoman.reading.heads import Heads


@dataclass(frozen=True, slots=True)
class Layers:
    """Arrays by name ("root.weight"), and the lists of labels of their outputs by name ("roots")."""

    arrays: Mapping[str, Floats]
    labels: Mapping[str, Sequence[str]]

    @classmethod
    def load(cls, path: Path, labels: Mapping[str, Sequence[str]]) -> Layers:
        """The arrays of an `.npz` file, as 32-bit floats."""
        with np.load(path) as stored:
            return cls({name: np.asarray(stored[name], np.float32) for name in stored}, labels)

    def scores(self, name: str, vectors: Floats) -> Floats:
        """The outputs (vectors, outputs) of a layer; raises `Unfit` if there is no such layer."""
        try:
            weight, bias = self.arrays[f"{name}.weight"], self.arrays[f"{name}.bias"]
        except KeyError as missing:
            raise Unfit(f"The weights hold no array {missing}; train and export a reader that has it.") from None
        return np.asarray(vectors @ weight.T + bias, np.float32)

    def named(self, name: str) -> Sequence[str]:
        """A list of labels; raises `Unfit` if the card of the weights has none of that name."""
        if name not in self.labels:
            raise Unfit(f"The card of the weights lists no {name!r}; train and export a reader that has them.")
        return self.labels[name]

    def pair(self, actor: tuple[int, int], recipient: tuple[int, int], encoded: Encoded) -> Floats:
        """The vector (1, 256) of what is between two places of a sentence, given as characters."""
        return Heads(self.arrays).pair(encoded.span(*actor)[None], encoded.span(*recipient)[None], encoded)


def shipped() -> Layers:
    """The layers that ship with the reader."""
    with as_file(WEIGHTS / "heads.npz") as path:
        return Layers.load(path, card())
