from __future__ import annotations

import re

import pytest

from dragoman.reading.figures import shares


def shares_of(text: str) -> list[tuple[float | None, float | None, str]]:
    words = frozenset(re.findall(r"[a-z]+", text.lower()))
    return [(each.low, each.high, each.mention.text) for each in shares.find(text, words, 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two-thirds of its gas", (66.7, 66.7, "two-thirds")),
        ("Malaysia took over a third of the coal", (33.3, None, "over a third")),
        ("Timor-Leste sells 3 quarters of its coffee", (75.0, 75.0, "3 quarters")),
        ("the other half of its wheat", (50.0, 50.0, "half")),
        ("one loaf in five", (20.0, 20.0, "one loaf in five")),
    ],
)
def test_parts_and_so_many_of_so_many(text: str, expected: tuple[float | None, float | None, str]) -> None:
    assert shares_of(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Spain imported gas in the first half of 2023",
        "in the second half of the month",
        "Angola sold oil in the first three quarters of 2023",
        "Oman sold oil in three quarters of last year",
        "a quarter of a million Poles",
        "the third of its ports",
    ],
)
def test_what_is_of_a_time_or_of_a_million_is_no_share(text: str) -> None:
    assert shares_of(text) == []
