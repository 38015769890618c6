from __future__ import annotations

import pytest

from dragoman.codebook.borders import by_land
from dragoman.codebook.coasts import Coast, coasts
from dragoman.codebook.places import Place, places
from dragoman.codebook.states import states


def holds(coast: Coast, place: Place) -> bool:
    """Whether a place lies within: a line from it to the east meets the coast an odd number of times."""
    inside = False
    for (lat1, lon1), (lat2, lon2) in zip(coast.points, coast.points[1:] + coast.points[:1], strict=True):
        if (lat1 > place.latitude) != (lat2 > place.latitude):
            inside ^= place.longitude < lon1 + (place.latitude - lat1) / (lat2 - lat1) * (lon2 - lon1)
    return inside


def near(place: Place) -> bool:
    return any(
        abs(latitude - place.latitude) + abs(longitude - place.longitude) < 2.5
        for coast in coasts()
        for latitude, longitude in coast.points
    )


def test_capitals_of_states_with_a_border_on_land_are_on_land_or_on_its_coast() -> None:
    inland = {code for pair in by_land() for code in pair if not states()[code].until}
    at_sea = {
        code
        for code in inland
        if not near(places()[code]) and not any(holds(coast, places()[code]) for coast in coasts())
    }

    assert at_sea == set()


@pytest.mark.parametrize(("code", "land"), [("ETH", "Africa"), ("MNG", "Eurasia"), ("BOL", "South America")])
def test_lands_hold_their_capitals(code: str, land: str) -> None:
    assert [each.name for each in coasts() if each.kind == "land" and holds(each, places()[code])] == [land]


def test_nobody_lives_in_the_sea() -> None:
    waters = [each for each in coasts() if each.kind == "water"]

    assert {each.name for each in waters} == {"Caspian Sea", "Lake Victoria"}
    assert [code for code, place in places().items() if any(holds(each, place) for each in waters)] == []


def test_seas_come_after_lands_and_names_stand_once() -> None:
    kinds = [each.kind for each in coasts()]

    assert kinds == sorted(kinds)
    assert len({each.name for each in coasts()}) == len(coasts())
    assert all(-90 <= lat <= 90 and -180 <= lon <= 191 for each in coasts() for lat, lon in each.points)
