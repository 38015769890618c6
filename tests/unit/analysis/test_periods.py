from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.analysis.periods import LENGTHS, Length, between, end, following, label, length, start, within
from dragoman.errors import InvalidValue
from dragoman.records import Interval
from dragoman.records.dates import day, month, year


def test_labels() -> None:
    on = date(2023, 5, 31)
    assert [label(start(on, of), of) for of in LENGTHS] == ["2023-05-31", "2023-W22", "2023-05", "2023-Q2", "2023"]


def test_what_is_dated_too_vaguely_lies_in_no_period() -> None:
    assert within(year(2023), "year") == date(2023, 1, 1)
    assert within(year(2023), "month") is None
    assert within(month(2023, 5), "quarter") == date(2023, 4, 1)
    assert within(day(date(2023, 5, 31)), "month") == date(2023, 5, 1)
    assert within(Interval(date(2023, 5, 1), None), "month") is None


def test_a_length_must_be_known() -> None:
    with pytest.raises(InvalidValue, match="'fortnight' is no period"):
        length("fortnight")


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(LENGTHS))
def test_a_day_lies_in_just_one_period(on: date, of: Length) -> None:
    first = start(on, of)
    assert first <= on < following(first, of)
    assert start(first, of) == first
    assert [*between(first, following(first, of), of)] == [first, following(first, of)]
    assert end(first, of) == following(first, of) - timedelta(days=1)


@pytest.mark.parametrize("of", LENGTHS)
def test_the_calendar_ends(of: Length) -> None:
    last = start(date.max, of)
    assert end(last, of) == date.max
    assert [*between(last, date.max, of)] == [last]
