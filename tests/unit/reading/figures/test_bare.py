from __future__ import annotations

import pytest

from dragoman.reading.figures.bare import find


@pytest.mark.parametrize(
    ("lead", "text", "low", "unit"),
    [
        ("Kenya bought 1,120 gigawatt hours from Ethiopia.", "Djibouti took 610.", 610.0, "GWh"),
        ("Exports of coal in million tonnes were", "- Kenya: 1.2", 1_200_000.0, "tonne"),
        ("Exports of power (GWh)", "- Kenya: 1,120;", 1120.0, "GWh"),
        ("Shares of suppliers in percent", "- Kuwait (38)", 38.0, "percent"),
    ],
)
def test_the_unit_stands_before(lead: str, text: str, low: float, unit: str) -> None:
    (found,) = find(text, 100, lead)

    assert (found.quantity.low, found.quantity.unit) == (low, unit)
    assert found.quantity.mention.text == text[found.quantity.mention.start - 100 : found.quantity.mention.end - 100]


@pytest.mark.parametrize(
    ("lead", "text"),
    [
        ("", "Djibouti took 610."),
        ("The two met in Lima in 2023.", "Djibouti took 610."),
        ("Kenya bought 20 tonnes for 30 million dollars.", "Djibouti took 610."),
        ("Kenya bought 20 tonnes.", "Djibouti left in 2021."),
        ("Kenya bought 20 tonnes.", "Djibouti took 610 or 620, 630."),
        ("Kenya bought 20 tonnes.", "Djibouti has 610 lakes."),
    ],
)
def test_numbers_without_a_unit(lead: str, text: str) -> None:
    assert find(text, 0, lead) == []
