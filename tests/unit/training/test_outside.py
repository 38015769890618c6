from __future__ import annotations

from training.labels import LAYERS
from training.outside import OUTSIDE, shift


def test_only_outside_becomes_likelier_and_only_in_those_layers() -> None:
    told = dict(zip(LAYERS, shift().reshape(len(LAYERS), 3).tolist(), strict=True))

    assert {layer: round(tags[0], 4) for layer, tags in told.items() if any(tags)} == OUTSIDE
    assert all(tags[1:] == [0, 0] for tags in told.values())
