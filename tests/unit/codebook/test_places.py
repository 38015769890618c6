from __future__ import annotations

import pytest

from dragoman.codebook.organisations import organisations
from dragoman.codebook.places import home, places
from dragoman.codebook.rows import rows
from dragoman.codebook.states import states

#: Written down apart from the table: whole degrees are enough to find a slip of a sign or of two columns.
KNOWN = {
    "AFG": (35, 69), "ARG": (-35, -58), "ARM": (40, 45), "AUS": (-35, 149), "AZE": (40, 50), "BRA": (-16, -48),
    "CAN": (45, -76), "CHN": (40, 116), "COD": (-4, 15), "CUB": (23, -82), "DEU": (53, 13), "EGY": (30, 31),
    "ETH": (9, 39), "FRA": (49, 2), "GBR": (52, 0), "GEO": (42, 45), "IDN": (-6, 107), "IND": (29, 77),
    "IRN": (36, 51), "ISL": (64, -22), "ISR": (32, 35), "JPN": (36, 140), "KAZ": (51, 71), "MEX": (19, -99),
    "NZL": (-41, 175), "PAK": (34, 73), "PER": (-12, -77), "PRT": (39, -9), "RUS": (56, 38), "SAU": (25, 47),
    "TUR": (40, 33), "UKR": (50, 31), "USA": (39, -77), "VNM": (21, 106), "WSM": (-14, -172), "ZAF": (-26, 28),
    "UNO": (41, -74), "NATO": (51, 4), "AU": (9, 39), "ASEAN": (-6, 107), "OPEC": (48, 16), "ICJ": (52, 4),
}  # fmt: skip


def test_every_state_has_a_place_within_bounds() -> None:
    assert set(states()) <= set(places())
    assert all(-90 <= each.latitude <= 90 and -180 < each.longitude <= 180 for each in places().values())


def test_the_place_of_a_state_is_its_capital() -> None:
    assert all(
        places()[state.code].name in state.capitals + state.seats for state in states().values() if state.capitals
    )


def test_places_are_of_known_parties_once_each_and_told_to_two_decimals() -> None:
    table = list(rows("places.csv"))

    assert len({row["code"] for row in table}) == len(table)
    assert {row["code"] for row in table} <= {*states(), *(each.code for each in organisations())}
    assert all(len(row[side].partition(".")[2]) == 2 for row in table for side in ("latitude", "longitude"))


def test_one_town_is_in_one_place() -> None:
    # Two towns bear this name; all others have one.
    towns = {(each.name, each.latitude, each.longitude) for each in places().values() if each.name != "Kingston"}

    assert len(towns) == len({name for name, *_ in towns})


@pytest.mark.parametrize("code", KNOWN)
def test_well_known_places_are_where_everybody_knows(code: str) -> None:
    latitude, longitude = KNOWN[code]

    assert places()[code].latitude == pytest.approx(latitude, abs=1)
    assert places()[code].longitude == pytest.approx(longitude, abs=1)


def test_who_has_no_seat_is_at_home_in_its_state_and_who_has_neither_nowhere() -> None:
    assert home("TALIBAN") == places()["AFG"]
    assert home("NATO") == places()["NATO"]
    assert home("BRICS") is None
    assert home("SUEZ") is None
    assert home("some rebels") is None
