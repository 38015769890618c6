from __future__ import annotations

import numpy as np
from training.retelling import fitted


def test_the_factors_are_those_by_which_chances_were_made() -> None:
    found = np.random.default_rng(1).normal(size=(4000, 2))
    told = np.random.default_rng(2).random(4000) < 1 / (1 + np.exp(-(0.5 + 2 * found[:, 0] - found[:, 1])))
    bias, factors = fitted(found, told.astype(float))
    assert np.allclose([bias, *factors], [0.5, 2, -1], atol=0.2)
