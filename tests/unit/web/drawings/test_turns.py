from __future__ import annotations

import re
from datetime import date
from xml.etree import ElementTree

from dragoman.records import TurningDay
from dragoman.web.drawings.turns import draw
from dragoman.web.slider import Slider


def test_what_begins_strikes_upwards_and_what_ends_downwards_the_longer_the_more() -> None:
    turned = [
        TurningDay(date(2024, 5, 1), 1, 0),
        TurningDay(date(2024, 5, 4), 9, 0),
        TurningDay(date(2024, 5, 9), 0, 1),
    ]
    drawn = str(draw(Slider.over(turned, latest=date(2024, 5, 9), day=date(2024, 5, 9))))

    ElementTree.fromstring(drawn)
    few, many, ended = (float(each) for each in re.findall(r"v(-?[\d.]+)", drawn))
    assert many < few < 0 < ended
    assert drawn.count('class="begun"') == 2
    assert 'aria-hidden="true"' in drawn


def test_of_many_changes_no_more_strokes_are_drawn_than_can_be_told_apart() -> None:
    turned = [TurningDay(date(year, month, 1), 1, 1) for year in range(1990, 2024) for month in range(1, 13)]
    slider = Slider.over(turned, latest=date(2024, 5, 9), day=date(2024, 5, 9))

    assert draw(slider).count('class="begun"') <= 180
    assert sum(begun for _, begun, _ in slider.parts(180)) == len(turned)
