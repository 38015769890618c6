"""The trained encoder as the package runs it: an ONNX graph whose matrix products are in whole numbers of eight bits.

What one sentence gives must not depend on its neighbours, so no scale is taken from the batch:

- What flows into most products has a scale fixed here, from the extents seen on sentences. Channels that reach far are
  divided down first and their weights multiplied up (SmoothQuant, Xiao et al. 2023), which halves the error.
- Only the widest layer, after the GELU, takes a scale for each piece, for its greatest values differ most.
- There is no padding and no mask. A call holds several slots, and a slot sentences of one length; the linear layers
  take the pieces of all slots at once, attention one slot after the other.

In a slot pieces are laid out position by position, not sentence by sentence: then the heads of attention can be reached
by strides alone, and nothing need be copied to bring them together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from onnx import TensorProto
from torch import Tensor, nn
from transformers import BertModel

from training.extents import extents
from training.graph import CONTRIBUTED, Graph
from training.scales import LEVELS, SIGNED_LEVELS, Extent, Floats, Levels, Linear, levels, smoothing, weight_scales
from training.tokens import MAX_PIECES

#: ONNX Runtime's own operators.
OWN = CONTRIBUTED.domain
#: Slots of a call: with fewer, a short document has the weights read too often; with more, those left empty cost.
SLOTS = 6
#: GELU never falls below this; so many levels are kept for what is negative.
GELU_LEAST = 0.17
GELU_LEVELS_BELOW = 16
#: Sentences on which scales are measured, and the least cosine with the exact encoder that an export must reach.
MEASURED = 600
LEAST_COSINE = 0.99


@dataclass(frozen=True, slots=True)
class Quantised:
    """The name of a value's whole numbers, their levels, and the name of the pieces' scales if each has its own."""

    numbers: str
    levels: Levels
    scales: str | None = None


def write_encoder(encoder: BertModel, sentences: Sequence[Sequence[int]], path: Path) -> float:
    """Write the encoder and return its mean cosine with the exact one over sentences of piece ids.

    Raises ValueError, and writes nothing, if there are no sentences or if what would be written is not near the exact.
    """
    if not sentences:
        raise ValueError("no sentences to measure scales on, expected some hundreds; look into the folder of sentences")
    encoder.eval()
    chosen = sentences[:: max(1, len(sentences) // MEASURED)]
    model = _Writer(encoder, extents(encoder, chosen)).model()
    reached = cosine(encoder, model, chosen[:100])
    if not reached >= LEAST_COSINE:
        raise ValueError(
            f"the quantised encoder has cosine {reached:.4f} with the exact one, expected {LEAST_COSINE} or more; "
            f"look at the sentences its scales are measured on"
        )
    path.write_bytes(model)
    return reached


def cosine(encoder: BertModel, model: bytes, sentences: Sequence[Sequence[int]]) -> float:
    """The mean cosine, over pieces, of the quantised encoder's vectors with the exact ones."""
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    found: list[Floats] = []
    for ids in sentences:
        row, rest = np.array(ids, np.int32), SLOTS - 1
        given = {
            "ids": np.pad(row, (0, rest)),
            "places": np.pad(np.arange(len(row), dtype=np.int32), (0, rest)),
            "slots": np.array([[len(row), 1], *[[1, 1]] * rest], np.int32),
        }
        with torch.no_grad():
            exact = encoder(input_ids=torch.from_numpy(row[None]).long()).last_hidden_state[0].numpy()
        quantised = session.run(None, given)[0][: len(row)]
        lengths = np.linalg.norm(exact, axis=1) * np.linalg.norm(quantised, axis=1)
        found.append((exact * quantised).sum(1) / lengths)
    return float(np.concatenate(found).mean())


class _Writer:
    """Writes one encoder's graph."""

    def __init__(self, encoder: BertModel, seen: Mapping[nn.Module, Extent]) -> None:
        self.encoder, self.seen, self.graph = encoder, seen, Graph()
        self.width: int = encoder.config.hidden_size
        heads = encoder.config.num_attention_heads
        self.head = self.width // heads
        graph = self.graph
        slots = graph.add("Cast", "slots", to=TensorProto.INT64)
        self.sizes = graph.add("ReduceProd", slots, graph.whole(1), keepdims=0)
        several = graph.add("Mul", slots, graph.whole(1, heads))
        shapes = graph.add("Concat", several, graph.constant(np.full((SLOTS, 1), self.head)), axis=1)
        self.shapes = [graph.add("Gather", shapes, graph.constant(np.array(slot))) for slot in range(SLOTS)]

    def model(self) -> bytes:
        """The whole of it, as a file holds it."""
        values = self._embedded()
        for layer in self.encoder.encoder.layer:
            values = self._fed(layer, self._attended(layer.attention, values))
        takes = {"ids": ["pieces"], "places": ["pieces"], "slots": [SLOTS, 2]}
        return self.graph.model(takes=takes, gives=(values, ["pieces", self.width]))

    def _embedded(self) -> str:
        """Word, place and kind of each piece, (pieces, width)."""
        graph, tables = self.graph, self.encoder.embeddings
        table = array(tables.word_embeddings.weight)
        scales = np.abs(table).max(1, keepdims=True) / SIGNED_LEVELS
        numbers = graph.add("Gather", graph.constant(np.rint(table / scales).astype(np.int8)), "ids")
        floats = graph.add("Cast", numbers, to=TensorProto.FLOAT)
        words = graph.add("Mul", floats, graph.add("Gather", graph.floats(scales), "ids"))
        places = array(tables.position_embeddings.weight)[:MAX_PIECES] + array(tables.token_type_embeddings.weight)[0]
        here = graph.add("Gather", graph.floats(places), "places")
        return self._normed(graph.add("Add", words, here), tables.LayerNorm)

    def _attended(self, attention: nn.Module, values: str) -> str:
        """Self-attention over each sentence, added to what it was given."""
        graph, own, after = self.graph, attention.self, attention.output.dense
        taken = [linear(own.query).scaled(np.float32([self.head**-0.5])), linear(own.key), linear(own.value)]
        # What attention mixes are the values, so their channels can be divided down before it.
        smooth = smoothing(self.seen[after], linear(after))
        taken[2] = taken[2].scaled(1 / smooth)
        products = self._products(values, self.seen[own.query], taken)
        parts = zip(self.shapes, *(graph.split(each, self.sizes, SLOTS) for each in products), strict=True)
        flat = graph.add("Concat", *(self._mixed(*part) for part in parts), axis=0)
        given = self._quantised(flat, levels(self.seen[after].divided(smooth)))
        answer = self._product(given, linear(after).taking(smooth))
        return self._normed(graph.add("Add", answer, values), attention.output.LayerNorm)

    def _mixed(self, shape: str, *parts: str) -> str:
        """What the heads of the sentences in one slot gather from its pieces, given their query, key and value."""
        graph = self.graph
        query, key, value = (graph.add("Reshape", part, shape, allowzero=1) for part in parts)
        strides = {"transBatchA": 1, "transBatchB": 1, "transB": 1}
        scores = graph.add("FusedMatMul", query, key, domain=OWN, **strides)
        chances = graph.add("Softmax", scores, axis=-1)
        mixed = graph.add("FusedMatMul", chances, value, domain=OWN, transBatchB=1)
        return graph.add("Reshape", graph.add("Transpose", mixed, perm=[1, 0, 2]), graph.whole(-1, self.width))

    def _fed(self, layer: nn.Module, values: str) -> str:
        """The feed-forward half of a layer, added to what it was given."""
        graph, wide = self.graph, layer.intermediate.dense
        (widened,) = self._products(values, self.seen[wide], [linear(wide)])
        answer = self._product(
            self._quantised_gelu(graph.add("Gelu", widened, approximate="tanh")), linear(layer.output.dense)
        )
        return self._normed(graph.add("Add", answer, values), layer.output.LayerNorm)

    def _products(self, values: str, seen: Extent, layers: Sequence[Linear]) -> list[str]:
        """Linear layers over the same values."""
        smooth = smoothing(seen, *layers)
        chosen = levels(seen.divided(smooth))
        divided = self.graph.add("Mul", values, self.graph.floats(1 / (smooth * chosen.scale)))
        given = self._quantised(divided, Levels(1.0, chosen.zero))
        return [self._product(given, layer.taking(smooth * np.float32(chosen.scale))) for layer in layers]

    def _quantised(self, values: str, chosen: Levels) -> Quantised:
        scale, zero = self.graph.floats(chosen.scale), self.graph.constant(np.uint8(chosen.zero))
        return Quantised(self.graph.add("QuantizeLinear", values, scale, zero), chosen)

    def _quantised_gelu(self, values: str) -> Quantised:
        """Each piece at a scale of its own, with few levels for the little that is below zero."""
        graph, below = self.graph, GELU_LEVELS_BELOW
        most = graph.add("ReduceMax", values, graph.whole(-1), keepdims=1)
        fitting = graph.add("Mul", most, graph.floats(1 / (LEVELS - below)))
        scales = graph.add("Max", fitting, graph.floats(GELU_LEAST / below))
        flat = graph.add("Reshape", scales, graph.whole(-1))
        zeros = graph.add("Expand", graph.constant(np.array([below], np.uint8)), graph.add("Shape", flat))
        numbers = graph.add("QuantizeLinear", values, flat, zeros, axis=0)
        return Quantised(numbers, Levels(1.0, below), scales)

    def _product(self, given: Quantised, layer: Linear) -> str:
        """A linear layer over whole numbers, its answer in floats."""
        graph = self.graph
        scales = weight_scales(layer.weight)
        numbers = np.rint(layer.weight / scales[:, None]).astype(np.int8).T
        zero = graph.constant(np.uint8(given.levels.zero))
        inputs = [given.numbers, graph.constant(numbers), graph.floats(given.levels.scale), graph.floats(scales), zero]
        if given.scales is None:
            return graph.add("MatMulIntegerToFloat", *inputs, "", graph.floats(layer.bias), domain=OWN)
        product = graph.add("Mul", graph.add("MatMulIntegerToFloat", *inputs, domain=OWN), given.scales)
        return graph.add("Add", product, graph.floats(layer.bias))

    def _normed(self, values: str, norm: nn.LayerNorm) -> str:
        weight, bias = self.graph.floats(array(norm.weight)), self.graph.floats(array(norm.bias))
        return self.graph.add("LayerNormalization", values, weight, bias, epsilon=norm.eps)


def linear(module: nn.Module) -> Linear:
    """A torch layer's numbers."""
    return Linear(array(module.weight), array(module.bias))


def array(values: Tensor) -> NDArray[np.float32]:
    """A tensor as numpy holds it."""
    return values.detach().float().numpy()
