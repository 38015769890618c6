from __future__ import annotations

import pytest

from dragoman.reading import compounds
from dragoman.reading.gazetteer import gazetteer


def codes(text: str) -> list[str]:
    return [each.sense.code for each in compounds.parties(text, gazetteer().find(text))]


@pytest.mark.parametrize(
    "text",
    [
        "A French-run school closed.",
        "The Spanish-owned utility paid.",
        "A Portuguese-speaking envoy came.",
        "The former British colony paid.",
        "The ex-French protectorate paid.",
    ],
)
def test_names_that_tell_of_what_sort_something_is_are_no_parties(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("US-led troops left.", "USA"),
        ("Russian-made jets came.", "RUS"),
        ("The British colony paid.", "GBR"),
        ("The former French president paid.", "FRA"),
    ],
)
def test_others_are(text: str, code: str) -> None:
    assert codes(text) == [code]
