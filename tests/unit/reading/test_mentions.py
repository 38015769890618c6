from __future__ import annotations

import pytest

from dragoman.reading import mentions
from dragoman.reading.naming.memory import Memory
from dragoman.reading.sentences import sentences


def found(text: str, *, home: str | None = None, day: str = "2023-07-13") -> list[tuple[str, tuple[str, ...]]]:
    """The mentions of a text, read sentence by sentence with one memory: words and codes."""
    memory = Memory(home, day)
    return [
        (mention.span.text, mention.codes)
        for sentence in sentences(text)
        for mention in mentions.find(sentence.span, memory)
    ]


def parties(text: str, *, home: str | None = None) -> list[tuple[str | None, str | None, str, str | None]]:
    memory = Memory(home, "2023-07-13")
    return [
        (party.code, party.sector, party.name, party.role)
        for sentence in sentences(text)
        for mention in mentions.find(sentence.span, memory)
        for party in mention.parties
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peru’s Foreign Minister Ana Gervasi spoke.", ("PER", "GOV", "Ana Gervasi", "Foreign Minister")),
        ("The Togolese army advanced.", ("TGO", "MIL", "Togo", "army")),
        ("The president of Ghana resigned.", ("GHA", "GOV", "Ghana", "president")),
        (
            "The foreign minister of the Republic of Moldova Nicu Popescu left.",
            ("MDA", "GOV", "Nicu Popescu", "foreign minister"),
        ),
        ("A former US ambassador wept.", ("USA", "GOV", "United States", "ambassador")),
        ("SOCAR paid.", ("AZE", "BUS", "SOCAR", None)),
        ("Hezbollah fired.", ("HEZBOLLAH", "REB", "Hezbollah", None)),
    ],
)
def test_states_with_their_offices_and_people(text: str, expected: tuple[str | None, ...]) -> None:
    assert parties(text)[0] == expected


def test_a_surname_means_the_person_introduced_before() -> None:
    text = "Chilean Defence Minister Maya Fernández landed in Quito. Fernández met nobody."

    assert ("Fernández", ("CHL",)) in found(text)


def test_an_official_without_a_state_belongs_to_the_publishers() -> None:
    assert parties("Defense Minister Dana Sharon left.", home="ISR") == [
        ("ISR", "GOV", "Dana Sharon", "Defense Minister")
    ]
    assert parties("Defense Minister Dana Sharon left.") == []


def test_known_officeholders_need_no_introduction() -> None:
    assert parties("Zelensky thanked Macron.")[0][0] == "UKR"


def test_both_countries_are_the_two_last_spoken_of() -> None:
    text = "Uganda and Rwanda reopened the crossing. The two countries had closed it in 2019."

    assert ("The two countries", ("UGA", "RWA")) in found(text)


def test_he_is_the_person_who_acted() -> None:
    text = "Turkish President Recep Tayyip Erdoğan met Ilham Aliyev before he flew to Tehran."

    assert ("he", ("TUR",)) in found(text)


def test_publishers_are_no_party() -> None:
    assert found("The Jerusalem Post and Le Monde reported it.") == []


def test_places_are_the_documents_own() -> None:
    text = "Əliyev 🙂 said so.\nIn Baku, “Azərbaycan” and Iran’s foreign minister met."
    memory = Memory()

    for sentence in sentences(text):
        for mention in mentions.find(sentence.span, memory):
            assert text[mention.span.start : mention.span.end] == mention.span.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M23 took Goma. The group's spokesman left.", ("M23", "REB", "March 23 Movement", "spokesman")),
        ("Riyadh paid Iran. The kingdom's foreign minister left.", ("SAU", "GOV", "Saudi Arabia", "foreign minister")),
        ("M23 took Goma. The group's leader, Juan Roe, left.", ("M23", "REB", "Juan Roe", "leader")),
    ],
)
def test_what_refers_to_somebody_makes_one_party_with_the_office_behind_it(
    text: str, expected: tuple[str, ...]
) -> None:
    assert parties(text)[-1] == expected


def test_but_not_with_an_office_of_which_the_name_is_known() -> None:
    text = "Riyadh paid Iran. The kingdom's ally Kenya left."

    assert found(text)[-2:] == [("The kingdom", ("SAU",)), ("Kenya", ("KEN",))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rafael Cruz said that Peru had paid.", ["PER"]),
        ("Rafael said that Peru had paid.", ["ISR", "PER"]),
        ("Gunvor Berg left Chile.", ["CHL"]),
        ("Nikola Tesla left Chile.", ["CHL"]),
        ("In Chile, Elon Musk's Tesla sold cars.", ["CHL", "USA"]),
    ],
)
def test_who_is_called_like_a_firm_is_not_the_firm(text: str, expected: list[str]) -> None:
    assert [code for code, *_ in parties(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan Foreign Minister Ana Roe left. Kenya's foreign minister wept.", "Ana Roe"),
        ("Norway's prime minister, Ole Roe, left. The prime minister wept.", "Ole Roe"),
        ("President Ole Roe of Peru left. The Peruvian leader wept.", "Ole Roe"),
        ("President Ole Roe of Peru left. Peru's former president wept.", "Peru"),
        ("Former president Ole Roe of Peru left. Peru's president wept.", "Peru"),
        ("President Ole Roe of Peru left. Prime Minister Ana Paz of Peru left. The Peruvian leader wept.", "Peru"),
        ("President Ole Roe of Peru left. Chile's president wept.", "Chile"),
    ],
)
def test_an_office_is_who_was_named_with_it(text: str, expected: str) -> None:
    assert parties(text)[-1][2] == expected
