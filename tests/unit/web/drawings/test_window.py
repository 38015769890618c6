from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.drawings.projection import EAST, NORTH
from dragoman.web.drawings.window import SIZE, Window

PLACES = st.lists(st.tuples(st.floats(-80, 80), st.floats(-168, 190)), min_size=1, max_size=5)


def test_without_places_it_shows_the_whole_world_in_the_middle() -> None:
    window = Window.on([])

    assert window.place(0, 11) == pytest.approx((SIZE[0] / 2, SIZE[1] / 2))
    assert all(0 <= y <= SIZE[1] for y in (window.place(90, 11)[1], window.place(-90, 11)[1]))
    assert window.place(0, -169)[0] > 0
    assert window.place(0, 191)[0] < SIZE[0]


def test_one_place_is_in_the_middle_of_some_fifty_degrees() -> None:
    window = Window.on([(0, 11)])

    assert window.place(0, 11) == pytest.approx((480, 250))
    # 0.85 radii are 960 units wide; a degree on the equator is 2.70663 / 180 of a radius.
    assert window.place(0, 12)[0] - 480 == pytest.approx(EAST / 180 / 0.85 * 960)


@pytest.mark.property
@given(PLACES)
def test_what_it_is_on_is_within(places: list[tuple[float, float]]) -> None:
    window = Window.on(places)

    assert all(0 <= x <= SIZE[0] and 0 <= y <= SIZE[1] for x, y in (window.place(*each) for each in places))
    assert window.across <= 2 * EAST + 0.1


def test_a_window_at_the_edge_of_the_world_does_not_look_beyond() -> None:
    window = Window.on([(85, 11)])

    assert window.north == pytest.approx(NORTH)


def test_paths_join_points_and_leave_out_what_falls_together() -> None:
    window = Window.on([(0, 11)])

    assert window.path([(0, 11), (0, 11.0001), (0, 12)], closed=True) == "M480.0 250.0L497.0 250.0Z"
    assert re.fullmatch(r"M[-\d.]+ 250\.0L[-\d.]+ 250\.0", window.parallel(0))
    assert window.meridian(11).count("480.0 ") > 50


def test_a_narrow_window_is_as_high_as_what_it_is_on_needs() -> None:
    wide, high, whole = (
        Window.on(each, narrow=True).size for each in ([(38, -77), (40, 50)], [(60, 25), (-30, 28)], [])
    )

    assert wide[0] == high[0] == whole[0] == 340
    assert wide[1] == whole[1] < high[1]


@pytest.mark.property
@given(PLACES)
def test_what_it_is_on_is_within_a_narrow_one(places: list[tuple[float, float]]) -> None:
    window = Window.on(places, narrow=True)

    assert all(0 <= x <= 340 and 0 <= y <= window.size[1] for x, y in (window.place(*each) for each in places))
