from __future__ import annotations

import pytest

from dragoman.reading.memory import Bearer, Memory, surname

KABORE = Bearer("Aminata Kaboré", "BFA", "GOV", "defence minister")


def test_a_person_is_known_by_name_by_surname_and_by_role() -> None:
    memory = Memory()
    memory.remember(KABORE)

    assert memory.person("Aminata Kaboré") == memory.person("Kaboré") == KABORE
    assert memory.role("the Defense Minister") == KABORE


def test_he_or_she_is_the_person_last_spoken_of() -> None:
    memory = Memory()
    memory.remember(KABORE)
    memory.remember(latest := Bearer("Tomás Ibarra", "PRY"))

    assert memory.last_person == latest


def test_an_office_without_a_name_is_known_by_its_role_alone() -> None:
    memory = Memory()
    memory.remember_office(office := Bearer("Sri Lanka", "LKA", "GOV", "president"))

    assert memory.role("the president") == office
    assert memory.last_person is None


def test_the_latest_holder_of_a_role_is_meant() -> None:
    memory = Memory()
    memory.remember(KABORE)
    memory.remember(other := Bearer("Lena Berg", "SWE", "GOV", "foreign minister"))

    assert memory.role("the minister") == other


def test_states_stand_in_the_order_they_were_last_spoken_of() -> None:
    memory = Memory()
    for code in ("NPL", "IND", "NPL"):
        memory.mention(code)

    assert memory.last_states == ("IND", "NPL")


@pytest.mark.parametrize(
    ("day", "role"), [("2015-06-01", "chancellor"), ("2023-06-01", None), ("1999-06-01", None), ("", None)]
)
def test_a_known_officeholder_bears_the_title_while_in_office(day: str, role: str | None) -> None:
    bearer = Memory(day=day).person("Angela Merkel")

    assert bearer == Bearer("Angela Merkel", "DEU", "GOV", role)


def test_a_person_of_the_document_wins_over_an_officeholder() -> None:
    memory = Memory(day="2012-01-01")
    memory.remember(cousin := Bearer("Rita Merkel", "AUT"))

    assert memory.person("Merkel") == cousin


@pytest.mark.parametrize("name", ["Nobody", "Berlin", "Peru", ""])
def test_other_words_are_nobody(name: str) -> None:
    assert Memory().person(name) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Mohammed bin Salman", "Salman"), ("Bashar al-Assad", "Assad"), ("Pelé", "Pelé"), ("Han Duck-soo", "Duck-soo")],
)
def test_surnames(name: str, expected: str) -> None:
    assert surname(name) == expected
