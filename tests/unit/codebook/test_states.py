from __future__ import annotations

import pytest

from dragoman.codebook.states import cow_number, nationals, states


@pytest.mark.parametrize(
    ("code", "name", "capital", "adjective"),
    [
        ("AFG", "Afghanistan", "Kabul", "Afghan"),
        ("AGO", "Angola", "Luanda", "Angolan"),
        ("FJI", "Fiji", "Suva", "Fijian"),
        ("PRY", "Paraguay", "Asunción", "Paraguayan"),
        ("TLS", "East Timor", "Dili", "Timorese"),
    ],
)
def test_a_state_with_its_names(code: str, name: str, capital: str, adjective: str) -> None:
    state = states()[code]

    assert state.name == name
    assert capital in state.capitals
    assert adjective in state.adjectives


def test_numbers_are_as_their_keepers_write_them() -> None:
    assert (states()["AFG"].iso_numeric, states()["AFG"].iso2, states()["USA"].cow) == ("004", "af", "2")


@pytest.mark.parametrize(("code", "since", "until"), [("DDR", "1949", "1990"), ("YUG", "1918", "2003")])
def test_past_states_have_an_end(code: str, since: str, until: str) -> None:
    assert (states()[code].since, states()[code].until) == (since, until)


def test_states_of_the_correlates_of_war_have_a_number() -> None:
    assert (cow_number("USA"), cow_number("AZE"), cow_number("SMR")) == (2, 373, 331)
    assert (cow_number("VAT"), cow_number("NATO")) == (None, None)


def test_the_people_of_states_have_names() -> None:
    assert {"Tajiks", "Filipinos", "Frenchmen"} <= nationals()
