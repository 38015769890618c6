from __future__ import annotations

import pytest

from dragoman.reading.figures import quantities
from dragoman.reading.figures.currencies import denominated


def unit(text: str, *codes: str) -> str:
    (figure,) = quantities.find(text)
    return denominated(figure, codes).unit


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("100 million rupees", "NPL", "NPR"),
        ("over Rs 500 crore", "PAK", "PKR"),
        ("100 million rupees a year", "LKA", "lkrpy"),
        ("30 million dinars", "TUN", "TND"),
        ("850 million pounds", "GBR", "GBP"),
        ("2 billion pounds", "SYR", "SYP"),
        ("40 billion CFA francs", "CMR", "XAF"),
        ("40 billion francs", "MLI", "XOF"),
        ("up to 3 billion kronor", "SWE", "SEK"),
        ("Sh38 million", "UGA", "UGX"),
        ("¥500bn", "CHN", "CNY"),
        ("K38 million", "PNG", "PGK"),
        ("5 billion roubles", "BLR", "BYN"),
        ("90 million pesos", "ARG", "ARS"),
    ],
)
def test_money_is_that_of_the_state_that_is_named(text: str, code: str, expected: str) -> None:
    assert unit(text, code, "DEU") == expected


@pytest.mark.parametrize(
    ("text", "codes", "expected"),
    [
        ("100 million rupees", (), "INR"),
        ("100 million rupees", ("NPL", "IND"), "INR"),
        ("100 million Indian rupees", ("NPL",), "INR"),
        ("100 million Pakistani rupees", ("NPL",), "PKR"),
        ("90 million pesos", ("ARG", "CHL"), "item"),
        ("500 pounds", ("EGY",), "item"),
        ("50,000 pounds of explosives", ("EGY",), "item"),
        ("45 million dollars", ("AUS",), "USD"),
    ],
)
def test_money_that_nothing_tells_of_means_what_it_does_by_itself(
    text: str, codes: tuple[str, ...], expected: str
) -> None:
    assert unit(text, *codes) == expected
