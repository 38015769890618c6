from __future__ import annotations

import pytest

from dragoman.reading.naming.bearers import Bearer
from dragoman.reading.naming.officeholders import by_surname, first_names, is_she, officeholder, offices_of, surnames


def who(name: str, day: str, *spoken: str) -> Bearer | None:
    return officeholder(offices_of(name), day, spoken)


@pytest.mark.parametrize(
    ("day", "code", "role"),
    [("1999-05-01", "PRT", "prime minister"), ("2018-05-01", "UNO", "secretary-general"), ("2003-05-01", "PRT", None)],
)
def test_who_held_two_offices_is_meant_in_that_of_the_day(day: str, code: str, role: str | None) -> None:
    bearer = who("António Guterres", day)

    assert bearer is not None
    assert (bearer.code, bearer.role) == (code, role)


def test_of_two_people_of_one_name_the_one_whose_state_is_spoken_of() -> None:
    assert who("King Abdullah", "2010-05-01", "SAU", "USA") == Bearer("Abdullah bin Abdulaziz", "SAU", "GOV", "king")
    assert who("King Abdullah", "2010-05-01", "JOR") == Bearer("Abdullah II", "JOR", "GOV", "king")
    assert who("King Abdullah", "2010-05-01") is None


def test_of_two_people_of_one_surname_the_one_in_office() -> None:
    maduro = who("Maduro", "2023-05-01")

    assert maduro is not None
    assert maduro.name == "Nicolás Maduro"


def test_relatives_of_one_state_are_told_apart_by_the_day() -> None:
    assert [who("Aliyev", day) for day in ("1999-05-01", "2015-05-01")] == [
        Bearer("Heydar Aliyev", "AZE", "GOV", "president"),
        Bearer("Ilham Aliyev", "AZE", "GOV", "president"),
    ]


@pytest.mark.parametrize(
    ("name", "day", "spoken", "expected"),
    [
        ("Reynolds", "2016-05-01", (), ()),
        ("Reynolds", "", (), ()),
        ("Reynolds", "2016-05-01", ("IRL",), ("Albert Reynolds",)),
        ("Albert Reynolds", "2016-05-01", (), ("Albert Reynolds",)),
        ("Merkel", "2023-05-01", (), ("Angela Merkel",)),
        ("Netanyahu", "", (), ("Benjamin Netanyahu",)),
        ("Srettha", "2024-05-01", ("THA",), ("Srettha Thavisin",)),
        ("Srettha", "2024-05-01", (), ()),
        ("Thaksin", "2024-05-01", ("THA",), ()),
    ],
)
def test_a_surname_alone_means_nobody_whose_office_is_long_over(
    name: str, day: str, spoken: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert tuple({each.name for each in by_surname(name, day, spoken)}) == expected


def test_surnames_are_known_without_their_diacritics() -> None:
    assert who("Erdogan", "2019-05-01") == who("Erdoğan", "2019-05-01")


@pytest.mark.parametrize("word", ["Brown", "Friday", "Hassan", "Lagos", "Peru", "Xi", "VI"])
def test_words_forenames_and_places_are_no_surnames(word: str) -> None:
    assert word not in surnames()


@pytest.mark.parametrize(
    ("name", "expected"), [("Angela Merkel", True), ("Olaf Scholz", False), ("Nobody Inparticular", None)]
)
def test_known_women(name: str, expected: bool | None) -> None:
    assert is_she(name) is expected


def test_titles_forenames_of_many_and_states_with_surnames_give_no_first_names() -> None:
    assert first_names().keys() >= {"Abiy", "Prabowo", "Katrin", "Katrín"}
    assert first_names().keys().isdisjoint({"King", "Emperor", "José", "Emmanuel"})
