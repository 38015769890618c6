from __future__ import annotations

import pytest

from dragoman.reading.referring import pairs


@pytest.mark.parametrize(
    ("text", "words", "number"),
    [
        ("Brazil urged both to wait.", "both", 2),
        ("Brazil told both that it rained.", "both", 2),
        ("Trade between the two fell.", "the two", 2),
        ("Brazil mediated between the two last year.", "the two", 2),
        ("Trade between them fell.", "them", 2),
        ("The two are to meet.", "The two", 2),
        ("Both deny it.", "Both", 2),
        ("Brazil mediated between the two.", "the two", 2),
        ("It rained, and the three agreed to wait.", "the three", 3),
        ("The three accuse Chile of spying.", "The three", 3),
        ("All three want to wait.", "All three", 3),
        ("All four share a border.", "All four", 4),
        ("Both fear the rebels.", "Both", 2),
        ("The pair met.", "The pair", 2),
        ("Neither side paid.", "Neither side", 2),
        ("The latter denied it.", "The latter", 2),
        ("The former's army left.", "The former", 2),
        ("Under the accord the former recognises the claims.", "the former", 2),
        ("The latter takes 90 percent of it.", "The latter", 2),
        ("Peru paid for the aid of the latter.", "the latter", 2),
    ],
)
def test_two_or_three_without_a_noun(text: str, words: str, number: int) -> None:
    (found,) = pairs.find(text, text.lower())

    assert (text[found.start : found.end], found.number) == (words, number)


@pytest.mark.parametrize(
    "text",
    [
        "Both Chile and Peru paid.",
        "Brazil warned both Chile and Peru.",
        "Trees stand on either side.",
        "Either side of the river flooded.",
        "The former president left.",
        "The former rulers left the country.",
        "They chose the latter.",
        "Talks between the two state banks failed.",
        "Between them they own it.",
        "The two ships left.",
        "The two state banks left.",
        "The three main Kurdish parties left.",
        "The three order books are full.",
        "All three are void.",
        "Both posts will close.",
        "Both are done.",
        "They sign accords, of which both agreed to two.",
        "The former states of the union left.",
        "Bread and milk are dear; Peru has both.",
    ],
)
def test_what_has_a_noun_or_may_be_things(text: str) -> None:
    assert list(pairs.find(text, text.lower())) == []
