from __future__ import annotations

import re

import pytest

from dragoman.reading.figures import bounds


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("over ", (14, None, False)),
        ("up to ", (None, 14, False)),
        ("about ", (14, 14, True)),
        ("over about ", (14, None, True)),
        ("", (14, 14, False)),
    ],
)
def test_the_bounds_that_words_give(words: str, expected: tuple[float | None, float | None, bool]) -> None:
    assert bounds.bounded(words, 14, 14) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Denmark gave over 14", "over "),
        ("Poland handed over 14", ""),
        ("Egypt is turning over some 14", "some "),
        ("The army took over at least 14", "at least "),
    ],
)
def test_the_over_of_a_verb_bounds_nothing(text: str, words: str) -> None:
    match = re.search(rf"{bounds.BOUND}14", text)

    assert match is not None
    assert bounds.bound(match) == words
