from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dragoman import words
from dragoman.records import Interval, Span
from dragoman.records.dates import day, year
from tests.factories import a_document, a_link, a_party, a_quantity, a_statement, a_visit

DOCUMENT = a_document()


def test_how_long_before_a_day_another_was() -> None:
    then = date(2016, 12, 31)
    days = (date(2017, 1, 12), date(2017, 12, 31), date(2018, 12, 30), date(2018, 12, 31), date(2024, 6, 10))
    told = [words.long_before(then, each) for each in days]
    assert told == ["12 days", "12 months", "23 months", "2 years", "7 years"]


def test_people_are_named_with_their_state() -> None:
    assert words.who(a_visit(DOCUMENT)) == "Isaac Herzog (ISR) → Azerbaijan"


def test_mutual_ties_point_both_ways_and_one_side_needs_no_arrow() -> None:
    assert words.who(a_statement(DOCUMENT, type="alliance")) == "Azerbaijan ↔ Israel"
    assert words.who(a_visit(DOCUMENT, recipient=())) == "Isaac Herzog (ISR)"
    assert words.who(a_statement(DOCUMENT, actor=(a_party(DOCUMENT, "Baku", None),))) == "Baku → Israel"


def test_a_type_has_its_mode() -> None:
    assert words.type_of(a_visit(DOCUMENT)) == "CONSULT.visit"
    assert words.type_of(a_statement(DOCUMENT)) == "energy"


@pytest.mark.parametrize(
    ("interval", "told"),
    [
        (Interval(), "undated"),
        (year(2023), "2023"),
        (day(date(2023, 5, 30)), "2023-05-30"),
        (Interval(start=date(2023, 5, 30)), "from 2023-05-30"),
        (Interval(end=date(2023, 5, 30)), "by 2023-05-30"),
    ],
)
def test_when(interval: Interval, told: str) -> None:
    assert words.when(interval) == told


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (40.0, 40.0, "40 percent"),
        (60.0, 69.5, "60–69.5 percent"),
        (30.0, None, "at least 30 percent"),
        (None, 1250000.0, "at most 1,250,000 percent"),
        (None, None, "percent"),
    ],
)
def test_a_measure_is_told_as_it_was_understood(low: float | None, high: float | None, told: str) -> None:
    assert words.measure(a_quantity(DOCUMENT, low=low, high=high, approximate=False)) == told


def test_what_is_counted_is_told_with_the_number() -> None:
    states = a_quantity(DOCUMENT, low=17, high=17, unit="item", approximate=False)
    found = replace(states, mention=Span(0, 9, "17 states"))
    assert words.measure(found) == "17 states"


def test_a_chain_is_told_outermost_first() -> None:
    assert words.chain(()) == ""
    assert words.chain((a_link(DOCUMENT), a_link(DOCUMENT))) == "as told by a Baku official ‹ a Baku official"


def test_an_origin_is_the_publisher_or_what_else_is_known() -> None:
    assert words.origin(a_document(published=day(date(2023, 6, 1)))) == "The Gazette, 2023-06-01"
    assert words.origin(a_document(publisher=None, path="a.txt")) == "a.txt"
