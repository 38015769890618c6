from __future__ import annotations

import pytest
from benchmarks.accuracy.reconciling.clusters import adjusted_rand, b_cubed, ceaf, conll, muc, pairs_right

#: The example of Luo (2005): twelve mentions in three entities, put into two groups.
GOLD = dict(zip("abcdefghijkl", (1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3), strict=True))
JOINED = dict(zip("abcdefghijkl", (1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2), strict=True))


def test_what_is_right_is_right_by_every_measure() -> None:
    for measure in (muc, b_cubed, ceaf, conll, adjusted_rand):
        assert measure(GOLD, {each: f"other {group}" for each, group in GOLD.items()}) == pytest.approx(1)


def test_two_entities_put_together() -> None:
    assert muc(GOLD, JOINED) == pytest.approx(2 * 0.9 / 1.9)
    # Of the seven put together two and five belong together.
    precision = (5 * 1 + 2 * 2 / 7 + 5 * 5 / 7) / 12
    assert b_cubed(GOLD, JOINED) == pytest.approx(2 * precision / (1 + precision))
    # The best match is of the first with the first, and of the third with the second: 1 + 10 / 12.
    similarity = 1 + 10 / 12
    assert ceaf(GOLD, JOINED) == pytest.approx(
        2 * (similarity / 2) * (similarity / 3) / (similarity / 2 + similarity / 3)
    )


def test_everything_apart_is_no_better_than_chance() -> None:
    apart = {each: each for each in GOLD}
    assert adjusted_rand(GOLD, apart) == pytest.approx(0)
    assert muc(GOLD, apart) == 0


def test_pairs_told_rightly() -> None:
    assert pairs_right({"a": 1, "b": 1, "c": 2}, {"a": 1, "b": 2, "c": 2}) == (1, 3)


def test_of_many_groups_the_match_is_the_best_one() -> None:
    gold = {f"{number}": number // 2 for number in range(40)}
    shifted = {f"{number}": (number + 1) // 2 for number in range(40)}
    assert 0.4 < ceaf(gold, shifted) < 0.6
