"""The laws of reading, over texts that no one would write."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.reader import read
from dragoman.records import Document
from dragoman.records.dates import from_iso

WORDS = st.sampled_from(
    (
        "Peru Chile Azərbaycan Türkiye Turkish Tehran “ ” \" ' said according to visited denied threatened 40 % of oil"
        " imports since 2019 President Ilham Aliyev the two countries he it , . \n 🙂 Israel’s Hezbollah may will"
        " a month later next day previous year NATO U.S."
    ).split(" ")
)
PROSE = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)


@pytest.mark.property
@settings(max_examples=25, deadline=None)
@given(PROSE)
def test_evidence_is_the_text_it_names(text: str) -> None:
    document = Document(text, publisher="The Jerusalem Post", published=from_iso("2024-05"))

    for statement in read(document).statements:
        spans = [statement.evidence, *(party.mention for party in statement.parties)]
        spans += [each.mention for each in (*statement.quantities, *statement.chain)]
        assert all(text[span.start : span.end] == span.text for span in spans)


@pytest.mark.property
@settings(max_examples=10, deadline=None)
@given(PROSE, PROSE)
def test_a_document_is_read_alone(text: str, other: str) -> None:
    document = Document(text)
    alone = read(document)

    read(Document(other))

    assert read(document) == alone


@pytest.mark.property
@settings(max_examples=25, deadline=None)
@given(st.text(max_size=400))
def test_any_text_can_be_read(text: str) -> None:
    assert read(Document(text)).document.text == text


UNITS = st.sampled_from(
    (
        "Iran-", "Iran ", "Iran, ", "Iran: ", "(Iran ", "“Iran said ", "IRAN ", "U.S.", "Iran and Israel met and ",
        "the Foreign Minister of ", "according to ", "1,", "40 % of oil ", "3 May 2024 ", "twelve million ", "a\u0301",
        "ישראל ", "\u202eIran\u202c", "Iran’s ", "A. ", "\" ", "“", "said: ", "since ", "-", "’", "Iran\n",
    )
)  # fmt: skip


@pytest.mark.property
@settings(max_examples=30, deadline=None)
@given(st.lists(UNITS, min_size=1, max_size=3).map("".join))
def test_the_same_over_and_over_is_read_soon(unit: str) -> None:
    begun = time.process_time()

    read(Document(unit * (4000 // len(unit))))

    assert time.process_time() - begun < 20
