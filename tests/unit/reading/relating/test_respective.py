from __future__ import annotations

import pytest

from dragoman.reading.reader import read
from dragoman.records import Document
from dragoman.records.dates import from_iso


def figures(text: str) -> dict[tuple[str, str], list[float | None]]:
    found = read(Document(text, published=from_iso("2024-05-10"))).statements
    return {
        (each.actor[0].key, each.recipient[0].key): [figure.low for figure in each.quantities]
        for each in found
        if each.kind == "tie"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya and Uganda supplied Rwanda with 120 and 40 megawatts, respectively.",
            {("KEN", "RWA"): [120.0], ("UGA", "RWA"): [40.0]},
        ),
        (
            "Russia and Saudi Arabia supply 40 percent and 15 percent of India's oil respectively.",
            {("RUS", "IND"): [40.0], ("SAU", "IND"): [15.0]},
        ),
    ],
)
def test_each_has_the_figure_in_its_place(text: str, expected: dict[tuple[str, str], list[float | None]]) -> None:
    assert figures(text) == expected


def test_without_the_word_all_have_all() -> None:
    found = figures("Kenya and Uganda supplied Rwanda with 120 and 40 megawatts.")

    assert set(map(len, found.values())) == {2}
