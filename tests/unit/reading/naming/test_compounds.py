from __future__ import annotations

import pytest

from dragoman.reading.naming import compounds
from dragoman.reading.naming.gazetteer import gazetteer


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kenya Red Cross paid.", [("KEN", "Kenya Red Cross")]),
        ("The Turkish Red Crescent paid.", [("TUR", "Turkish Red Crescent")]),
        ("The Syrian Arab Red Crescent paid.", [("SYR", "Syrian Arab Red Crescent")]),
        ("The Red Cross paid Kenya.", [("ICRC", "International Committee of the Red Cross"), ("KEN", "Kenya")]),
        ("Kenya thanked the Red Cross.", [("KEN", "Kenya"), ("ICRC", "International Committee of the Red Cross")]),
    ],
)
def test_the_red_cross_of_a_state_is_its_own(text: str, expected: list[tuple[str, str]]) -> None:
    found = compounds.parties(text, gazetteer().find(text))

    assert [(each.sense.code, each.sense.label) for each in found] == expected
