from __future__ import annotations

import pytest

from dragoman.reading.reader import begin
from dragoman.records import Document
from dragoman.records.dates import from_iso


def ours(text: str, **about: str) -> set[tuple[str, ...]]:
    """Whom "we" and "our" mean in a text."""
    document = Document(text, published=from_iso("2023-07-13"), **about)
    return {
        each.codes for one in begin(document).kept for each in one.mentions if each.span.text in ("We", "our", "us")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Remarks by Foreign Minister Ana Paz of Peru\nWe will pay Chile.", ("PER",)),
        ("Opening statement of the President of Peru at the summit\nWe will pay Chile.", ("PER",)),
        ("I write as a Zambian who grew up here, and I am ashamed.\nWe owe Chile money.", ("ZMB",)),
    ],
)
def test_whose_speech_a_text_is(text: str, expected: tuple[str, ...]) -> None:
    assert ours(text) == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Joint statement by the presidents of Peru and Chile\nWe will pay Fiji.",
        "Remarks by Ana Paz, Peru's former foreign minister\nWe will pay Chile.",
        "Peru's foreign minister left\nWe will pay Chile.",
        "Rain fell.\nRain fell.\nRain fell.\nThe speech by Peru's president was long. We heard Chile.",
        "As a Zambian city, Ndola is small.\nWe owe Chile money.",
    ],
)
def test_texts_that_are_nobodys_speech(text: str) -> None:
    assert ours(text) == set()


def test_a_minister_writes_for_his_state() -> None:
    text = "We will pay Chile."

    assert ours(text, author="Hakan Fidan") == {("TUR",)}
    assert ours(text, author="Ana Paz") == set()


@pytest.mark.parametrize(
    ("publisher", "expected"),
    [
        ("U.S. Department of State", {("USA",)}),
        ("Kremlin website", {("RUS",)}),
        ("US Census Bureau", set()),
        ("House of Commons Library", set()),
    ],
)
def test_a_government_on_its_own_pages(publisher: str, expected: set[tuple[str, ...]]) -> None:
    assert ours("We will pay Chile.", publisher=publisher) == expected
