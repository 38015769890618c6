from __future__ import annotations

import pytest

from dragoman.reading import mentions
from dragoman.reading.naming.memory import Memory
from dragoman.reading.sentences import sentences
from tests.unit.reading.referring.test_antecedents import codes


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chile sued Peru. The two countries share a sea.", "The two countries", ("CHL", "PER")),
        ("Chile and Peru left Bolivia. The two countries paid.", "The two countries", ("CHL", "PER")),
        ("Nigeria paid Niger. The EU gave some. Both states waited.", "Both states", ("NGA", "NER")),
        (
            "Finland and Sweden came. Ankara said the two Nordic countries lied.",
            "the two Nordic countries",
            ("FIN", "SWE"),
        ),
        ("Peru left. Chile and Fiji called. SOCAR paid both countries.", "both countries", ("CHL", "FJI")),
        ("Chile, Peru and Fiji met. The three countries paid.", "The three countries", ("CHL", "PER", "FJI")),
        (
            "Mali, Niger and Guinea left. Fiji sued Peru. It paid the three juntas.",
            "the three juntas",
            ("MLI", "NER", "GIN"),
        ),
        ("The Baltic states closed it.", "The Baltic states", ("EST", "LTU", "LVA")),
        ("The two Koreas met.", "The two Koreas", ("KOR", "PRK")),
        ("Chile left Fiji for Peru. The two neighbours paid.", "The two neighbours", ("CHL", "PER")),
        ("Israel fought Hamas. Both sides lost.", "Both sides", ("ISR", "HAMAS")),
        ("Chile slept. The two countries slept.", "The two countries", None),
        (
            "Peru met Chile. Fiji condemned the sanctions of Oman and the EU against both states.",
            "both states",
            ("PER", "CHL"),
        ),
        (
            "Mali and Niger met. If Niger left, Mali needs Chad and Fiji. Peru mediates between the two capitals.",
            "the two capitals",
            ("MLI", "NER"),
        ),
        (
            "Kenyan President William Ruto met Ugandan President Yoweri Museveni. The two heads of state ate.",
            "The two heads of state",
            ("KEN", "UGA"),
        ),
        (
            "Peru and Chile sign it. Peru and Chile signed on Monday. Peru will pay. The two neighbours fought a war. "
            "A treaty was signed in Brasilia with the help of Brazil, Fiji and Cuba. "
            "Trade between the two countries grew.",
            "the two countries",
            ("CHL", "PER"),
        ),
        ("Chad met Peru. The two countries ate. Libya sued Algeria. Both countries are far.", "Both countries", None),
        ("Chile met Peru. Ties between the two brotherly peoples grew.", "the two brotherly peoples", ("CHL", "PER")),
    ],
)
def test_several_states(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Peru left. Chile met Peru in Lima. Fiji paid. Laos sued Togo. The Parties met.",
            "The Parties",
            ("CHL", "PER"),
        ),
        ("Peru, Chile and Fiji met. They praised Laos and Togo. The Sides met.", "The Sides", ("PER", "CHL", "FJI")),
        ("Chile met the EU. Laos sued Togo. The Contracting Parties met.", "The Contracting Parties", ("CHL", "EUR")),
        ("Chile met Peru about Fiji. The Parties met.", "The Parties", None),
        ("Chile met Peru. The parties met.", "The parties", None),
        ("Chile met Peru. The Parties to the treaty met.", "The Parties", None),
    ],
)
def test_the_parties_are_those_whom_a_text_first_tells_of(
    text: str, words: str, expected: tuple[str, ...] | None
) -> None:
    assert codes(text, words) == expected


def test_leaders_are_people_before_they_are_states() -> None:
    text = "Emmanuel Macron called Olaf Scholz from Kyiv. The two leaders agreed."

    assert codes(text, "The two leaders", day="2022-05-01") == ("FRA", "DEU")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile and Peru waited. They had time.", ("CHL", "PER")),
        ("Chile waited for Peru. They had time.", None),
        ("Chile and its teachers waited. They had time.", None),
    ],
)
def test_they_are_the_subjects_of_one_list(text: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, "They") == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "Chile left Peru. Chile sued. Peru paid. Chile and Peru met. Fiji came. Russia urged both sides to go.",
            "both sides",
            ("PER", "CHL"),
        ),
        ("Chile left. Peru wept. Fiji sued. Cuba paid. It rained. The two countries slept.", "The two countries", None),
        ("Cuba paid. Cuba left. Chile bought maize from Peru, so the two governments said.", "the two governments",
         ("CHL", "PER")),
    ],
)  # fmt: skip
def test_two_are_those_of_the_sentence_or_those_most_spoken_of(
    text: str, words: str, expected: tuple[str, ...] | None
) -> None:
    assert set(codes(text, words) or ()) == set(expected or ())


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chile sued Peru. Fiji and Cuba urged both sides to wait.", "both sides", ("CHL", "PER")),
        ("Chile sued Peru. Fiji and Cuba brokered a truce between the two states.", "the two states", ("CHL", "PER")),
        (
            "Pakistan shelled Iran. Cuba and Qatar went between the two neighbours.",
            "the two neighbours",
            ("PAK", "IRN"),
        ),
        (
            "Sweden and Finland asked. Denmark, Norway and Iceland vowed to guard the two Nordic countries.",
            "the two Nordic countries",
            ("SWE", "FIN"),
        ),
        ("Fiji and Cuba urged both sides to wait.", "both sides", None),
        ("Fiji and Cuba signed an accord between the two countries.", "the two countries", ("FJI", "CUB")),
    ],
)
def test_who_asks_two_or_goes_between_them_is_none_of_them(
    text: str, words: str, expected: tuple[str, ...] | None
) -> None:
    assert set(codes(text, words) or ()) == set(expected or ())


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Guyana accused Venezuela. Brazil urged both to wait.", "both", ("GUY", "VEN")),
        ("Israel fought Hamas. Egypt mediated between the two.", "the two", ("ISR", "HAMAS")),
        ("Niger accused Benin, and the two have closed the border.", "the two", ("NER", "BEN")),
        ("Niger accused Benin. Neither side paid.", "Neither side", ("NER", "BEN")),
        ("Niger, Mali and Benin met. The three agreed.", "The three", ("NER", "MLI", "BEN")),
        ("Niger accused Benin. The latter denies it.", "The latter", ("BEN",)),
        ("Niger accused Benin. The former denies it.", "The former", ("NER",)),
        ("Niger, Mali and Benin met. Both agreed.", "Both", None),
        ("Niger and Mali met. Benin pays, which the latter denies.", "the latter", None),
        ("Niger and Mali met. Gazprom and BP paid, as neither government said.", "neither government", ("NER", "MLI")),
        ("Niger called Benin. Niamey was glad. Mali warned both.", "both", ("NER", "BEN")),
        ("Niger called Benin. Mali was glad. Chad warned both.", "both", None),
        ("Niger slept. Both agreed.", "Both", None),
        ("Niger called Benin. A colonel left. Both agreed.", "Both", None),
    ],
)
def test_both_are_the_two_of_whom_the_sentences_speak(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


def test_sides_told_of_apart_are_their_states() -> None:
    memory = Memory()
    text = "Peru's minister Ana Roe sued Chile. Chilean spokesman Juan Paz denied it. It hurt both sides."
    found = [each for one in sentences(text) for each in mentions.find(one.span, memory, first=one.first)]
    assert [party.name for each in found if each.span.text == "both sides" for party in each.parties] == [
        "Peru",
        "Chile",
    ]


def test_the_former_and_the_latter_in_one_sentence_are_told_apart() -> None:
    text = "Ethiopia met Somalia. The former recognises the unity of the latter."

    assert codes(text, "The former") == ("ETH",)
    assert codes(text, "the latter") == ("SOM",)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peru and Chile met. The parties agreed to wait.", "The parties", ("PER", "CHL")),
        ("Peru and Chile met. On Monday the sides also noted that it rained.", "the sides", ("PER", "CHL")),
        ("Peru and Chile met. The parties won the election.", "The parties", None),
        ("Kenya voted. The parties agreed to wait.", "The parties", None),
    ],
)
def test_the_sides_of_talks(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Joint communiqué. Chile met Peru. Fiji left. The Ministers signed it.", "The Ministers", ("CHL", "PER")),
        ("Joint statement of Chile and Peru. The Ministers of Defence met.", "The Ministers", ("CHL", "PER")),
        ("Joint statement of Chile and Peru. The Ministers of Fiji met.", "The Ministers", None),
        ("Joint statement of Chile and Peru. In Suva the ministers met.", "the ministers", None),
        ("Chile met Peru. Fiji left. The Ministers signed it.", "The Ministers", None),
    ],
)
def test_those_who_issue_a_text_together(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected
