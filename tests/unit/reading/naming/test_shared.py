from __future__ import annotations

import pytest

from dragoman.reading import mentions
from dragoman.reading.naming.memory import Memory
from dragoman.reading.sentences import sentences
from dragoman.records import Document
from dragoman.records.dates import from_iso


def whose(text: str, words: str, publisher: str = "Reuters") -> list[tuple[str | None, str]]:
    """The code and the name of each party that the words stand for in a text."""
    document = Document(text, publisher=publisher, published=from_iso("2021-06-30"))
    memory = Memory.of(document)
    found = [one for each in sentences(text) for one in mentions.find(each.span, memory, first=each.first)]
    return [(party.code, party.name) for each in found if each.span.text == words for party in each.parties]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("In Lima, Congress voted to impeach the president.", "Congress", ("PER", "Peru")),
        ("Brazil will pay, President Lula told Congress.", "Congress", ("BRA", "Brazil")),
        ("Modi of India said Congress had failed.", "Congress", ("IND", "Indian National Congress")),
        ("Nigeria wrote to the House of Representatives.", "House of Representatives", ("NGA", "Nigeria")),
    ],
)
def test_a_body_is_that_of_the_state_of_which_the_text_speaks(text: str, words: str, expected: tuple[str, str]) -> None:
    assert whose(text, words) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Congress voted for the bill.",
        "Kenya will host troops if Congress agrees.",
        "Washington waited: Congress had refused to pay for a wall at the border of Mexico.",
    ],
)
def test_otherwise_it_is_the_best_known(text: str) -> None:
    assert whose(text, "Congress") == [("USA", "United States Congress")]


def test_a_body_may_be_the_publishers() -> None:
    assert whose("Congress met.", "Congress", "Agencia Andina") == [("PER", "Peru")]
