from __future__ import annotations

from datetime import date

import pytest

from dragoman.brief.times import at, published, time
from dragoman.records import Interval
from dragoman.records.dates import day, month, year
from tests.factories import an_article


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (day(date(2023, 7, 13)), "13 July 2023"),
        (month(2022, 10), "October 2022"),
        (year(2023), "2023"),
        (Interval(date(2016, 1, 1), date(2020, 12, 31), "year"), "2016–2020"),
        (Interval(date(2010, 1, 1), date(2019, 12, 31), "decade"), "the 2010s"),
        (Interval(date(1990, 1, 1), None, "decade"), "since the 1990s"),
        (Interval(date(1995, 1, 1), None, "year"), "since 1995"),
        (Interval(None, date(2023, 7, 31), "month"), "by July 2023"),
        (Interval(None, date(2023, 7, 13)), "by 13 July 2023"),
        (Interval(date(2023, 7, 12), date(2023, 7, 14), "day"), "12–14 July 2023"),
        (Interval(date(2023, 5, 30), date(2023, 6, 2), "day"), "30 May – 2 June 2023"),
        (Interval(date(2022, 12, 30), date(2023, 1, 2), "day"), "30 December 2022 – 2 January 2023"),
        (Interval(date(2023, 3, 1), date(2023, 5, 31), "month"), "March–May 2023"),
        (Interval(date(2022, 10, 1), date(2023, 1, 31), "month"), "October 2022 – January 2023"),
        (Interval(), "date unknown"),
    ],
)
def test_times_read_well(interval: Interval, words: str):
    assert time(interval) == words


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (day(date(2023, 7, 13)), "on 13 July 2023"),
        (month(2022, 10), "in October 2022"),
        (Interval(date(2016, 1, 1), date(2020, 12, 31), "year"), "in 2016–2020"),
        (Interval(date(2023, 5, 30), date(2023, 6, 2), "day"), "between 30 May and 2 June 2023"),
        (Interval(date(1995, 1, 1), None, "year"), "since 1995"),
    ],
)
def test_times_in_a_sentence(interval: Interval, words: str):
    assert at(interval) == words


def test_publication():
    assert published(an_article("A", "2026-02", "x")) == "February 2026"
    assert published(an_article("A", None, "x")) == "undated"
