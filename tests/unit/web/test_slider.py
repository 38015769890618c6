from __future__ import annotations

from datetime import date

from dragoman.records import TurningDay
from dragoman.web.slider import Slider, told


def a_slider(*days: date, latest: date, day: date | None = None) -> Slider:
    return Slider.over([TurningDay(each, 1, 0) for each in days], latest=latest, day=day or latest)


def test_two_weeks_are_gone_through_by_days_and_thirty_years_by_months() -> None:
    short = a_slider(date(2024, 5, 3), latest=date(2024, 5, 9))
    long = a_slider(date(1994, 2, 3), latest=date(2024, 5, 9))

    assert (short.unit, short.first, short.steps) == ("day", date(2024, 4, 25), 14)
    assert (long.unit, long.first, long.steps) == ("month", date(1994, 2, 1), 30 * 12 + 3)
    assert (long.at(date(1994, 2, 28)), long.at(date(1994, 3, 1))) == (0, 1)


def test_what_began_centuries_ago_leaves_room_for_the_rest_until_it_is_asked_for() -> None:
    long_ago, latest = date(1648, 10, 24), date(2024, 5, 9)

    assert a_slider(long_ago, date(2020, 1, 1), latest=latest).first.year == 1964
    assert a_slider(long_ago, date(2020, 1, 1), latest=latest, day=long_ago).first == date(1648, 10, 1)


def test_a_day_after_the_last_publication_has_room_too() -> None:
    slider = a_slider(date(2024, 5, 3), latest=date(2024, 5, 9), day=date(2030, 1, 1))

    assert slider.last == date(2030, 1, 1)
    assert slider.at(slider.day) == slider.steps


def test_the_first_day_of_the_calendar_is_no_limit() -> None:
    assert a_slider(date.min, latest=date.min).steps == 0
    assert a_slider(date.max, latest=date.max).steps == 14


def test_changes_before_and_after_are_not_those_of_the_day_itself() -> None:
    days = date(2024, 5, 3), date(2024, 5, 6), date(2024, 5, 8)
    slider = a_slider(*days, latest=date(2024, 5, 9), day=days[1])

    assert (slider.before, slider.after) == (TurningDay(days[0], 1, 0), TurningDay(days[2], 1, 0))
    assert a_slider(*days, latest=date(2024, 5, 9)).after is None


def test_changes_are_told_in_words() -> None:
    day = date(2024, 5, 3)

    assert [told(TurningDay(day, *each)) for each in ((1, 0), (2, 1), (0, 1), (0, 3))] == [
        "1 tie begins",
        "2 ties begin, 1 ends",
        "1 tie ends",
        "3 ties end",
    ]


def test_parts_of_the_scale_hold_what_changes_in_them() -> None:
    slider = a_slider(date(2024, 4, 26), date(2024, 5, 9), latest=date(2024, 5, 9))

    assert [*slider.parts(3)] == [(0.0, 1, 0), (1.0, 1, 0)]
