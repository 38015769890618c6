from __future__ import annotations

import pytest

from dragoman.codebook.units import UNIT_WORDS, UNITS


@pytest.mark.parametrize(
    ("word", "code"),
    [("percent", "percent"), ("%", "percent"), ("dirhams", "AED"), ("troops", "troop"), ("daily flights", "flightpd")],
)
def test_the_unit_of_a_word(word: str, code: str) -> None:
    assert UNIT_WORDS[word] == code


@pytest.mark.parametrize(
    ("code", "kind", "factor"),
    [("basis_point", "share", 0.01), ("percent", "share", 1.0), ("flightpd", "count_rate", 1 / 86400)],
)
def test_what_a_unit_measures_and_its_factor(code: str, kind: str, factor: float) -> None:
    assert UNITS[code].kind == kind
    assert UNITS[code].factor == pytest.approx(factor)
