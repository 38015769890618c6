from __future__ import annotations

import re

import pytest

from dragoman.web.drawings.ranges import draw, scale


@pytest.mark.parametrize(
    ("low", "high", "start", "width"),
    [(0, 100, 3.0, 144.0), (50, 50, 72.0, 6.0), (None, 50, 3.0, 75.0), (50, None, 72.0, 75.0), (150, 200, 141.0, 6.0)],
)
def test_a_bar_stands_where_its_numbers_are(low: float | None, high: float | None, start: float, width: float) -> None:
    found = re.search(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"', str(draw(low, high, (0.0, 100.0))))

    assert found is not None
    assert tuple(map(float, found.groups())) == (start, width)


def test_an_open_side_and_a_conflict_look_otherwise() -> None:
    assert 'class="mark open"' in str(draw(50, None, (0.0, 100.0)))
    assert 'class="mark apart"' in str(draw(50, 60, (0.0, 100.0), is_apart=True))


def test_the_ends_of_the_scale_bear_their_numbers() -> None:
    drawn = str(draw(12, 20, (0.0, 1250.0), unit="km"))

    assert re.findall(r'class="ends">([^<]+)<', drawn) == ["0", "1,250 kilometres"]


def test_without_numbers_or_a_scale_there_is_none() -> None:
    assert draw(None, None, (0.0, 1.0)) is None
    assert draw(0, 0, scale([0.0])) is None
