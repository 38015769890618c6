from __future__ import annotations

import numpy as np
from training.scales import LEVELS, SIGNED_LEVELS, Extent, Linear, levels, smoothing, weight_scales

CHANCE = np.random.default_rng(7)
LAYER = Linear(CHANCE.normal(size=(6, 8)).astype(np.float32), CHANCE.normal(size=6).astype(np.float32))
SEEN = Extent(np.float32([-1, -2, 0, -9, -1, -1, -3, 0]), np.float32([1, 4, 2, 40, 0, 1, 1, 1]))


def test_all_that_was_seen_has_a_whole_number() -> None:
    chosen = levels(SEEN)
    numbers = np.rint(np.float32([-9, 0, 40]) / chosen.scale) + chosen.zero

    assert numbers.tolist() == [0, chosen.zero, LEVELS]


def test_channels_never_seen_to_differ_from_zero_can_be_quantised() -> None:
    nothing = Extent(np.zeros(8, np.float32), np.zeros(8, np.float32))

    assert levels(nothing).scale > 0
    assert np.isfinite(smoothing(nothing, LAYER)).all()


def test_smoothing_changes_no_answer() -> None:
    given = CHANCE.normal(size=(3, 8)).astype(np.float32)
    smooth = smoothing(SEEN, LAYER)

    assert np.allclose(given / smooth @ LAYER.taking(smooth).weight.T, given @ LAYER.weight.T, atol=1e-5)


def test_smoothing_brings_the_far_reaching_channel_nearer() -> None:
    smoothed = SEEN.divided(smoothing(SEEN, LAYER)).reach

    assert smoothed.max() / np.median(smoothed) < SEEN.reach.max() / np.median(SEEN.reach)


def test_answers_scaled_are_the_layers_scaled() -> None:
    assert np.array_equal(LAYER.scaled(np.float32([2])).bias, LAYER.bias * 2)
    assert np.array_equal(LAYER.scaled(np.arange(6, dtype=np.float32)).weight[3], LAYER.weight[3] * 3)


def test_two_neighbouring_products_fit_sixteen_bits() -> None:
    numbers = np.rint(LAYER.weight / weight_scales(LAYER.weight)[:, None])
    pairs = numbers.reshape(6, 4, 2)

    assert np.abs(numbers).max() <= SIGNED_LEVELS
    assert LEVELS * pairs.clip(min=0).sum(2).max() <= 2**15 - 1
    assert LEVELS * pairs.clip(max=0).sum(2).min() >= -(2**15)
