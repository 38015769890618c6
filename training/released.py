"""The reader as the package ships it, taken back into floats: where the next training starts.

The graph that ships (`training/quantised.py`) computes what the encoder it was written from does, up to rounding. What
a channel was divided by on its way in, its weights were multiplied by; both are multiplied out again here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import as_file
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import NodeProto, numpy_helper
from torch import Tensor

from dragoman.reading.encoder import WEIGHTS
from training import outside
from training.losses import STANDING_WEIGHTS
from training.model import Reader

Floats = NDArray[np.float32]

#: The linear layers of one layer of the encoder, in the order of the graph.
_LINEAR = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
_NORMS = ("attention.output.LayerNorm", "output.LayerNorm")


def released(base: Path) -> Reader:
    """The shipped reader; `base` is the folder of the encoder whose shape it has."""
    with as_file(WEIGHTS / "encoder.onnx") as path:
        encoder = _Graph(onnx.load(path).graph).state()
    with as_file(WEIGHTS / "heads.npz") as path, np.load(path) as file:
        heads = {name.replace("class", "klass"): torch.from_numpy(file[name].astype(np.float32)) for name in file}
    heads["layers.bias"] -= torch.from_numpy(outside.shift())
    heads["standing.bias"] += STANDING_WEIGHTS.log()
    reader = Reader(str(base), inner=len(encoder["encoder.layer.0.intermediate.dense.bias"]))
    reader.encoder.load_state_dict(encoder, strict=False)
    reader.heads.load_state_dict(heads, strict=False)
    return reader


@dataclass(frozen=True, slots=True)
class _Linear:
    """A layer's weight (out, in) and bias (out,)."""

    weight: Floats
    bias: Floats


class _Graph:
    """The graph that `quantised.py` writes, read back node by node."""

    def __init__(self, graph: onnx.GraphProto) -> None:
        self._nodes = list(graph.node)
        self._makers = {output: node for node in graph.node for output in node.output}
        self._takers = {name: node for node in reversed(graph.node) for name in node.input}
        self._constants = {each.name: numpy_helper.to_array(each) for each in graph.initializer}

    def state(self) -> dict[str, Tensor]:
        """The encoder's weights by the names of transformers."""
        words, places = self._tables()
        found = {
            "embeddings.word_embeddings.weight": words,
            "embeddings.position_embeddings.weight": places,
            "embeddings.token_type_embeddings.weight": np.zeros((2, words.shape[1]), np.float32),
        }
        norms = [(self._constant(node, 1), self._constant(node, 2)) for node in self._of("LayerNormalization")]
        found["embeddings.LayerNorm.weight"], found["embeddings.LayerNorm.bias"] = norms[0]
        linear = list(self._linear())
        for number in range(len(linear) // len(_LINEAR)):
            at = f"encoder.layer.{number}."
            for name, each in zip(_LINEAR, linear[number * len(_LINEAR) :], strict=False):
                # The graph holds the query divided down already, by the root of the width of a head.
                grown = np.float32(_HEAD**0.5 if name.endswith("query") else 1)
                found[f"{at}{name}.weight"], found[f"{at}{name}.bias"] = each.weight * grown, each.bias * grown
            for name, norm in zip(_NORMS, norms[1 + number * len(_NORMS) :], strict=False):
                found[f"{at}{name}.weight"], found[f"{at}{name}.bias"] = norm
        return {name: torch.tensor(values) for name, values in found.items()}

    def _tables(self) -> tuple[Floats, Floats]:
        """Words and places; those beyond the last that is used are zeros."""
        numbers, scales, used = (self._constant(node, 0) for node in self._of("Gather") if node.input[1] in _ASKED)
        places = np.zeros((_PLACES, used.shape[1]), np.float32)
        places[: len(used)] = used
        return numbers.astype(np.float32) * scales, places

    def _linear(self) -> Iterator[_Linear]:
        for node in self._of("MatMulIntegerToFloat"):
            numbers, scales = self._constant(node, 1), self._constant(node, 3)
            weight = numbers.T.astype(np.float32) * scales[:, None] * self._divided(node)
            yield _Linear(weight, self._constant(node, 6) if len(node.input) > 6 else self._bias_behind(node))

    def _divided(self, node: NodeProto) -> Floats:
        """What each channel was multiplied by before it was made whole numbers; 1 if by nothing."""
        maker = self._makers[self._makers[node.input[0]].input[0]]
        known = [self._constants[name] for name in maker.input if name in self._constants]
        return known[0] if maker.op_type == "Mul" and known else np.float32([1])

    def _bias_behind(self, node: NodeProto) -> Floats:
        """The bias of a product whose pieces have scales of their own: it is added after these."""
        scaled = self._takers[node.output[0]]
        return self._constant(self._takers[scaled.output[0]], 1)

    def _constant(self, node: NodeProto, number: int) -> Floats:
        return self._constants[node.input[number]]

    def _of(self, kind: str) -> Iterator[NodeProto]:
        return (node for node in self._nodes if node.op_type == kind)


#: What tells the tables of words and places from other gathering.
_ASKED = ("ids", "places")
#: The width of a head of attention, and the places that the encoder has a table for.
_HEAD = 32
_PLACES = 512
