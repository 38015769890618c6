"""Which of many channels are missed least, and what the others must weigh to take over their part.

They are left out one by one, each time the one without which least squares fit best, and the weights of all others are
those of least squares without it (Optimal Brain Surgeon, Hassibi and Stork 1993).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]

#: What keeps channels that say nearly the same from great weights of opposite signs, beside their mean square.
RIDGE = 1e-4


def least_missed(inside: Doubles, wanted: Doubles, inner: int) -> tuple[NDArray[np.int64], Doubles]:
    """The numbers of the `inner` channels that stay, in order, with the last beside them, and weights (channels, out),
    zeros for those left out, with which they come nearest to what is wanted.

    `inside` (channels, channels) holds the products of the channels with each other, `wanted` (channels, out) those
    with what is wanted, summed over a sample. The last channel, which is always one, stays: its weights are a bias.
    """
    last = len(inside) - 1
    ridge = RIDGE * inside.diagonal()[:last].mean()
    inverse = np.linalg.inv(inside + ridge * np.eye(last + 1))
    weights = inverse @ wanted
    stays = np.ones(last + 1, np.bool_)
    for _ in range(last - inner):
        missed = np.full(last + 1, np.inf)
        able = stays.copy()
        able[last] = False
        missed[able] = np.square(weights[able]).sum(1) / inverse.diagonal()[able]
        least = int(missed.argmin())
        stays[least] = False
        share = inverse[:, least] / inverse[least, least]
        weights -= np.outer(share, weights[least])
        inverse -= np.outer(share, inverse[least])
        weights[least] = 0.0
    return np.flatnonzero(stays), weights
