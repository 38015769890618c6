from __future__ import annotations

import pytest

from dragoman.codebook.sectors import role_words


@pytest.mark.parametrize(
    ("word", "sector"),
    [
        ("foreign minister", "GOV"),
        ("army", "MIL"),
        ("opposition leader", "OPP"),
        ("coast guard", "COP"),
        ("former president", "ELI"),
        ("parliament", "LEG"),
    ],
)
def test_the_sector_of_a_role(word: str, sector: str) -> None:
    assert role_words()[word] == sector


def test_other_words_show_no_sector() -> None:
    assert "river" not in role_words()
