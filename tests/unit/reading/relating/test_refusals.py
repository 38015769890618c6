from __future__ import annotations

import pytest

from dragoman.reading.relating import refusals


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Peru will not sell Chile gas.", "sell", True),
        ("Peru will not sell Chile gas.", "not", True),
        ("Peru will not sell Chile gas.", "will", True),
        ("Peru won't ever sell Chile gas.", "sell", True),
        ("Fiji is unlikely to join Tonga.", "join", True),
        ("Fiji is not expected to join Tonga.", "join", True),
        ("Fiji did not join Tonga.", "join", False),
        ("Fiji said it would not join Tonga.", "join", True),
        ("Fiji said that the king would not join Tonga.", "join", True),
        ("In those days Fiji would not join Tonga.", "join", False),
        ("Peru, which will not sell gas, joined Chile.", "joined", False),
        ("Peru joined Chile, which will not sell gas.", "joined", False),
    ],
)
def test_what_is_told_not_to_come(text: str, word: str, told: bool) -> None:
    assert (refusals.before(text, text.index(word)) is not None) is told
