"""What one core can multiply, and what the encoder makes of it: `python -m benchmarks.speed.arithmetic`.

Prints one JSON object. Multiplications are those of the linear layers of the shipped encoder, in whole numbers of eight
bits. What the core can do is measured on the bare products, of the encoder's own shapes, with the library that the
encoder runs in; seconds are the processor's, the best of several turns. Needs the extra `train`.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from importlib.resources import as_file
from typing import Any

import numpy as np
import onnx
import onnxruntime
from benchmarks.speed import pile
from onnx import TensorProto, helper, numpy_helper

from dragoman.reading.encoder import BATCH_PIECES, WEIGHTS, encoder
from dragoman.reading.sentences import sentences

#: Channels in and channels out of a linear layer.
Shape = tuple[int, int]
#: Turns of which the best counts, and calls of a bare product in a turn.
TURNS = 5
CALLS = 50


def main() -> None:
    """Measure, print."""
    texts = [each.span.text for document in pile.documents(pile.FOLDERS) for each in sentences(document.text)]
    lengths = [len(each.offsets) for each in encoder().encode(texts)]
    layers = linear_layers()
    bare = {shape: bare_speed(shape) for shape in layers}
    seconds = best(lambda: encoder().encode(texts))
    print(json.dumps(report(layers, bare, lengths, seconds), indent=1))


def report(
    layers: Mapping[Shape, int], bare: Mapping[Shape, float], lengths: Sequence[int], seconds: float
) -> dict[str, Any]:
    """What was measured and what follows: `bare` are multiplications a second, `lengths` the sentences' pieces."""
    pieces = sum(lengths)
    each = sum(width * height * count for (width, height), count in layers.items())
    alone = pieces * sum(width * height * count / bare[width, height] for (width, height), count in layers.items())
    return {
        "multiplications_a_piece": each,
        "bare_multiplications_a_second": {f"{width}x{height}": round(bare[width, height]) for width, height in layers},
        "sentences": len(lengths),
        "pieces": pieces,
        "sentences_a_second": round(len(lengths) / seconds),
        "pieces_a_second": round(pieces / seconds),
        "multiplications_a_second": round(each * pieces / seconds),
        "share_of_the_fastest_bare": round(each * pieces / seconds / max(bare.values()), 3),
        "share_of_time_that_bare_products_would_take": round(alone / seconds, 3),
    }


def linear_layers() -> Counter[Shape]:
    """The shapes of the encoder's linear layers, and how many there are of each."""
    with as_file(WEIGHTS / "encoder.onnx") as path:
        graph = onnx.load(path).graph
    shapes = {each.name: tuple(each.dims) for each in graph.initializer}
    return Counter(shapes[node.input[1]] for node in graph.node if node.op_type == "MatMulIntegerToFloat")


def bare_speed(shape: Shape) -> float:
    """Multiplications a second in the bare product of a batch of pieces with the weights of a linear layer."""
    width, height = shape
    chance = np.random.default_rng(7)
    weights = numpy_helper.from_array(chance.integers(-127, 128, shape).astype(np.int8), "weights")
    zero = numpy_helper.from_array(np.array(128, np.uint8), "zero")
    node = helper.make_node("MatMulInteger", ["pieces", "weights", "zero"], ["product"])
    pieces = helper.make_tensor_value_info("pieces", TensorProto.UINT8, [BATCH_PIECES, width])
    answer = helper.make_tensor_value_info("product", TensorProto.INT32, [BATCH_PIECES, height])
    graph = helper.make_graph([node], "bare", [pieces], [answer], [weights, zero])
    opset = helper.make_opsetid("", 20)
    session = one_thread(helper.make_model(graph, opset_imports=[opset], ir_version=9).SerializeToString())
    given = {"pieces": chance.integers(0, 256, (BATCH_PIECES, width)).astype(np.uint8)}
    seconds = best(lambda: [session.run(None, given) for _ in range(CALLS)])
    return CALLS * BATCH_PIECES * width * height / seconds


def one_thread(model: bytes) -> Any:
    """A session of ONNX Runtime that uses one core."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def best(work: Callable[[], object]) -> float:
    """The fewest of the processor's seconds that some work takes."""
    taken = []
    for _ in range(TURNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


if __name__ == "__main__":
    main()
