from __future__ import annotations

import pytest

from dragoman.reading.reader import read
from dragoman.records import Document
from dragoman.records.dates import from_iso


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    found = read(Document(text, published=from_iso("2024-05-10"))).statements
    return [(each.type, each.actor[0].code, each.recipient[0].code) for each in found]


@pytest.mark.parametrize("text", ["Peru and Ecuador are rivals.", "The rivalry between Peru and Ecuador is old."])
def test_rivals_are_rivals_of_each_other(text: str) -> None:
    assert sorted(told(text)) == [("hostility", "ECU", "PER"), ("hostility", "PER", "ECU")]


def test_a_threat_has_one_way() -> None:
    assert told("Israel sees Iran as an enemy.") == [("hostility", "IRN", "ISR")]


def test_who_has_refugees_of_a_state_is_tied_to_it_and_has_not_aided_it() -> None:
    assert told("Uganda has about two million Sudanese refugees.") == [("society", "UGA", "SDN")]


def test_an_attack_that_is_over_is_no_tie() -> None:
    assert told("The statement said US troops had defeated ISIS.") == [("ASSAULT", "USA", "ISIS")]


def test_one_word_does_not_both_ask_and_threaten() -> None:
    warning = "“These attacks are our right, and we warn the Saudis that our targets will keep expanding,”"
    assert told(f"{warning} Houthi military spokesman Yahya Saree said.") == [("THREATEN", "HOUTHI", "SAU")]
