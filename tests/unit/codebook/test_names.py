from __future__ import annotations

import pytest

from dragoman.codebook.names import code, label
from dragoman.codebook.states import states
from dragoman.errors import UnknownName


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("KEN", "KEN"),
        ("ken", "KEN"),
        ("uk", "GBR"),
        ("Ivory Coast", "CIV"),
        ("cote d'ivoire", "CIV"),
        ("Türkiye", "TUR"),
        ("TURKIYE", "TUR"),
        ("the Gambia", "GMB"),
        ("The Netherlands", "NLD"),
        ("Islamic Republic of Iran", "IRN"),
        ("Burma", "MMR"),
        ("Baku", "AZE"),
        ("the Kremlin", "RUS"),
        ("Bolivian", "BOL"),
        ("  Nepal ", "NPL"),
        ("NATO", "NATO"),
        ("un", "UNO"),
        ("African Union", "AU"),
        ("Chad", "TCD"),
    ],
)
def test_a_code_by_any_name(name: str, expected: str) -> None:
    assert code(name) == expected


@pytest.mark.parametrize(
    ("name", "near"),
    [("Azerbaijam", "Azerbaijan (AZE)"), ("Untied States", "United States (USA)"), ("Chadd", "Chad (TCD)")],
)
def test_a_name_misspelt_is_refused_with_those_like_it(name: str, near: str) -> None:
    with pytest.raises(UnknownName) as refused:
        code(name)

    assert near in refused.value.near
    assert f"{name!r}" in str(refused.value)


@pytest.mark.parametrize("name", ["", "  ", "the", "Xyzzyqq", "🙂"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(UnknownName, match="No state or organisation is called"):
        code(name)


def test_every_state_is_found_by_its_code_and_its_name() -> None:
    for state in states().values():
        assert code(state.code) == code(state.name) == state.code


@pytest.mark.parametrize(
    ("party", "expected"),
    [("KEN", "Kenya"), ("UNO", "United Nations"), ("HEZBOLLAH", "Hezbollah"), ("NOPE", "NOPE"), ("", "")],
)
def test_the_name_to_print_for_a_code(party: str, expected: str) -> None:
    assert label(party) == expected
