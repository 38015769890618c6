from __future__ import annotations

import pytest

from dragoman.codebook.chances import chance


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("There is a 60 percent chance that Chad joins.", 0.6, 0.6),
        ("He put the odds at 30%.", 0.3, 0.3),
        ("a probability of 70 to 80 percent", 0.7, 0.8),
        ("the likelihood that Mali leaves is about 5 per cent", 0.05, 0.05),
    ],
)
def test_numbers(text: str, low: float, high: float) -> None:
    found = chance(text)
    assert found is not None
    assert (found.low, found.high, found.is_number) == (low, high, True)


@pytest.mark.parametrize(
    ("text", "words", "low"),
    [
        ("Chad is very unlikely to join.", "very unlikely", 0.05),
        ("Chad will probably join.", "probably", 0.55),
        ("It is almost certain, he said.", "almost certain", 0.95),
    ],
)
def test_words(text: str, words: str, low: float) -> None:
    found = chance(text)
    assert found is not None
    assert (found.words, found.low, found.is_number) == (words, low, False)


@pytest.mark.parametrize("text", ["Chad will join.", "60 percent of Chad's exports", "a 400 percent chance"])
def test_neither(text: str) -> None:
    assert chance(text) is None
