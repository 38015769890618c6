from __future__ import annotations

import re

import pytest

from dragoman.reading.figures import numerals


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1,200", 1200.0),
        ("1 200.5", 1200.5),
        ("1\u00a0200", 1200.0),
        ("4.500.000", 4_500_000.0),
        ("4.500.000,50", 4_500_000.5),
        ("4,5", 4.5),
        ("4.500", 4.5),
        ("twenty-five", 25.0),
        ("half a", 0.5),
        ("a half", 0.5),
        ("a quarter of a", 0.25),
        ("three quarters of a", 0.75),
        ("two-and-a-half", 2.5),
        ("12 and a half", 12.5),
        ("a", 1.0),
    ],
)
def test_the_value_of_a_number(words: str, number: float) -> None:
    assert numerals.value(words) == number


@pytest.mark.parametrize(
    ("word", "by"),
    [
        ("millions", 1e6),
        ("Mio", 1e6),
        ("mln", 1e6),
        ("mln.", 1e6),
        ("bln", 1e9),
        ("crore", 1e7),
        ("tonnes", None),
        (None, None),
    ],
)
def test_what_a_word_multiplies_by(word: str | None, by: float | None) -> None:
    assert numerals.scale(word) == by


@pytest.mark.parametrize(
    ("text", "found"), [("5m", True), ("5 m", True), ("5 m3", False), ("5 m³", False), ("5 b/d", False)]
)
def test_an_abbreviation_is_a_scale_unless_it_begins_a_unit(text: str, found: bool) -> None:
    assert (re.search(rf"\d\s?{numerals.SCALE}", text) is not None) is found
