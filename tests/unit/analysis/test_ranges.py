from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.ranges import Range, concentration, narrowed, total
from dragoman.errors import InvalidValue


@st.composite
def shares(draw: st.DrawFn) -> list[float]:
    """Shares in per cent that sum to the whole, the last being the rest."""
    cuts = sorted(draw(st.lists(st.floats(0, 100), min_size=1, max_size=5)))
    return [after - before for before, after in pairwise([0.0, *cuts, 100.0])]


@st.composite
def stated(draw: st.DrawFn) -> tuple[list[float], dict[frozenset[str], Range]]:
    """Shares, and ranges that hold them, each of one member or of several together."""
    exact = draw(shares())
    members = [str(place) for place in range(len(exact) - 1)]
    sets = draw(st.lists(st.sets(st.sampled_from(members), min_size=1), max_size=4))
    slack = st.floats(0, 30)
    return exact, {
        frozenset(each): Range(max(0.0, whole - draw(slack)), min(100.0, whole + draw(slack)))
        for each in sets
        for whole in [sum(exact[int(member)] for member in each)]
    }


def test_a_range_has_its_bounds_in_order() -> None:
    with pytest.raises(InvalidValue, match="from 3 to 2"):
        Range(3, 2)


def test_a_joint_share_narrows_what_each_can_have() -> None:
    """A and B have 50-60 together and A has 40-45: B has 5-20."""
    found = narrowed({frozenset("AB"): Range(50, 60), frozenset("A"): Range(40, 45)})
    assert found == {"A": Range(40, 45), "B": Range(5, 20)}


def test_shares_that_cannot_all_hold() -> None:
    assert narrowed({frozenset("A"): Range(60, 70), frozenset("B"): Range(50, 60)}) is None


def test_what_all_have_together() -> None:
    sets = {frozenset("AB"): Range(50, 60), frozenset("C"): Range(10, 20)}
    found = narrowed(sets)
    assert found is not None
    assert total(sets, found) == Range(60, 80)


def test_concentration_by_hand() -> None:
    """40 and 20 of a hundred: at least .16 + .04; at most with the other 40 in one hand, .16 + .04 + .16."""
    assert concentration([Range(40, 40), Range(20, 20)], Range(40, 40)) == Range(0.2, 0.36)


@given(stated())
def test_no_shares_that_fit_are_lost(case: tuple[list[float], dict[frozenset[str], Range]]) -> None:
    exact, sets = case
    found = narrowed(sets)
    assert found is not None
    near = 1e-6
    for member, bounds in found.items():
        assert bounds.low - near <= exact[int(member)] <= bounds.high + near
    together = sum(exact[int(member)] for member in found)
    whole = total(sets, found)
    assert whole.low - near <= together <= whole.high + near


@given(shares())
def test_the_index_lies_within_its_bounds(exact: list[float]) -> None:
    *known, rest = exact
    found = concentration([Range(each, each) for each in known], Range(rest, rest))
    index = sum((each / 100) ** 2 for each in exact)
    assert found.low - 1e-6 <= index <= found.high + 1e-6
