"""How sure is sure: map the encoder's logits to probabilities that hold, on the held-back part.

Platt (1999): certainty = sigmoid(slope * logit + shift), fitted to whether a type holds of a pair. The threshold is the
certainty at which precision and recall balance best (F1).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from training.batches import batches
from training.data import Item
from training.losses import pair_vectors
from training.model import Reader
from training.tokens import PieceMaker

Numbers = NDArray[np.float64]


def calibration(reader: Reader, held: Sequence[Item], maker: PieceMaker) -> dict[str, float]:
    """Slope, shift, threshold, and the expected calibration error that is left."""
    logits, holds = _outcomes(reader, held, maker)
    slope, shift = _fitted(logits, holds)
    certainty = 1 / (1 + np.exp(-(slope * logits + shift)))
    return {
        "slope": round(float(slope), 4),
        "shift": round(float(shift), 4),
        "threshold": _threshold(certainty, holds),
        "error": round(_error(certainty, holds), 4),
    }


def _outcomes(reader: Reader, held: Sequence[Item], maker: PieceMaker) -> tuple[Numbers, Numbers]:
    """Logits of every type of every labelled pair, and whether the type holds."""
    reader.eval()
    logits, holds = [], []
    paired = [item for item in held if item.pairs and not item.pairs[0].exclusive]
    with torch.no_grad():
        for one in batches(paired, maker, size=64):
            hidden = reader(one.ids, one.mask.long())
            scores = reader.heads.types(pair_vectors(reader, one, hidden, one.pairs)[0])
            target = torch.zeros_like(scores)
            for number, each in enumerate(one.pairs):
                target[number, list(each[3].types)] = 1.0
            logits.append(scores.flatten().numpy())
            holds.append(target.flatten().numpy())
    return np.concatenate(logits).astype(np.float64), np.concatenate(holds).astype(np.float64)


def _fitted(logits: Numbers, holds: Numbers) -> tuple[float, float]:
    """Newton's method on the log loss of slope and shift, halving a step that does not help."""
    design = np.stack([logits, np.ones_like(logits)], 1)

    def loss(weights: Numbers) -> float:
        scores = design @ weights
        return float((np.logaddexp(0, scores) - holds * scores).mean())

    weights = np.array([0.5, -1.0])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
        slope = design.T @ (chance - holds)
        curve = (design * (chance * (1 - chance))[:, None]).T @ design + 1e-6 * np.eye(2)
        step = np.linalg.solve(curve, slope)
        while np.abs(step).max() > 1e-6 and loss(weights - step) > loss(weights):
            step = step / 2
        weights = weights - step
    return float(weights[0]), float(weights[1])


def _threshold(certainty: Numbers, holds: Numbers) -> float:
    """The certainty from which on taking everything gives the best F1."""

    def f1(threshold: float) -> float:
        taken = certainty >= threshold
        return float(2 * holds[taken].sum() / (taken.sum() + holds.sum()))

    return max((round(step / 100, 2) for step in range(10, 80)), key=f1)


def _error(certainty: Numbers, holds: Numbers) -> float:
    """Expected calibration error over ten bins of what could be taken (certainty of a tenth and more)."""
    error, taken = 0.0, certainty >= 0.1
    for low in np.arange(0.1, 1.0, 0.09):
        inside = taken & (certainty >= low) & (certainty < low + 0.09)
        if inside.any():
            error += inside.sum() / taken.sum() * abs(float(certainty[inside].mean() - holds[inside].mean()))
    return error
