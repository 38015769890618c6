from __future__ import annotations

from dragoman.codebook.rows import listed, rows
from dragoman.codebook.states import states
from dragoman.codebook.towns import towns


def test_towns_lie_in_states_that_are_known() -> None:
    assert set(towns().values()) <= set(states())
    assert not [code for code in towns().values() if states()[code].until]


def test_no_town_stands_in_two_rows_nor_is_a_capital_or_seat() -> None:
    names = [name for row in rows("towns.csv") for name in listed(row["towns"])]
    homes = {name for state in states().values() if not state.until for name in state.capitals}

    assert len(names) == len(set(names))
    assert homes.isdisjoint(names)


def test_a_town_is_told_from_those_of_others() -> None:
    assert (towns()["Odesa"], towns()["Goma"], towns()["Jenin"]) == ("UKR", "COD", "PSE")
