from __future__ import annotations

import pytest

from dragoman.reading.figures import amounts

Found = tuple[float | None, float | None, str]


def amounts_of(text: str) -> list[Found]:
    return [(each.low, each.high, each.unit) for each in amounts.find(text, 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports of Mexico fell by 12% to $1.4bn", [(12, 12, "percent"), (1.4e9, 1.4e9, "USD")]),
        ("Exports rose 12 percent to €4.5bn", [(12, 12, "percent"), (4.5e9, 4.5e9, "EUR")]),
        ("Output fell 5 percent to 200,000 barrels a day", [(5, 5, "percent"), (2e5, 2e5, "bpd")]),
        ("Chad sold 20 percent and 5 million tons", [(20, 20, "percent"), (5e6, 5e6, "ton")]),
        ("Angola sold 72 percent in 2020 and 55 percent in 2024", [(72, 72, "percent"), (55, 55, "percent")]),
        ("Turkish trade has doubled since 2015 to 3.4 billion dollars", [(3.4e9, 3.4e9, "USD")]),
        ("The submarines cost A$368bn to 2055", [(3.68e11, 3.68e11, "AUD")]),
        ("Chad is to cut its output by 5 percent to 2030", [(5, 5, "percent")]),
        ("Peru bought 14 and $5 million worth", [(5e6, 5e6, "USD")]),
    ],
)
def test_numbers_of_two_kinds_make_no_range(text: str, expected: list[Found]) -> None:
    assert amounts_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("60%–69%", (60, 69, "percent")),
        ("60%-69%", (60, 69, "percent")),
        ("3 million tonnes to 5 million tonnes", (3e6, 5e6, "tonne")),
        ("500,000 to 1 million tonnes", (5e5, 1e6, "tonne")),
        ("$1.5 million to $2 million", (1.5e6, 2e6, "USD")),
        ("between 5 and $7 million", (5e6, 7e6, "USD")),
        ("between 2000 and 3,000 troops", (2000, 3000, "troop")),
        ("1800-2000 troops", (1800, 2000, "troop")),
        ("four or five ships", (4, 5, "ship")),
    ],
)
def test_ranges(text: str, expected: Found) -> None:
    assert amounts_of(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14 and 16 tanks", [(14, 14, "tank"), (16, 16, "tank")]),
        ("10 and 4 billion dollars", [(1e10, 1e10, "USD"), (4e9, 4e9, "USD")]),
        ("three hundred and twelve prisoners", [(312, 312, "prisoner")]),
        ("a hundred and twenty million people", [(1.2e8, 1.2e8, "people")]),
    ],
)
def test_numbers_joined_by_and(text: str, expected: list[Found]) -> None:
    assert amounts_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$45 mln", (4.5e7, 4.5e7, "USD")),
        ("€45 Mio", (4.5e7, 4.5e7, "EUR")),
        ("45 mln. euros", (4.5e7, 4.5e7, "EUR")),
        ("3 bln dollars", (3e9, 3e9, "USD")),
        ("$1.4trn", (1.4e12, 1.4e12, "USD")),
        ("€ 3 billion", (3e9, 3e9, "EUR")),
        ("$64.4 billion", (64_400_000_000, 64_400_000_000, "USD")),
        ("3 billion €", (3e9, 3e9, "EUR")),
        ("US$ 45m", (4.5e7, 4.5e7, "USD")),
        ("¥500bn", (5e11, 5e11, "JPY")),
        ("N$38 million", (3.8e7, 3.8e7, "NAD")),
        ("HK$ 38 million", (3.8e7, 3.8e7, "HKD")),
        ("N38 billion", (3.8e10, 3.8e10, "NGN")),
        ("R38m", (3.8e7, 3.8e7, "ZAR")),
        ("Sh38 million", (3.8e7, 3.8e7, "KES")),
        ("40 billion CFA", (4e10, 4e10, "XOF")),
        ("EUR 4.500.000", (4.5e6, 4.5e6, "EUR")),
        ("4,5 million euros", (4.5e6, 4.5e6, "EUR")),
        ("1\u00a0200 troops", (1200, 1200, "troop")),
        ("200,000 b/d", (2e5, 2e5, "bpd")),
        ("1.96m b/d", (1.96e6, 1.96e6, "bpd")),
        ("3.5 billion m3", (3.5e9, 3.5e9, "m3")),
        ("40 mmcm/d", (40, 40, "mcmpd")),
        ("10 Mt", (10, 10, "megatonne")),
        ("50,000 MT", (5e4, 5e4, "tonne")),
        ("half a billion dollars", (5e8, 5e8, "USD")),
        ("half a dozen ships", (6, 6, "ship")),
        ("a half-million barrels", (5e5, 5e5, "barrel")),
        ("a quarter of a million tonnes", (2.5e5, 2.5e5, "tonne")),
        ("two-and-a-half billion euros", (2.5e9, 2.5e9, "EUR")),
    ],
)
def test_spellings(text: str, expected: Found) -> None:
    assert amounts_of(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Between 2018 and 2021 Australian grants came to Tonga",
        "In 2018 and 2021 Chinese companies built ports",
        "From 2018 to 2021 Kenyan exports grew",
        "2020–21 Kenyan exports grew",
        "In 2014 troops from Chad crossed into Mali",
        "On 14 March 2020 troops from Chad crossed into Mali",
        "the N7 highway and R2 rounds",
        "Paris lowered from 60 to 7 its",
    ],
)
def test_years_and_names_count_nothing(text: str) -> None:
    assert amounts_of(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "words"),
    [
        ("Poland handed over 14 tanks", 14, 14, "14 tanks"),
        ("Qatar took over 3 ports", 3, 3, "3 ports"),
        ("Tehran turned over 20 prisoners", 20, 20, "20 prisoners"),
        ("Denmark gave over 14 tanks", 14, None, "over 14 tanks"),
        ("Russia had taken over 85 percent", 85, None, "over 85 percent"),
    ],
)
def test_the_over_of_a_verb(text: str, low: float, high: float | None, words: str) -> None:
    (found,) = amounts.find(text, 0)

    assert (found.low, found.high, found.mention.text) == (low, high, words)


@pytest.mark.parametrize(
    "text", ["on March 20 after ECOWAS left", "on May 3 when Fijians left", "on June 4 while MPs sat"]
)
def test_a_day_counts_nothing_that_comes_behind_another_clause(text: str) -> None:
    assert list(amounts.find(text, 0)) == []


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("17,000 Tajiks left", "people"),
        ("six Iranians left", "people"),
        ("12 Frenchmen left", "people"),
        ("three Filipino sailors left", "people"),
        ("three Filipino soldiers left", "soldier"),
        ("three Filipino drones left", "drone"),
        ("12 Leopards left", "item"),
    ],
)
def test_nationals_are_people(text: str, unit: str) -> None:
    assert [each.unit for each in amounts.find(text, 0)] == [unit]
