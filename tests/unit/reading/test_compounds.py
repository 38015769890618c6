from __future__ import annotations

import pytest

from dragoman.reading import compounds
from dragoman.reading.gazetteer import gazetteer


def codes(text: str) -> list[str]:
    return [each.sense.code for each in compounds.parties(text, gazetteer().find(text))]


@pytest.mark.parametrize(
    "text",
    [
        "A Portuguese-speaking envoy came.",
        "The former British colony paid.",
        "The ex-French protectorate paid.",
    ],
)
def test_who_once_ruled_somebody_is_no_party(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The British colony paid.", "GBR"),
        ("The former French president paid.", "FRA"),
    ],
)
def test_others_are(text: str, code: str) -> None:
    assert codes(text) == [code]
