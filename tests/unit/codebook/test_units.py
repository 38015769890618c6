from __future__ import annotations

import pytest

from dragoman.codebook.states import states
from dragoman.codebook.units import BEFORE, BEHIND, MONEY, UNIT_WORDS, UNITS


@pytest.mark.parametrize(
    ("word", "code"),
    [("percent", "percent"), ("%", "percent"), ("dirhams", "AED"), ("troops", "troop"), ("daily flights", "flightpd")],
)
def test_the_unit_of_a_word(word: str, code: str) -> None:
    assert UNIT_WORDS[word] == code


@pytest.mark.parametrize(
    ("code", "kind", "factor"),
    [
        ("basis_point", "share", 0.01),
        ("percent", "share", 1.0),
        ("flightpd", "count_rate", 1 / 86400),
        ("kespd", "currency_rate", 1 / 86400),
    ],
)
def test_what_a_unit_measures_and_its_factor(code: str, kind: str, factor: float) -> None:
    assert UNITS[code].kind == kind
    assert UNITS[code].factor == pytest.approx(factor)


def test_a_currency_has_its_rates_and_those_convert_to_no_other() -> None:
    assert {UNITS[code].base for code in ("eurpd", "eurpm", "eurpy")} == {"EUR/s"}
    assert UNITS["usdpy"].base == "USD/s"
    assert UNITS["EUR"].base == "EUR"
    assert UNIT_WORDS["euros a year"] == "eurpy"


def test_money_of_several_states_is_of_known_states_and_currencies() -> None:
    assert {code for of in MONEY.values() for code in of.values()} <= set(UNITS)
    assert {state for of in MONEY.values() for state in of} <= set(states())


def test_signs_name_one_unit() -> None:
    assert BEFORE["R"] == "ZAR"
    assert (BEHIND["Mt"], BEHIND["MT"]) == ("megatonne", "tonne")
