from __future__ import annotations

from math import cos, pi, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.web.drawings.projection import EAST, NORTH, equal_earth

LATITUDES, LONGITUDES = st.floats(-89, 89), st.floats(-168, 190)


@pytest.mark.parametrize(
    ("latitude", "longitude", "x", "y"),
    [
        (0, 11, 0, 0),
        (0, 101, 1.353315, 0),
        (0, 191, EAST, 0),
        (0, -169, -EAST, 0),
        (90, 11, 0, NORTH),
        (-90, 11, 0, -NORTH),
        # With sin θ = 0.866025 · 0.707107 θ is 0.659058; y = θ · 1.305243, x = 1.154701 · π/6 · 0.790569 / 1.236305.
        (45, 41, 0.386616, 0.860231),
        (-45, -19, -0.386616, -0.860231),
        # Beyond the edge to the west begins the east: 172° W is 177° to the east of the middle.
        (0, -172, EAST * 177 / 180, 0),
    ],
)
def test_points_worked_by_hand(latitude: float, longitude: float, x: float, y: float) -> None:
    assert equal_earth(latitude, longitude) == pytest.approx((x, y), abs=5e-6)


@pytest.mark.property
@given(LATITUDES, LONGITUDES)
def test_areas_keep_their_size(latitude: float, longitude: float) -> None:
    """The size of a small patch is that on the globe: cos φ dφ dλ."""
    step = 1e-3
    west, east = equal_earth(latitude, longitude - step), equal_earth(latitude, longitude + step)
    south, north = equal_earth(latitude - step, longitude), equal_earth(latitude + step, longitude)
    size = (east[0] - west[0]) * (north[1] - south[1]) / (2 * step * pi / 180) ** 2

    assert size == pytest.approx(cos(radians(latitude)), abs=1e-5)
    assert east[1] == west[1]


@pytest.mark.property
@given(LATITUDES, LATITUDES, LONGITUDES)
def test_north_is_up_and_nothing_leaves_the_map(one: float, other: float, longitude: float) -> None:
    (x1, y1), (_, y2) = equal_earth(one, longitude), equal_earth(other, longitude)

    # Nearer to each other than a millimetre is one place of the map.
    assert (one < other) == (y1 < y2) or abs(one - other) < 1e-8
    assert abs(x1) <= EAST + 1e-6
    assert abs(y1) <= NORTH + 1e-6
