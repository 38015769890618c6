from __future__ import annotations

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


@given(st.integers(0, 50), st.integers(0, 40))
def test_a_level_that_stays_has_none(level: int, periods: int) -> None:
    assert changes_in([level] * periods) == ()


@given(st.lists(st.integers(0, 9), max_size=40))
def test_turned_round_the_first_change_is_the_same(counts: list[int]) -> None:
    """What gains most gains as much read backwards, so that both ways find changes or neither does."""
    assert bool(changes_in(counts)) == bool(changes_in(counts[::-1]))
