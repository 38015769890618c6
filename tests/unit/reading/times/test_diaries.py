from __future__ import annotations

import time

import pytest

from dragoman.reading.times.diaries import Days
from dragoman.records import Document
from dragoman.records.dates import from_iso

MIXED = "Peru and Chile\n\n3 October 2021\nPeru left. Chile wept.\nFiji left.\n\n5 May 2022: Chad left.\n\nTogo left."


def heading(text: str, words: str) -> str | None:
    found = Days(Document(text, published=from_iso("2024-05-10"))).before(text.index(words))
    return None if found is None else found.iso()


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (MIXED, "Peru left", "2021-10-03"),
        (MIXED, "Fiji left", "2021-10-03"),
        (MIXED, "Peru and", None),
        (MIXED, "Togo left", None),
        ("**May 2021**\n\nPeru left.\n\n## June 2022:\n\nChile left.", "Chile", "2022-06"),
        ("May 2021\nPeru left.\nJune 2022\nChile left.\nBackground\nFiji is poor.", "Fiji", None),
        # A single date may be that of publication, and so may the same date twice.
        ("10 May 2024\nPeru left.\nChile left.", "Peru", None),
        ("10 May 2024\nPeru left.\n10 May 2024\nChile left.", "Peru", None),
        ("Chapter 4\nPeru left.\n2021 in Peru\nChile left.", "Chile", None),
    ],
)
def test_what_stands_under_the_line_of_a_date(text: str, words: str, expected: str | None) -> None:
    assert heading(text, words) == expected


def test_a_row_of_signs_is_looked_at_once() -> None:
    begun = time.process_time()

    assert heading(f"May 2021\n{'_' * 20_000}.x\nPeru left.", "Peru") is None
    assert time.process_time() - begun < 1
