from __future__ import annotations

import pytest

from tests.unit.reading.referring.test_references import found


def words(text: str) -> list[str]:
    return [text[each.start : each.end] for each in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He paid.", ["He"]),
        ("“She paid,” they said.", ["She", "they"]),
        ("Laos said it would pay him.", ["it", "him"]),
        ("Laos sold it gas.", ["it"]),
        ("It is clear that he paid.", ["he"]),
        ("It rained.", []),
        ("They called it a war.", ["They"]),
        ("Laos got it in writing.", []),
        ("The heat of italics.", []),
        ("Its exports to Laos fell, and their best gas ran out.", ["Its", "their"]),
        ("Its players left for Laos.", []),
        ("Laos cut its exports.", []),
    ],
)
def test_pronouns(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the talks in Oran it paid Italy.", ["it"]),
        ("Over four rounds it has lent Fiji money.", ["it"]),
        ("In Lima it rained.", []),
        ("By the end of it they left.", []),
        ("At Oran they read it was Fiji.", []),
    ],
)
def test_it_behind_a_phrase_that_opens_the_sentence(text: str, expected: list[str]) -> None:
    assert [each for each in words(text) if each == "it"] == expected
