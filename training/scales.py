"""From floats to whole numbers of eight bits: which scale, which zero, and how the strain is shared."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

#: Levels of a signed number on either side of zero, and of an unsigned one.
SIGNED_LEVELS = 127
LEVELS = 255


@dataclass(frozen=True, slots=True)
class Extent:
    """The least and the greatest value seen in each channel (channels,); both take in zero."""

    low: Floats
    high: Floats

    def divided(self, channels: Floats) -> Extent:
        """The extent once every channel is divided by its number."""
        return Extent(self.low / channels, self.high / channels)

    @property
    def reach(self) -> Floats:
        """The greatest distance from zero in each channel."""
        return np.maximum(-self.low, self.high)


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear layer: weights (out, in) and bias (out,)."""

    weight: Floats
    bias: Floats

    def scaled(self, factor: Floats) -> Linear:
        """The layer with its answers multiplied, each by its own factor or all by one."""
        return Linear(self.weight * factor.reshape(-1, 1), self.bias * factor)

    def taking(self, channels: Floats) -> Linear:
        """The layer for inputs whose channels were divided by `channels`."""
        return Linear(self.weight * channels, self.bias)


@dataclass(frozen=True, slots=True)
class Levels:
    """Values as whole numbers: `value = (number - zero) * scale`."""

    scale: float
    zero: int


def smoothing(seen: Extent, *layers: Linear) -> Floats:
    """What each channel is divided by, so that inputs and weights share the strain; 1 in the mean."""
    weights = np.maximum.reduce([np.abs(layer.weight).max(0) for layer in layers])
    found = np.sqrt(np.maximum(seen.reach, 1e-6) / np.maximum(weights, 1e-6))
    return np.asarray(found / found.mean(), np.float32)


def levels(seen: Extent) -> Levels:
    """Scale and zero with which all that was seen has a whole number."""
    low, high = float(seen.low.min()), float(seen.high.max())
    scale = max(high - low, 1e-6) / LEVELS
    return Levels(scale, round(-low / scale))


def weight_scales(weight: Floats) -> Floats:
    """The scale (out,) of each row of weights (out, in).

    Processors without VNNI (many laptops) add two neighbouring products in 16 bits and cut what goes beyond. Two
    neighbours of one sign therefore share the levels: 255 * 128 fits, and every processor computes the same numbers.
    """
    neighbours = weight.reshape(len(weight), -1, 2)
    strain = np.maximum(neighbours.clip(min=0).sum(2), -neighbours.clip(max=0).sum(2)).max(1)
    return np.asarray(np.maximum(strain, 1e-9) / SIGNED_LEVELS, np.float32)
