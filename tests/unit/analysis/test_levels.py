from __future__ import annotations

import random
from math import log

from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.levels import changes_in


def test_one_change_by_hand() -> None:
    """Six periods without and six with 4 each: rates 0 and 4 against 2."""
    ((place, gain),) = changes_in([0] * 6 + [4] * 6)
    assert place == 6
    whole, parts = 24 * log(2) - 24, 24 * log(4) - 24
    assert abs(gain - (parts - whole - log(12))) < 1e-9


def test_up_and_down_again() -> None:
    assert [place for place, _ in changes_in([1] * 12 + [9] * 6 + [1] * 12)] == [12, 18]


def test_one_more_is_no_change() -> None:
    assert changes_in([1, 1, 1, 2, 1, 1]) == ()


def test_what_changes_back_at_once_is_an_outlier() -> None:
    assert changes_in([1] * 10 + [20] + [1] * 10) == ()


def test_a_burst_at_the_end_is_no_level_that_began_before_it() -> None:
    assert changes_in([0] * 27 + [0, 0, 2]) == ()
    assert [place for place, _ in changes_in([0] * 27 + [2, 2, 2])] == [27]


def test_bursts_are_no_changes_of_level() -> None:
    """Of series of bursts about one level, twice to six times as uneven as Poisson, few are taken for more."""
    chance = random.Random(7)
    series = [[_burst(chance) for _ in range(60)] for _ in range(200)]
    assert sum(bool(changes_in(each)) for each in series) <= 0.15 * len(series)


def _burst(chance: random.Random) -> int:
    """Now and then a story that several reports tell of."""
    return sum(chance.randint(1, 6) for _ in range(6) if chance.random() < 0.1)


@given(st.integers(0, 50), st.integers(0, 40))
def test_a_level_that_stays_has_none(level: int, periods: int) -> None:
    assert changes_in([level] * periods) == ()


@given(st.lists(st.integers(0, 9), max_size=40))
def test_turned_round_the_first_change_is_the_same(counts: list[int]) -> None:
    """What gains most gains as much read backwards, so that both ways find changes or neither does."""
    assert bool(changes_in(counts)) == bool(changes_in(counts[::-1]))
