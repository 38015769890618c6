"""How readily the tags of attributions leave a word outside, as the weights ship.

The training counts every tag alike; what is scored, and used, are whole spans. With more said to be outside there are
fewer cues and contents, and more of them are right. Chosen on the development half of PolNeAR
(`python -m benchmarks.accuracy.development`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from training.labels import LAYERS

#: What is added to the score of "outside", by layer.
OUTSIDE = {"Cue": 0.8, "Content": 0.8}


def shift() -> NDArray[np.float32]:
    """What is added to the biases of the tags (layers * 3,): outside, begin, inside of each layer in turn."""
    found = np.zeros((len(LAYERS), 3), np.float32)
    for layer, more in OUTSIDE.items():
        found[LAYERS.index(layer), 0] = more
    return found.ravel()
