from __future__ import annotations

from itertools import combinations, pairwise
from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.brief.drawings import layout

NAMES = [f"P{number:02}" for number in range(30)]


@st.composite
def _networks(draw: st.DrawFn) -> tuple[list[str], list[str], dict[str, set[str]]]:
    count = draw(st.integers(2, 24))
    inner = draw(st.integers(1, min(count, 6)))
    tied: dict[str, set[str]] = {name: set() for name in NAMES[:count]}
    for one, other in draw(st.lists(st.sampled_from(list(combinations(NAMES[:count], 2))), max_size=40)):
        tied[one].add(other)
        tied[other].add(one)
    return NAMES[:inner], NAMES[inner:count], tied


@given(_networks())
def test_all_parties_have_places_of_their_own_within_the_square(network: tuple[list[str], list[str], dict]) -> None:
    inner, outer, tied = network
    places = layout.rings(inner, outer, tied)
    assert list(places) == [*inner, *outer]
    assert all(-1 <= x <= 1 and -1 <= y <= 1 for x, y in places.values())
    assert all(dist(one, other) > 0.05 for one, other in combinations(places.values(), 2))
    assert layout.rings(inner, outer, tied) == places


@pytest.mark.property
@given(_networks())
def test_no_two_of_a_ring_would_be_nearer_their_own_if_they_changed_places(
    network: tuple[list[str], list[str], dict[str, set[str]]],
) -> None:
    inner, outer, tied = network
    places = layout.rings(inner, outer, tied)
    whole = _length(places, tied)
    for one, other in (*combinations(inner, 2), *combinations(outer, 2)):
        assert _length({**places, one: places[other], other: places[one]}, tied) > whole - 1e-5


def test_one_party_is_the_centre_and_two_face_each_other() -> None:
    assert layout.rings(["A"], ["B", "C"], {})["A"] == (0.0, 0.0)
    assert layout.facing("A", "B", ["C", "D", "E"]) == {
        "A": (-1.0, 0.0), "B": (1.0, 0.0), "C": (-0.5, -1.0), "E": (0.5, -1.0), "D": (0.0, 1.0),
    }  # fmt: skip


def test_those_who_are_tied_stand_side_by_side() -> None:
    chain = {"A": {"C"}, "B": {"D"}, "C": {"A", "D"}, "D": {"C", "B"}}
    places = layout.rings(["A", "B", "C", "D"], [], chain)
    assert {round(dist(places[one], places[other]), 2) for one in chain for other in chain[one]} == {1.41}


def test_names_of_many_have_heights_of_their_own() -> None:
    places = layout.rings(["A"], NAMES[:20], {})
    right = sorted(y for x, y in places.values() if x > 0)
    assert len(right) == 10
    assert all(after - before > 0.2 for before, after in pairwise(right))


def _length(places: dict[str, layout.Point], tied: dict[str, set[str]]) -> float:
    return sum(dist(places[one], places[other]) for one in tied for other in tied[one]) / 2
