from __future__ import annotations

import pytest

from tests.unit.reading.referring.test_antecedents import codes


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Islamic State (IS) lost. Peru struck IS.", "IS", ("ISIS",)),
        ("Fiji's Coastal Forces (FCF) paid. The FCF left.", "FCF", ("FJI",)),
        ("Fiji's Coastal Forces (XYZ) paid. The XYZ left.", "XYZ", None),
        ("Fiji's Coastal Forces (FCF) paid. Peru's FCF left.", "FCF", ("FJI",)),
    ],
)
def test_abbreviations_stand_for_whom_they_were_given_behind(
    text: str, words: str, expected: tuple[str, ...] | None
) -> None:
    assert codes(text, words) == expected
