from __future__ import annotations

from datetime import date

import pytest

from dragoman.reading import mentions
from dragoman.reading.naming.bearers import Bearer, Heard
from dragoman.reading.naming.gazetteer import gazetteer
from dragoman.reading.naming.memory import LONGEST, Memory
from dragoman.reading.sentences import sentences
from dragoman.records import Document, Interval

KABORE = Bearer("Aminata Kaboré", "BFA", "GOV", "defence minister")


def test_a_person_is_known_by_name_by_surname_and_by_role() -> None:
    memory = Memory()
    memory.remember(KABORE)

    assert memory.person("Aminata Kaboré") == memory.person("Kaboré") == KABORE
    assert memory.role("the Defense Minister") == KABORE


def test_an_office_without_a_name_is_known_by_its_role_alone() -> None:
    memory = Memory()
    memory.remember_office(office := Bearer("Sri Lanka", "LKA", "GOV", "president"))

    assert memory.role("the president") == office
    assert memory.person("Sri Lanka") is None


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


def test_an_office_is_known_by_its_own_words_alone() -> None:
    memory = Memory()
    memory.remember(Bearer("Lena Berg", "SWE", "GOV", "Foreign Minister"))

    assert memory.role("the foreign minister") == memory.role("the minister")
    assert memory.role("the defence minister") is None


@pytest.mark.parametrize("role", ["vice president", "deputy president", "former president"])
def test_who_is_not_the_president_is_not_taken_for_him(role: str) -> None:
    memory = Memory()
    memory.remember(president := Bearer("Ama Sarpong", "GHA", "GOV", "president"))
    memory.remember(Bearer("Kofi Adjei", "TGO", "GOV", role))

    assert memory.role("the president") == president


def test_a_premier_is_a_prime_minister() -> None:
    memory = Memory()
    memory.remember(premier := Bearer("Ana Gervasi", "PER", "GOV", "prime minister"))

    assert memory.role("the premier") == premier


def test_people_of_some_states_are_called_by_their_first_name() -> None:
    memory = Memory()
    memory.remember(ethiopian := Bearer("Tadesse Worku", "ETH", "GOV"))
    memory.remember(Bearer("Lena Berg", "SWE", "GOV"))

    assert memory.person("Tadesse") == ethiopian
    assert memory.person("Lena") is None


def test_a_stranger_of_the_same_surname_is_not_the_officeholder() -> None:
    memory = Memory(day="2012-01-01")
    memory.remember_stranger("Merkel")

    assert memory.person("Merkel") is None


def test_old_mentions_are_forgotten() -> None:
    memory = Memory()
    for _ in range(LONGEST + 1):
        memory.hear(Heard(KABORE, "person", 0, subject=True, person=True))
    memory.turn(())

    assert 0 < len(memory.heard) < LONGEST


def test_a_memory_begins_with_the_publishers_state_and_the_day() -> None:
    day = date(2020, 5, 1)
    memory = Memory.of(Document("Text.", publisher="Haaretz", published=Interval(day, day)))

    assert (memory.home, memory.day) == ("ISR", "2020-05-01")
    assert Memory.of(Document("Text.", publisher="Nobody's Own Paper")) == Memory()


@pytest.mark.parametrize(
    ("publisher", "home"),
    [
        ("Haaretz", "ISR"),
        ("Sofia Record", "BGR"),
        ("leaked cable, Embassy of Canada in Georgetown", "CAN"),
        ("The Weekly Meridian", None),
        ("Oxus Review (translated from Polish)", None),
    ],
)
def test_home_is_the_state_of_the_publisher_or_of_its_name(publisher: str, home: str | None) -> None:
    assert Memory.of(Document("Peru paid.", publisher=publisher)).home == home


@pytest.mark.parametrize(
    ("publisher", "code"),
    [
        ("Government of India", "IND"),
        ("NATO", "NATO"),
        ("White House", "USA"),
        ("Governments of Peru and Chile", None),
        ("Sofia Record", None),
        ("Haaretz", None),
        ("", None),
    ],
)
def test_we_are_the_government_or_organisation_that_publishes(publisher: str, code: str | None) -> None:
    memory = Memory.of(Document("Text.", publisher=publisher))
    we = [each for one in sentences("We thank Peru.") for each in mentions.find(one.span, memory)]
    assert [each.codes for each in we] == ([(code,), ("PER",)] if code else [("PER",)])


def test_we_in_a_quotation_are_not_the_publisher() -> None:
    memory = Memory.of(Document("Text.", publisher="NATO"))
    (one,) = sentences("“Our ships left,” Peru told NATO.")
    assert [each.codes for each in mentions.find(one.span, memory)] == [("PER",), ("PER",), ("NATO",)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Oslo, 3 May 2023", "NOR"),
        ("[Nairobi, 12 March 2023] Chile signed.", "KEN"),
        ("LAGOS, Nigeria (AP) - Chile signed.", "NGA"),
        ("LIMA/LA PAZ, March 3 (AP) - Chile signed.", None),
        ("Oslo protested on 3 May 2023.", None),
    ],
)
def test_a_date_line_tells_where_a_text_is_told_from(text: str, place: str | None) -> None:
    memory = Memory()
    memory.turn(gazetteer().find(text), text)

    assert memory.place == place


@pytest.mark.parametrize(
    ("publisher", "text", "home", "issued"),
    [
        ("House of Lords", "Peru left.", "GBR", True),
        ("Foreign, Commonwealth & Development Office", "Peru left.", "GBR", True),
        ("Bundestag", "Peru left.", "DEU", True),
        ("Federal Foreign Office", "Peru left.", "DEU", True),
        ("Ministry of Foreign Affairs of Kazakhstan", "Peru left.", "KAZ", True),
        ("Rosstat", "Peru left.", "RUS", True),
        ("Sofia Record", "Peru left.", "BGR", False),
        ("TASS", "Peru left.", "RUS", False),
        # The first line names who issues a text.
        (None, "House of Lords - Written Answers\n\nPeru left.", "GBR", True),
        (None, "Ministry of Foreign Affairs of the Republic of Kazakhstan\nPeru left.", "KAZ", True),
        # But a headline tells of somebody.
        (None, "Bundestag debates aid\n\nPeru left.", None, False),
        (None, "House of Lords", None, False),
        ("Oslo Wire", "Bundestag\n\nPeru left.", "NOR", False),
    ],
)
def test_a_body_of_a_state_issues_what_it_publishes(publisher: str, text: str, home: str, issued: bool) -> None:
    memory = Memory.of(Document(text, publisher=publisher))

    assert (memory.home, memory.issued) == (home, issued)
