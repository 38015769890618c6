from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.web.drawings.apart import apart

SIZE = (960.0, 500.0)
HOMES = st.lists(st.tuples(st.floats(20, 940), st.floats(20, 480)), min_size=1, max_size=12)


def test_points_that_are_apart_stay_at_home() -> None:
    homes = {"AZE": (100.0, 100.0), "ISR": (200.0, 100.0)}
    at = apart(homes, dict.fromkeys(homes, 5.0), SIZE)

    assert all(at[code] == pytest.approx(homes[code], abs=0.05) for code in homes)


def test_points_in_one_place_lie_around_it() -> None:
    homes = dict.fromkeys(("BEL", "EUR", "NATO"), (480.0, 250.0))
    at = apart(homes, dict.fromkeys(homes, 6.0), SIZE)

    assert sum(x for x, _ in at.values()) / 3 == pytest.approx(480, abs=1)
    assert all(hypot(x - 480, y - 250) < 20 for x, y in at.values())


@pytest.mark.property
@settings(deadline=None, max_examples=40)
@given(HOMES)
def test_no_two_points_touch_and_all_are_within(homes: list[tuple[float, float]]) -> None:
    named = {f"C{n:02}": home for n, home in enumerate(homes)}
    radii = {code: 5.0 + n % 3 for n, code in enumerate(named)}
    at = apart(named, radii, SIZE)

    assert at == apart(named, radii, SIZE)
    assert all(
        hypot(at[a][0] - at[b][0], at[a][1] - at[b][1]) > radii[a] + radii[b] for a in named for b in named if a < b
    )
    assert all(0 < x < SIZE[0] and 0 < y < SIZE[1] for x, y in at.values())
