from __future__ import annotations

from datetime import date

import pytest

from dragoman.errors import InvalidValue
from dragoman.records import Interval
from dragoman.records.dates import day, from_iso, month, year


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "year"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023-5", date(2023, 5, 1), date(2023, 5, 31), "month"),
        ("2023-05-30", date(2023, 5, 30), date(2023, 5, 30), "day"),
        (" 2023-05-30T10:00:00Z ", date(2023, 5, 30), date(2023, 5, 30), "day"),
        ("2023-05-30 10:00", date(2023, 5, 30), date(2023, 5, 30), "day"),
    ],
)
def test_dates_as_iso_writes_them(text: str, start: date, end: date, precision: str) -> None:
    found = from_iso(text)

    assert (found.start, found.end, found.precision, found.basis) == (start, end, precision, "stated")


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2023-13", "2023-00", "2023-02-30", "0000", "23", "2023/2024", "20230530", "2023-05-"]
)
def test_what_is_no_date_is_refused_by_name(text: str) -> None:
    with pytest.raises(InvalidValue, match="is not a date") as refused:
        from_iso(text)

    assert repr(text) in str(refused.value)


def test_an_interval_does_not_end_before_it_starts() -> None:
    with pytest.raises(InvalidValue, match=r"cannot end \(2019-12-31\) before it starts \(2020-01-01\)"):
        Interval(date(2020, 1, 1), date(2019, 12, 31))


@pytest.mark.parametrize(
    ("interval", "iso"),
    [
        (Interval(), None),
        (year(2023), "2023"),
        (month(2023, 2), "2023-02"),
        (day(date(2023, 1, 1)), "2023-01-01"),
        (Interval(date(2016, 1, 1), date(2020, 12, 31)), "2016/2020"),
        (Interval(date(2016, 3, 1), date(2016, 4, 30)), "2016-03-01/2016-04-30"),
        (Interval(start=date(2016, 3, 1)), "2016-03-01/.."),
        (Interval(end=date(2016, 3, 1)), "../2016-03-01"),
    ],
)
def test_the_shortest_iso_form(interval: Interval, iso: str | None) -> None:
    assert interval.iso() == iso


@pytest.mark.parametrize(
    ("one", "other", "overlaps"),
    [
        (year(2023), month(2023, 12), True),
        (year(2023), day(date(2024, 1, 1)), False),
        (Interval(start=date(2023, 5, 1)), year(2024), True),
        (Interval(end=date(2023, 5, 1)), year(2024), False),
        (Interval(), year(1950), True),
    ],
)
def test_intervals_that_may_share_a_day(one: Interval, other: Interval, overlaps: bool) -> None:
    assert one.overlaps(other) is other.overlaps(one) is overlaps


def test_an_interval_is_known_by_either_side() -> None:
    assert not Interval().known
    assert Interval(start=date(2023, 5, 1)).known
    assert Interval(end=date(2023, 5, 1)).known


def test_a_day_keeps_its_words() -> None:
    assert day(date(2023, 5, 30), text="on Tuesday").text == "on Tuesday"
