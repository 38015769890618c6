from __future__ import annotations

import pytest

from dragoman.codebook.sectors import abbreviated, qualified, role_words


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


def test_offices_that_are_cut_short_are_known_in_full() -> None:
    assert role_words().keys() >= set(abbreviated().values())


def test_what_is_a_verb_as_well_is_a_noun_first() -> None:
    assert qualified("verbs") <= qualified("things") | qualified("doings")
