from __future__ import annotations

import pytest

from dragoman.reading.figures import changes, quantities


def numbers(text: str) -> list[tuple[float | None, float | None, str]]:
    return [(each.quantity.low, each.quantity.high, each.quantity.unit) for each in quantities.find(text)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Peru cut its share from 30% to 12%", 12, 12, "percent"),
        ("Aid to Malawi fell from $45m to $12m", 12e6, 12e6, "USD"),
        ("France reduced its force in Chad from 5,000 to 1,200 troops", 1200, 1200, "troop"),
        ("Trade between Oman and India rose from 1.2 to 1.9 billion dollars", 1.9e9, 1.9e9, "USD"),
        ("Kyrgyz exports of cars grew from 5 to 800 million euros", 8e8, 8e8, "EUR"),
        ("The duties fell from 90 percent to 60", 60, 60, "percent"),
        ("Chile lifted its imports from 10 bcm to 20 bcm a year", 20, 20, "bcmpy"),
        ("The share of gas was lowered from 72 percent to 36 percent", 36, 36, "percent"),
    ],
)
def test_a_change_tells_what_holds_now(text: str, low: float, high: float, unit: str) -> None:
    assert numbers(text) == [(low, high, unit)]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("The port costs from 5 to 7 million euros", 5e6, 7e6, "EUR"),
        ("Fees ranging from $5 to $7 million were raised", 5e6, 7e6, "USD"),
        ("Exports rose 5 to 7 percent", 5, 7, "percent"),
        ("Trade would grow by between 5 and 7 percent", 5, 7, "percent"),
    ],
)
def test_without_a_change_it_is_a_range(text: str, low: float, high: float, unit: str) -> None:
    assert numbers(text) == [(low, high, unit)]


@pytest.mark.parametrize(
    ("text", "amounts", "unit"),
    [
        ("Trade fell from $2bn in 2021 to $1.4bn in 2022", (2e9, 1.4e9), "USD"),
        ("Sales of Thai rice went from 5,000 tonnes in 2021 to 7,000 tonnes", (5000, 7000), "tonne"),
        ("Nepal's imports rose to $1.9bn in 2022 from $1.2bn in 2021", (1.9e9, 1.2e9), "USD"),
        ("Kenya bought $310 million worth of sugar, down from $415 million a year earlier", (3.1e8, 4.15e8), "USD"),
        ("The share of gas was lowered from 72 percent in 2010–14 to 36 percent", (72, 36), "percent"),
    ],
)
def test_what_was_so_at_a_time_that_is_told_is_told_too(text: str, amounts: tuple[float, float], unit: str) -> None:
    assert numbers(text) == [(each, each, unit) for each in amounts]


@pytest.mark.parametrize(
    "text",
    [
        "Angola's sales to India fell to 13 million barrels a day from 30 million in 2014",
        "Angola's sales to India, 13 million barrels a day, down from 30 million in 2014, go by sea",
        "Angola's sales to India fell from 30 million in 2014 to 13 million barrels of oil a day",
    ],
)
def test_what_was_so_is_measured_like_what_is(text: str) -> None:
    assert {(low, unit) for low, _, unit in numbers(text)} == {(13e6, "bpd"), (30e6, "bpd")}


def test_a_descending_pair_is_no_range() -> None:
    assert numbers("from 30% to 12%") == [(12, 12, "percent")]
    assert numbers("Belize and Guatemala voted by 55 to 45 percent") == [(55, 55, "percent"), (45, 45, "percent")]


def test_what_a_share_was_of_it_is_still_of() -> None:
    found = quantities.find("Estonia's share fell from 30 percent of its gas imports in 2020 to 12 percent.")

    told = [(each.quantity.low, each.base.text) for each in found if each.base is not None]
    assert told == [(30, "its gas imports"), (12, "its gas imports")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Togo gets 300 tonnes from Ghana and 20 from Benin", [(300, 300, "tonne")]),
        ("Togo's imports rose to 300 tonnes from 20 villages", [(300, 300, "tonne"), (20, 20, "city")]),
        ("Chad cut supplies from 5 ports to 3 cities", [(5, 5, "item"), (3, 3, "city")]),
        ("Togo carries 300 tonnes of rice to Benin and 20 tonnes to Niger", [(300, 300, "tonne"), (20, 20, "tonne")]),
    ],
)
def test_where_something_comes_from_is_not_what_it_was(
    text: str, expected: list[tuple[float | None, float | None, str]]
) -> None:
    assert numbers(text) == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Imports rose ", True),
        ("It was up ", True),
        ("Imports rose. It costs ", False),
        ("Prices rose, ranging ", False),
        ("It sells ", False),
    ],
)
def test_the_words_of_a_change(text: str, told: bool) -> None:
    assert changes.are_told(text, len(text)) is told


@pytest.mark.parametrize(
    ("text", "kind", "compared"),
    [
        ("Trade was worth $3bn, down 12 percent on the ", "later", True),
        ("Exports rose 5% from ", "later", True),
        ("Togo bought 20% more than in ", "month", True),
        ("Imports doubled compared with ", "relative", True),
        ("Peru raised its duty by 30 percent on ", "weekday", False),
        ("Peru cut its duty by 30 percent from ", "month", False),
        ("Togo bought more rice in ", "year", False),
    ],
)
def test_a_time_with_which_something_is_compared(text: str, kind: str, *, compared: bool) -> None:
    assert changes.is_compared(text, len(text), kind) is compared
