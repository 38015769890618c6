"""What a sentence gives depends on it alone."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.encoder import encoder

WORDS = (
    "Peru Chile Azərbaycan Türkiye ’s said “ ” 40 % of oil since 2019 the countries , . 🙂 יום may will visited".split()
)
SENTENCE = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
#: Long enough to fill batches, and with several sentences to most lengths.
COMPANY = [" ".join((WORDS * 9)[number : number + number % 29]) for number in range(120)]


@cache
def alone(sentence: str) -> bytes:
    (encoded,) = encoder().encode([sentence])
    return encoded.hidden.tobytes()


@pytest.mark.property
@settings(max_examples=25, deadline=None)
@given(st.lists(SENTENCE, min_size=1, max_size=30))
def test_the_same_bytes_in_any_company(sentences: list[str]) -> None:
    assert [each.hidden.tobytes() for each in encoder().encode(sentences)] == [alone(each) for each in sentences]


@pytest.mark.property
@settings(max_examples=10, deadline=None)
@given(st.permutations(COMPANY), st.integers(1, len(COMPANY)))
def test_the_same_bytes_in_any_order_and_number(sentences: list[str], size: int) -> None:
    parts = [encoder().encode(sentences[start : start + size]) for start in range(0, len(sentences), size)]

    assert [each.hidden.tobytes() for part in parts for each in part] == [alone(each) for each in sentences]
