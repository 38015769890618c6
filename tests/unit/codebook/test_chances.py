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
        ("There is a one-in-three chance that Peru joins.", 0.333, 0.333),
        ("The chances that Egypt will leave are 1 in 5.", 0.2, 0.2),
        ("The odds are 60-40 that Togo joins.", 0.6, 0.6),
        ("a fifty-fifty chance", 0.5, 0.5),
        ("a seventy percent chance", 0.7, 0.7),
        ("It is likely (70 %) that Ghana joins.", 0.7, 0.7),
        ("Fiji is unlikely (about 10 percent) to join.", 0.1, 0.1),
        ("He is 90 per cent sure that Oman joins.", 0.9, 0.9),
        ("They put the probability of a war of Chad on Mali at 10 percent.", 0.1, 0.1),
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


@pytest.mark.parametrize(
    "text",
    [
        "Chad will join.",
        "60 percent of Chad's exports",
        "a 400 percent chance",
        "odds of 3-1",
        "in 20 percent certain things were amiss",
        "one in five Fijians",
    ],
)
def test_neither(text: str) -> None:
    assert chance(text) is None
