from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from benchmarks.accuracy.layers import shipped
from benchmarks.accuracy.unfit import Unfit

from dragoman.reading.encoder import encoder
from tests.unit.benchmarks.layers import stored


def test_layers_are_read_from_a_file_as_32_bit_floats(tmp_path: Path) -> None:
    layers = stored(tmp_path, root=3)
    assert layers.arrays["actor.weight"].dtype == np.float32
    assert layers.scores("root", np.ones((2, 3), np.float32)).argmax(1).tolist() == [3, 3]


def test_the_vector_of_a_pair_comes_from_the_heads(tmp_path: Path) -> None:
    (encoded,) = encoder().encode(["Peru thanked Chile."])
    assert stored(tmp_path).pair((0, 4), (13, 18), encoded).shape == (1, 3)


def test_missing_arrays_and_labels_are_named(tmp_path: Path) -> None:
    layers = stored(tmp_path)
    with pytest.raises(Unfit, match=r"class\.weight"):
        layers.scores("class", np.zeros((1, 384), np.float32))
    with pytest.raises(Unfit, match="re3d"):
        layers.named("re3d")


def test_what_ships_can_be_loaded() -> None:
    assert "types.weight" in shipped().arrays
    assert "types" in shipped().labels
