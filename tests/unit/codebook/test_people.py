from __future__ import annotations

import pytest

from dragoman.codebook.people import Office, people


def office(since: str, until: str) -> Office:
    return Office("Lena Berg", (), "SWE", "GOV", "minister", since, until)


@pytest.mark.parametrize(
    ("since", "until", "day", "held"),
    [
        ("2019", "2021", "2020-05-01", True),
        ("2019", "2021", "2021-12-31", True),
        ("2019", "2021", "2022-01-01", False),
        ("2019", "2021", "2018-12-31", False),
        ("2019-06", "2019-08", "2019-08-31", True),
        ("2019-06-10", "2019-08-20", "2019-08-21", False),
        ("2019-06-10", "2019-08-20", "2019-06-10", True),
        ("2019", "", "2050-01-01", True),
    ],
)
def test_an_office_is_held_between_its_ends(since: str, until: str, day: str, held: bool) -> None:
    assert office(since, until).held(day) is held


def test_a_person_is_found_under_every_spelling() -> None:
    assert people()["Ahmed Shah Massoud"] == people()["Ahmad Shah Massoud"]


def test_a_person_may_hold_several_offices() -> None:
    roles = {office.role for office in people()["Vladimir Putin"]}

    assert {"president", "prime minister"} <= roles
