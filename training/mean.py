"""The mean of the weights of one training at several moments, which does better than any of them (model soups,
Wortsman et al. 2022; WiSE-FT, Wortsman et al. 2022).
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor


class Mean:
    """Grows by one set of weights at a time, each with its share."""

    def __init__(self) -> None:
        self._sums: dict[str, Tensor] = {}
        self._shares = 0.0

    def add(self, weights: Mapping[str, Tensor], share: float) -> None:
        """Take in a set of weights; those that are no floats stay as they were first."""
        self._shares += share
        for name, values in weights.items():
            if not values.dtype.is_floating_point:
                self._sums.setdefault(name, values.clone())
            elif name in self._sums:
                self._sums[name] += share * values
            else:
                self._sums[name] = share * values.double()

    def weights(self) -> dict[str, Tensor]:
        """The mean of what was taken in."""
        return {
            name: (values / self._shares).float() if values.dtype == torch.float64 else values
            for name, values in self._sums.items()
        }
