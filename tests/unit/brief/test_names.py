from __future__ import annotations

import re

import pytest

from dragoman.brief.names import called, is_several, source
from dragoman.codebook.states import states


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("ISR", "Israel"),
        ("NLD", "the Netherlands"),
        ("EUR", "the European Union"),
        ("TALIBAN", "the Taliban"),
        ("ANTIISIS", "the Global Coalition against Daesh"),
        ("ISIS", "Islamic State"),
        ("HAMAS", "Hamas"),
        ("ABRAHAM", "the Abraham Accords"),
    ],
)
def test_what_a_party_is_called_in_a_sentence(code: str, name: str) -> None:
    assert called(code) == name


def test_of_states_only_those_bear_an_article_that_are_told_with_one() -> None:
    named = {"Bahamas", "Comoros", "Gambia", "Maldives", "Netherlands", "Philippines", "Seychelles", "Vatican City"}
    found = {called(code).removeprefix("the ") for code in states() if called(code).startswith("the ")}
    assert {name for name in found if not re.search("Republic|Islands|United|Union", name)} == named


def test_who_are_several() -> None:
    assert [each for each in ("HOUTHI", "KURDS", "TALIBAN", "UNO", "USA", "HAMAS", "PHL") if is_several(each)] == [
        *("HOUTHI", "KURDS", "TALIBAN"),
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("The army", "the army"),
        ("An  official", "an official"),
        ("He", "“he”"),
        ("Anadolu Agency", "Anadolu Agency"),
        ("A. Smith", "A. Smith"),
    ],
)
def test_a_source_stands_in_the_midst_of_a_sentence(name: str, words: str) -> None:
    assert source(name) == words
