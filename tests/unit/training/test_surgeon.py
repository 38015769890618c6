"""Channels that others can take over are left out, and the others take over."""

import numpy as np
from training.surgeon import least_missed


def products(channels: np.ndarray, wanted: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of channels (pieces, channels) beside one that is always one, and of what is wanted (pieces, out)."""
    beside = np.concatenate([channels, np.ones((len(channels), 1))], 1)
    return beside.T @ beside, beside.T @ wanted


def drawn(*shape: int) -> np.ndarray:
    return np.random.default_rng(5).normal(size=shape)


def test_a_channel_that_says_what_two_others_say_is_left_out() -> None:
    free = drawn(500, 3)
    channels = np.column_stack([free, free[:, 0] + free[:, 1]])
    kept, weights = least_missed(*products(channels, free @ drawn(3, 2)), inner=3)
    assert len(kept) == 4
    assert kept[-1] == 4
    beside = np.column_stack([channels, np.ones(500)])
    assert np.allclose(beside @ weights, free @ drawn(3, 2), atol=0.01)


def test_the_channel_that_matters_least_is_left_out_and_its_mean_goes_into_the_bias() -> None:
    channels = drawn(2_000, 3) + 5.0
    wanted = channels @ np.array([[1.0], [0.01], [1.0]])
    kept, weights = least_missed(*products(channels, wanted), inner=2)
    assert kept.tolist() == [0, 2, 3]
    assert weights[1] == 0.0
    assert abs(weights[-1, 0] - 0.05) < 0.02


def test_what_stays_weighs_what_least_squares_without_the_others_say() -> None:
    channels, wanted = drawn(400, 8) @ drawn(8, 8), drawn(400, 2)
    kept, weights = least_missed(*products(channels, wanted), inner=4)
    beside = np.column_stack([channels, np.ones(400)])[:, kept]
    assert np.allclose(weights[kept], np.linalg.lstsq(beside, wanted, rcond=None)[0], atol=0.01)
    assert not weights[np.setdiff1d(np.arange(9), kept)].any()
