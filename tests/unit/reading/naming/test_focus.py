from __future__ import annotations

import pytest

from dragoman.reading import mentions
from dragoman.reading.naming.memory import Memory
from dragoman.reading.sentences import sentences
from dragoman.records import Document
from tests.unit.reading.referring.test_antecedents import codes


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # A name like those of one of the states spoken of.
        ("Armenia and Hungary met. Prime Minister Tigran Aslanyan left.", "Prime Minister Tigran Aslanyan", ("ARM",)),
        ("Armenia, Hungary met. Foreign Minister Gergely Orbanyi left.", "Foreign Minister Gergely Orbanyi", ("HUN",)),
        # Where he speaks, and where it is told from.
        ("Peru and Chile met. Foreign Minister Zog Zogu said in Lima no.", "Foreign Minister Zog Zogu", ("PER",)),
        ("Peru and Chile met. In Lima, Foreign Minister Zog Zogu wept.", "Foreign Minister Zog Zogu", ("PER",)),
        # He tells of his own state, whatever he is called.
        ("Kenya has no note from Uganda, Foreign Minister Peter Kamau said.", "Foreign Minister Peter Kamau", ("KEN",)),
        ("Peru will expel Bolivia's envoy, Foreign Minister Ana Roe warned.", "Foreign Minister Ana Roe", ("PER",)),
        ("The Peruvian navy sank, Chile's envoy saw, President Zog Zogu said.", "President Zog Zogu", ("PER",)),
        ("Fiji, through Foreign Minister Denis Moncada, thanked Peru.", "Foreign Minister Denis Moncada", ("FJI",)),
        # Also between commas, of an office that a state has once.
        ("Chile is angry. The foreign minister, Pablo Muñoz, left.", "foreign minister, Pablo Muñoz", ("CHL",)),
        ("Belarus left. During the visit the Head of State wept.", "the Head of State", ("BLR",)),
        # Unless he is called like those of another state spoken of, and not at all like those of this one.
        ("Chad will lend to Armenia, Prime Minister Tigran Aslanyan said.", "Prime Minister Tigran Aslanyan", ("ARM",)),
        # He goes on to tell of the state of which the sentence before spoke.
        ("PNG sued Indonesia. PNG wept. Jakarta hit back. Army chief Zoe Ardi left.", "Army chief Zoe Ardi", ("IDN",)),
        # But not in a quotation, and not of a state that he thanks.
        ('"Chad is a friend," Prime Minister Tigran Aslanyan said.', "Prime Minister Tigran Aslanyan", None),
        # A name like none of theirs, and like those of another.
        ("Turkey sold Chad drones. Industry Minister Erik Olsen thanked Spain.", "Minister Erik Olsen", None),
        ("Peru paid. Foreign Minister Tigran Aslanyan left.", "Foreign Minister Tigran Aslanyan", None),
        # The office has another holder there.
        (
            "Peru's President Ana Gervasi met Chile's envoy. President Sebastián Lagos left.",
            "President Sebastián Lagos",
            ("CHL",),
        ),
        # His counterpart is of the other state.
        (
            "Peru and Chile met. Foreign Minister Sebastián Lagos telephoned his Peruvian counterpart.",
            "Foreign Minister Sebastián Lagos",
            ("CHL",),
        ),
    ],
)  # fmt: skip
def test_named_officials_without_their_state(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chile paid. Chile left. Peru wept. The army moved.", "The army", ("CHL",)),
        ("Peru paid. Fiji paid. Cuba paid. The irrigation ministry paid.", "The irrigation ministry", ("CUB",)),
        ("Chile paid. The irrigation ministry wept.", "The irrigation ministry", ("CHL",)),
        ("It rained. The army moved.", "The army", None),
        ("Peru left. Peru wept.\nOSLO. The army moved.", "The army", ("NOR",)),
    ],
)  # fmt: skip
def test_bodies_without_their_state(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chile left, government spokesman Juan Paz said. Paz accused Peru.", "Paz", ("CHL",)),
        ("Chile left. Foreign Ministry spokeswoman Ana Paz accused Peru. Paz wept.", "Paz", ("CHL",)),
        ("Chile left. Presidential spokesperson Ana Paz wept.", "Presidential spokesperson Ana Paz", ("CHL",)),
        ("Chile left. Army chief Juan Paz wept.", "Army chief Juan Paz", ("CHL",)),
        ("No Ghanaian soldier was in Togo, army chief Ole Holm said.", "army chief Ole Holm", ("GHA",)),
        ("Peru and Chile met. The government spokesman in Lima wept.", "government spokesman in Lima", ("PER",)),
        ("Peru and Chile met. The attorney general in Lima wept.", "attorney general in Lima", ("PER",)),
        # A spokesman may be anybody's.
        ("Chile left. Spokesman Juan Paz wept.", "Spokesman Juan Paz", None),
    ],
)
def test_who_speaks_for_a_body_is_of_its_state(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("publisher", "expected"), [("House of Lords", "GBR"), ("FCDO", "GBR"), ("Bundestag", "DEU"), ("BBC", "ARE")]
)
def test_the_government_is_that_of_the_body_that_publishes(publisher: str, expected: str) -> None:
    text = "The UAE denied it. The Government urge Ethiopia to act."
    memory = Memory.of(Document(text, publisher=publisher))
    found = [each for one in sentences(text) for each in mentions.find(one.span, memory)]

    assert [each.codes for each in found if each.span.text == "The Government"] == [(expected,)]


@pytest.mark.parametrize(
    ("publisher", "expected"), [("FCDO", "GBR"), ("Ministry of Foreign Affairs of Kenya", "KEN"), ("BBC", "FRA")]
)
def test_a_minister_is_of_the_body_that_publishes(publisher: str, expected: str) -> None:
    text = "France and Chad met. France paid. Foreign Secretary Ana Roe thanked Chad."
    memory = Memory.of(Document(text, publisher=publisher))
    found = [each for one in sentences(text) for each in mentions.find(one.span, memory)]

    assert [each.codes for each in found if each.kind == "person"] == [(expected,)]


def test_offices_are_held_by_others_than_the_one_named() -> None:
    memory = Memory()
    assert memory.held_by_others("president", "Sebastián Lagos") == set()


def test_the_regime_is_not_that_of_the_state_that_publishes() -> None:
    text = "The Foreign Secretary wept. Syrians are besieged in Aleppo. The regime must let the UN in."
    memory = Memory.of(Document(text, publisher="UK Government"))
    found = [each for one in sentences(text) for each in mentions.find(one.span, memory, first=one.first)]
    assert [(each.span.text, each.codes) for each in found][-2:] == [("The regime", ("SYR",)), ("the UN", ("UNO",))]
