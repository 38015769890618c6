from __future__ import annotations

import pytest

from dragoman.reading.times import dates, expressions
from dragoman.records import Interval
from dragoman.records.dates import from_iso

THURSDAY = from_iso("2023-07-13")


def resolved(text: str, *, before: Interval | None = None, future: bool = False) -> tuple[str, str, str] | None:
    (expression,) = expressions.find(text)
    found = dates.resolve(expression, published=THURSDAY, before=before, future=future)
    return None if found is None else (str(found.start), str(found.end), found.basis)


@pytest.mark.parametrize(
    ("text", "start", "end", "basis"),
    [
        ("on 16 January 2025", "2025-01-16", "2025-01-16", "stated"),
        ("in October 2022", "2022-10-01", "2022-10-31", "stated"),
        ("in the 2010s", "2010-01-01", "2019-12-31", "stated"),
        ("in the 1970s and 1980s", "1970-01-01", "1989-12-31", "stated"),
        ("from the 1970s to the ’90s", "1970-01-01", "1999-12-31", "stated"),
        ("during 2016–20", "2016-01-01", "2020-12-31", "stated"),
        ("since the 1990s", "1990-01-01", "None", "stated"),
        ("until 2010", "None", "2010-12-31", "stated"),
        ("by 2030", "2030-01-01", "2030-12-31", "stated"),
        ("before 2030", "None", "2030-01-01", "stated"),
        ("before the end of 2024", "None", "2024-12-31", "stated"),
        ("in the fall of 2022", "2022-09-01", "2022-11-30", "stated"),
        ("in the winter of 2022", "2022-12-01", "2023-02-28", "stated"),
        ("on Thursday", "2023-07-13", "2023-07-13", "relative"),
        ("on Wednesday", "2023-07-12", "2023-07-12", "relative"),
        ("next Friday", "2023-07-14", "2023-07-14", "relative"),
        ("yesterday", "2023-07-12", "2023-07-12", "relative"),
        ("in March", "2023-03-01", "2023-03-31", "relative"),
        ("in November", "2022-11-01", "2022-11-30", "relative"),
        ("two years ago", "2021-01-01", "2021-12-31", "relative"),
        ("last month", "2023-06-01", "2023-06-30", "relative"),
        ("this week", "2023-07-10", "2023-07-16", "relative"),
        ("on 24.02.2022", "2022-02-24", "2022-02-24", "stated"),
        ("in 2022/23", "2022-01-01", "2023-12-31", "stated"),
        ("in the first five months of 2022", "2022-01-01", "2022-05-31", "stated"),
        ("in the last 3 months of 2022", "2022-10-01", "2022-12-31", "stated"),
        ("in the first four months of the year", "2023-01-01", "2023-04-30", "relative"),
        ("in the year to March", "2022-04-01", "2023-03-31", "relative"),
        ("in the year to December", "2022-01-01", "2022-12-31", "relative"),
        ("in the 12 months to June 2022", "2021-07-01", "2022-06-30", "stated"),
        ("in the nine months ended in September 2022", "2022-01-01", "2022-09-30", "stated"),
        ("in the year ending 31 March 2022", "2021-04-01", "2022-03-31", "stated"),
        ("in H1 2022", "2022-01-01", "2022-06-30", "stated"),
        ("in Q2", "2023-04-01", "2023-06-30", "relative"),
        ("from 30 March to 2 April 2022", "2022-03-30", "2022-04-02", "stated"),
        ("30 December 2021 to 3 January 2022", "2021-12-30", "2022-01-03", "stated"),
        ("from March 30 to April 2", "2023-03-30", "2023-04-02", "relative"),
        ("by March 2022", "None", "2022-03-31", "stated"),
        ("by Monday", "None", "2023-07-10", "relative"),
        ("on Thursday last week", "2023-07-06", "2023-07-06", "relative"),
        ("on Monday of this week", "2023-07-10", "2023-07-10", "relative"),
        ("in March last year", "2022-03-01", "2022-03-31", "relative"),
        ("on 7 February last year", "2022-02-07", "2022-02-07", "relative"),
        ("on February 7, last year", "2022-02-07", "2022-02-07", "relative"),
        ("in May this year", "2023-05-01", "2023-05-31", "relative"),
        ("from January to September last year", "2022-01-01", "2022-09-30", "relative"),
        ("between January and June", "2023-01-01", "2023-06-30", "relative"),
        ("late last year", "2022-09-01", "2022-12-31", "relative"),
        ("at the end of last month", "2023-06-21", "2023-06-30", "relative"),
        ("at the start of the year", "2023-01-01", "2023-05-01", "relative"),
        ("at year-end", "2023-09-01", "2023-12-31", "relative"),
        ("end-June", "2023-06-21", "2023-06-30", "relative"),
        ("since the spring", "2023-03-01", "None", "relative"),
        ("last night", "2023-07-12", "2023-07-12", "relative"),
        ("over the weekend", "2023-07-08", "2023-07-09", "relative"),
        ("last weekend", "2023-07-08", "2023-07-09", "relative"),
        ("this weekend", "2023-07-15", "2023-07-16", "relative"),
        ("next weekend", "2023-07-15", "2023-07-16", "relative"),
        ("eighteen months ago", "2022-01-01", "2022-01-31", "relative"),
        ("twenty-five years ago", "1998-01-01", "1998-12-31", "relative"),
        ("a fortnight ago", "2023-06-26", "2023-07-02", "relative"),
        ("half a year ago", "2023-01-01", "2023-01-31", "relative"),
        ("half a century ago", "1973-01-01", "1973-12-31", "relative"),
        ("last July", "2022-07-01", "2022-07-31", "relative"),
        ("next July", "2024-07-01", "2024-07-31", "relative"),
        ("earlier in the month", "2023-07-01", "2023-07-31", "relative"),
        ("in the second quarter", "2023-04-01", "2023-06-30", "relative"),
        ("in the second half", "2023-07-01", "2023-12-31", "relative"),
        ("on New Year's Day", "2023-01-01", "2023-01-01", "relative"),
        ("on Christmas Eve", "2022-12-24", "2022-12-24", "relative"),
        ("on Christmas Day 2019", "2019-12-25", "2019-12-25", "stated"),
        ("on Monday, 3 July", "2023-07-03", "2023-07-03", "relative"),
        ("until Tuesday (July 4", "None", "2023-07-04", "relative"),
        ("on 3 July, a Monday", "2023-07-03", "2023-07-03", "relative"),
    ],
)
def test_days_against_the_publication_date(text: str, start: str, end: str, basis: str) -> None:
    assert resolved(text) == (start, end, basis)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on Friday", "2023-07-14", "2023-07-14"),
        ("in March", "2024-03-01", "2024-03-31"),
        ("in October", "2023-10-01", "2023-10-31"),
        ("on 7 February next year", "2024-02-07", "2024-02-07"),
        ("early next year", "2024-01-01", "2024-05-01"),
        ("by the end of the year", "2023-07-13", "2023-12-31"),
        ("by the summer", "2023-07-13", "2023-08-31"),
        ("over the weekend", "2023-07-15", "2023-07-16"),
        ("in two weeks", "2023-07-24", "2023-07-30"),
        ("in three months", "2023-10-01", "2023-10-31"),
    ],
)
def test_what_lies_ahead_is_dated_ahead(text: str, start: str, end: str) -> None:
    assert resolved(text, future=True) == (start, end, "relative")


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("in those years", "2022-10-01", "2022-10-31"),
        ("over the same period", "2022-10-01", "2022-10-31"),
        ("in that year", "2022-01-01", "2022-12-31"),
    ],
)
def test_that_year_is_the_one_last_spoken_of(words: str, start: str, end: str) -> None:
    assert resolved(words, before=from_iso("2022-10")) == (start, end, "relative")
    assert resolved(words, before=None) is None


def test_what_is_to_come_within_some_time_does_so_from_now_on() -> None:
    assert resolved("within three months", future=True) == ("2023-07-13", "2023-10-13", "relative")
    assert resolved("within three months") is None


def test_a_month_later_counts_from_the_time_last_spoken_of() -> None:
    assert resolved("a month later", before=from_iso("2022-10")) == ("2022-11-01", "2022-11-30", "relative")


def test_weeks_count_from_no_year() -> None:
    assert resolved("two weeks earlier", before=from_iso("2009")) == ("2023-06-26", "2023-07-02", "relative")
    assert resolved("two weeks later", before=from_iso("2009")) is None


def test_without_a_publication_date_a_weekday_means_nothing() -> None:
    (expression,) = expressions.find("on Thursday")

    assert dates.resolve(expression, published=None) is None


def test_a_day_that_does_not_exist_is_no_day() -> None:
    assert resolved("on 30 February 2023") is None


def test_how_long_something_took_is_no_date() -> None:
    assert resolved("in two weeks") is None


def test_a_day_that_no_calendar_has_is_none_of_another_year() -> None:
    assert resolved("on 30.02.2022") is None
    assert resolved("between 2022 and 2019") is None


@pytest.mark.parametrize("text", ["fell from 60 percent in 2019 to 12 percent", "rose in 2019 to 29 per cent of all"])
def test_a_percentage_is_no_second_year(text: str) -> None:
    assert resolved(text) == ("2019-01-01", "2019-12-31", "stated")


@pytest.mark.parametrize("text", ["the spring offensive", "the fall of Kabul", "in the fall of the franc"])
def test_a_season_that_is_something_else_is_no_time(text: str) -> None:
    assert expressions.find(text) == []


@pytest.mark.parametrize(
    ("text", "before", "start"),
    [
        ("on 31 October of that year", "2021", "2021-10-31"),
        ("in March of the same year", "2021-07", "2021-03-01"),
        ("the same month", "2021-07-05", "2021-07-01"),
        ("the following year", "2021", "2022-01-01"),
    ],
)
def test_what_is_of_the_time_spoken_of_last(text: str, before: str, start: str) -> None:
    found = resolved(text, before=from_iso(before))

    assert found is not None
    assert found[0] == start


def test_which_month_of_a_year_is_the_same_cannot_be_told() -> None:
    assert resolved("the same month", before=from_iso("2021")) is None


def test_days_that_end_before_they_begin_are_none() -> None:
    assert resolved("May 5-3") is None


def test_the_year_before_is_that_before_the_time_spoken_of_last() -> None:
    assert resolved("won the year before.", before=from_iso("2020-05")) == ("2019-01-01", "2019-12-31", "relative")
    assert expressions.find("the year before the war") == []
