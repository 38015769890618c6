"""An ONNX graph written node by node, so that what is computed is what is written here and no optimiser changes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import onnx
from numpy.typing import ArrayLike, NDArray
from onnx import TensorProto, helper, numpy_helper

#: The operators of ONNX, and those that ONNX Runtime adds to them.
STANDARD = helper.make_opsetid("", 20)
CONTRIBUTED = helper.make_opsetid("com.microsoft", 1)


#: The sizes of a value's axes; those that differ from call to call by name.
Shape = Sequence[int | str]


class Graph:
    """Nodes and constants in the order in which they were added; values go by name."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[tuple[str, tuple[int, ...], bytes], onnx.TensorProto] = {}

    def constant(self, values: NDArray[np.generic]) -> str:
        """The name of a constant; equal ones are kept once."""
        tensor = numpy_helper.from_array(np.asarray(values, order="C"), f"constant{len(self._constants)}")
        key = (values.dtype.str, values.shape, values.tobytes())
        return str(self._constants.setdefault(key, tensor).name)

    def floats(self, values: ArrayLike) -> str:
        """The name of a constant of 32-bit floats."""
        return self.constant(np.asarray(values, np.float32))

    def whole(self, *values: int) -> str:
        """The name of a constant list of whole numbers: a shape, axes, places."""
        return self.constant(np.array(values, np.int64))

    def add(self, operator: str, *inputs: str, domain: str = "", **attributes: object) -> str:
        """The name of the value that an operator makes of others; "" stands for an input left out."""
        name = f"{operator}{len(self._nodes)}"
        self._nodes.append(helper.make_node(operator, list(inputs), [name], name, domain=domain, **attributes))
        return name

    def split(self, value: str, sizes: str, count: int) -> list[str]:
        """The names of the `count` parts of a value, whose lengths `sizes` lists, along its first axis."""
        names = [f"Split{len(self._nodes)}.{number}" for number in range(count)]
        self._nodes.append(helper.make_node("Split", [value, sizes], names, names[0], axis=0))
        return names

    def model(self, *, takes: Mapping[str, Shape], gives: tuple[str, Shape]) -> bytes:
        """The model as a file holds it: inputs of whole numbers and one output of floats, each with name and shape."""
        inputs = [helper.make_tensor_value_info(name, TensorProto.INT32, shape) for name, shape in takes.items()]
        output = helper.make_tensor_value_info(gives[0], TensorProto.FLOAT, gives[1])
        graph = helper.make_graph(self._nodes, "encoder", inputs, [output], list(self._constants.values()))
        model = helper.make_model(graph, opset_imports=[STANDARD, CONTRIBUTED], ir_version=9)
        onnx.checker.check_model(model)
        return bytes(model.SerializeToString(deterministic=True))
