"""How sure is sure: map the encoder's logits to probabilities that hold, on one half of the held-back part.

Logistic regression (Platt 1999) of whether a statement, as the reader makes it, is right in type, parties, direction
and standing, on three logits: of its type, of anything between its parties, and of its standing. The other half is left
for measuring (`python -m benchmarks.accuracy calibration`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from benchmarks.accuracy.calibration import told
from numpy.typing import NDArray

from dragoman.reading.heads import Certainty, heads
from training.markup import Example

Numbers = NDArray[np.float64]
#: From this logit of a type on, and of parties between which anything holds at this chance or more, statements are
#: looked at closely: no likelier ones reach `TOLD`.
LIKELY, RELATED = 2.1, 0.96
#: Statements of this certainty are told. Chosen by the totals of the exam and of `whole/`, both halves: a greater one
#: tells less that is wrong and misses facts, a smaller one falls into a trap (docs/reading.md).
TOLD = 0.38
#: Certainties as the logits of types give them; all that is looked at is told.
RAW = Certainty(type=1.0, way=0.0, standing=0.0, shift=0.0, likely=LIKELY, related=RELATED, told=0.0)


def calibration(blocks: Sequence[Example]) -> Certainty:
    """Certainty fitted to what is looked at in labelled blocks; the shipped heads are left with it."""
    heads().certainty = RAW
    statements = list(told(blocks))
    signs = np.array([(*each.signs, 1.0) for each in statements])
    weights = _fitted(signs, np.array([float(each.right) for each in statements]))
    of = dict(zip(("type", "way", "standing", "shift"), np.round(weights, 4).tolist(), strict=True))
    heads().certainty = found = replace(RAW, told=TOLD, **of)
    return found


def _fitted(design: Numbers, holds: Numbers) -> list[float]:
    """Newton's method on the log loss of the weights of the columns, halving a step that does not help."""

    def loss(weights: Numbers) -> float:
        scores = design @ weights
        return float((np.logaddexp(0, scores) - holds * scores).mean())

    weights = np.zeros(design.shape[1])
    weights[0], weights[-1] = 0.5, -1.0
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        slope = design.T @ (chance - holds)
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + 1e-6 * np.eye(design.shape[1])
        step = np.linalg.solve(curve, slope)
        while np.abs(step).max() > 1e-6 and loss(weights - step) > loss(weights):
            step = step / 2
        weights = weights - step
    return [float(weight) for weight in weights]
