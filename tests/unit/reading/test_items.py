from __future__ import annotations

import pytest

from dragoman.reading.reader import begin, read
from dragoman.records import Document, Statement
from dragoman.records.dates import from_iso

SIDES = "The Mongolian side:\n- thanked Vietnam for the donation of vaccine in 2021;\n- urged China to open the border."


def statements(text: str) -> tuple[Statement, ...]:
    return read(Document(text, published=from_iso("2024-05-10"))).statements


def told(text: str) -> list[tuple[str, list[str], list[str]]]:
    return [
        (each.type, [party.key for party in each.actor], [party.key for party in each.recipient])
        for each in statements(text)
    ]


def test_items_go_on_from_the_words_that_head_them() -> None:
    assert ("REQUEST", ["MNG"], ["CHN"]) in told(SIDES)
    assert begin(Document(SIDES)).texts[1:] == [
        "The Mongolian side thanked Vietnam for the donation of vaccine in 2021;",
        "The Mongolian side urged China to open the border.",
    ]


def test_the_evidence_is_the_item_alone() -> None:
    (found,) = [each for each in statements(SIDES) if each.type == "REQUEST"]

    assert found.evidence.text == "- urged China to open the border."
    assert [party.mention.text for party in found.actor] == ["Mongolian"]


@pytest.mark.parametrize(
    "text",
    [
        "4. The Peruvian side:\n(a) thanked Chile;\n(b) asked Fiji for ships.",
        "The Peruvian side:\n1) thanked Chile;\n2) asked Fiji for ships.",
        "The Peruvian side:\n\n• thanked Chile;\n\n• asked Fiji for ships.",
        "The Peruvian side:\nthanked Chile;\nasked Fiji for ships.",
    ],
)
def test_items_by_what_they_begin_with(text: str) -> None:
    assert begin(Document(text)).texts[1:] == [
        "The Peruvian side thanked Chile;",
        "The Peruvian side asked Fiji for ships.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Peruvian side:\n- thanked all.\nAsked by all, Chile stayed.",
        "1. The Peruvian side:\n2. Chile stayed.",
        "The Peruvian side:\n- thanked all.\n(a) Chile stayed.",
        "The Peruvian side left.\n- Chile stayed.",
    ],
)
def test_what_ends_a_list_or_is_none(text: str) -> None:
    assert begin(Document(text)).texts == []


def test_rows_with_a_figure_are_items() -> None:
    text = "Suppliers of Kenyan wheat in 2023:\nRussia – 40 percent\nUkraine: 22 percent\nChile is far: it sold none."

    assert begin(Document(text)).texts[1:] == [
        "Suppliers of Kenyan wheat in 2023 Russia – 40 percent",
        "Suppliers of Kenyan wheat in 2023 Ukraine: 22 percent",
    ]


def test_what_the_words_that_head_a_list_tell_is_told_once() -> None:
    text = "Peru and Chile signed an agreement on:\n- roads and bridges;\n- schools."

    assert [each.evidence.text for each in statements(text) if each.type == "AGREE"] == [
        "Peru and Chile signed an agreement on:"
    ]


def test_an_item_has_its_own_speakers() -> None:
    text = "The Norwegian side:\n- said, according to Prime Minister Ole Holm of Norway, that it accused Fiji of theft."
    names = {link.source.name for each in statements(text) for link in each.chain}

    assert names <= {"Ole Holm"}


def test_a_sentence_of_one_party_is_read_behind_the_one_before() -> None:
    text = "In 2023 Kenya bought 120 megawatts of power from Ethiopia. Djibouti took 60."
    (found,) = [each for each in statements(text) if each.evidence.text == "Djibouti took 60."]

    assert (found.type, [each.key for each in found.actor], [each.key for each in found.recipient]) == (
        "energy", ["ETH"], ["DJI"]
    )  # fmt: skip
    assert begin(Document(text)).texts[1] == text


def test_the_first_word_of_a_sentence_may_tell_what_it_adds() -> None:
    text = "Bolivia's state company ended deliveries of gas to Argentina last year. Exports to Brazil fell to 12 bcm."
    found = [each for each in statements(text) if each.evidence.text.startswith("Exports")]

    assert [(each.type, each.actor[0].key, each.recipient[0].key) for each in found] == [("energy", "BOL", "BRA")]


def test_one_of_two_is_read_behind_both() -> None:
    text = "Paraguay must sell its surplus power to Brazil. The latter takes 90 percent of the output."

    assert begin(Document(text)).texts[1] == text


@pytest.mark.parametrize(
    "text",
    [
        "Kenya bought power from Ethiopia.\nDjibouti took 60.",
        "Kenya bought power from Ethiopia. Ethiopia is poor.",
        "Kenya bought power from Ethiopia. Djibouti denies it.",
        "Kenya bought power from Ethiopia. It rained.",
        f"Kenya bought power from Ethiopia{' and so on' * 50}. Djibouti took 60.",
    ],
)
def test_sentences_that_are_read_alone(text: str) -> None:
    assert begin(Document(text)).texts == [text[: text.index(".") + 1]]


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("Laos offered Thailand 300 megawatts of power. Bangkok welcomed the offer.", "SUPPORT", "THA", "LAO"),
        ("Chile asked Bolivia to reopen the crossing. La Paz turned down the request.", "REJECT", "BOL", "CHL"),
        ("Russia and Mali signed a contract. Under the contract, Russia will send helicopters.", "AID", "RUS", "MLI"),
        ("Kenya accused Ethiopia of blocking the road. Addis Ababa rejected the accusation.", "REJECT", "ETH", "KEN"),
    ],
)
def test_who_answers_is_read_behind_what_he_answers(text: str, kind: str, actor: str, recipient: str) -> None:
    found = [each for each in statements(text) if each.evidence.start > 0]

    assert [(each.type, each.actor[0].key, each.recipient[0].key) for each in found] == [(kind, actor, recipient)]


@pytest.mark.parametrize(
    ("text", "source", "value"),
    [
        ("Norway supplies much of Poland's gas. One study puts the share at 46 percent.", "One study", 46),
        ("China is Laos's largest creditor. The World Bank puts the figure at 5 billion dollars.", "World Bank", 5e9),
        ("Chile buys gas from Argentina. The share rose to 12 percent last year.", None, 12),
    ],
)
def test_a_figure_measures_what_the_sentence_before_tells(text: str, source: str | None, value: float) -> None:
    told, measured = statements(text)

    assert (measured.type, measured.actor[0].key, measured.recipient[0].key) == (
        told.type, told.actor[0].key, told.recipient[0].key
    )  # fmt: skip
    assert [each.low for each in measured.quantities] == [value]
    assert [link.source.name for link in measured.chain] == [source] * (source is not None)


@pytest.mark.parametrize(
    "text",
    [
        "France has troops in Djibouti. The number of tourists rose to 3 million.",
        "Ghana attacked Togo in May. One report puts the number at 40.",
        "Iran and Oman share a gas field. The figure is disputed.",
    ],
)
def test_a_figure_of_nothing_that_stands_measures_nothing(text: str) -> None:
    assert {each.evidence.start for each in statements(text)} == {0}


@pytest.mark.parametrize(
    ("text", "words", "standing"),
    [
        ("Chad and Sudan made a deal to reopen the border. It was signed in May 2019.", "It was", "asserted"),
        ("Chad and Sudan have agreed on a text.\nThe accord was signed in Doha.", "The accord", "asserted"),
        ("Chad and Sudan have agreed on a text. The peace treaty will be signed in Doha.", "The peace", "planned"),
    ],
)
def test_who_agreed_has_signed_what_they_agreed_on(text: str, words: str, standing: str) -> None:
    (found,) = [each for each in statements(text) if each.evidence.text.startswith(words)]

    assert (found.type, found.standing.value) == ("AGREE", standing)
    assert {found.actor[0].key, found.recipient[0].key} == {"TCD", "SDN"}


def test_what_was_signed_after_nobody_agreed_is_not_told() -> None:
    assert {each.evidence.start for each in statements("Chad attacked Sudan. It was signed in May 2019.")} == {0}


def test_what_the_sentence_before_tells_is_told_once() -> None:
    text = "France signed an arms deal with Armenia in 2023. Russia is angry at the deal."

    assert [each.evidence.text for each in statements(text) if each.type in ("AGREE", "arms")] != []
    assert {each.evidence.text for each in statements(text) if each.type in ("AGREE", "arms")} == {
        "France signed an arms deal with Armenia in 2023."
    }


def test_the_time_of_a_list_stands_before_it() -> None:
    text = "The main suppliers of arms to Mali in 2019 were:\n- Russia: 45 percent\n- Turkey: 20 percent"
    found = [(each.actor[0].key, each.occurred, each.quantities) for each in statements(text) if each.type == "arms"]

    assert [(key, occurred and occurred.iso(), figures[0].low) for key, occurred, figures in found] == [
        ("RUS", "2019", 45.0),
        ("TUR", "2019", 20.0),
    ]
