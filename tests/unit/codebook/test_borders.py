from __future__ import annotations

import pytest

from dragoman.codebook.borders import by_land, neighbours


@pytest.mark.parametrize(
    ("one", "other", "side"), [("NPL", "CHN", "N"), ("CHN", "NPL", "S"), ("MDA", "ROU", "W"), ("ROU", "MDA", "E")]
)
def test_a_neighbour_lies_on_a_side_and_one_lies_on_its_other(one: str, other: str, side: str) -> None:
    assert side in neighbours()[one][other]


def test_an_island_has_neighbours_by_sea_alone() -> None:
    assert "IND" in neighbours()["LKA"]
    assert not any("LKA" in pair for pair in by_land())
    assert frozenset(("LSO", "ZAF")) in by_land()


def test_landlocked_states_have_borders() -> None:
    for code in ("BOL", "TCD", "KGZ", "LIE", "SSD"):
        assert any(code in pair for pair in by_land())
