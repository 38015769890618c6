from __future__ import annotations

import pytest

from dragoman.reading.reader import read
from dragoman.reading.relating import borders
from dragoman.records import Document, Statement
from dragoman.records.dates import from_iso


def told(text: str) -> list[Statement]:
    found = read(Document(text, published=from_iso("2019-02-21"))).statements
    return [each for each in found if each.type == "geography"]


@pytest.mark.parametrize(
    ("codes", "trigger", "text"),
    [
        (("KEN", "NOR"), "border", "Kenya has a long border with Norway."),
        (("SWE", "DEU"), "border", "Fury in Sweden over a 43-mile fence along the border with Germany."),
    ],
)
def test_no_border_where_the_map_has_none(codes: tuple[str, str], trigger: str, text: str) -> None:
    assert borders.are_apart(codes, trigger, text)


@pytest.mark.parametrize(
    ("codes", "trigger", "text"),
    [
        (("DNK", "DEU"), "border", "Denmark builds a fence along the border with Germany."),
        (("SWE", "DEU"), "across", "Sweden lies across the sea from Germany."),
        (("TTO", "VEN"), "border", "The sea border of Trinidad and Tobago with Venezuela is long."),
        (("FJI", "NZL"), "lies", "Fiji lies 2,000 km from New Zealand."),
        (("NATO", "RUS"), "border", "NATO has a border with Russia."),
    ],
)
def test_neighbours_and_distances(codes: tuple[str, str], trigger: str, text: str) -> None:
    assert not borders.are_apart(codes, trigger, text)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The shop lies five miles from the border between Peru and Chile.", []),
        ("Denmark builds a 43-mile fence along the border with Germany.", []),
        ("Finland has a 1,340-km border with Russia.", [1340.0]),
        ("The border between Estonia and Russia is 294 km long.", [294.0]),
    ],
)
def test_a_border_is_as_long_as_is_said_of_it(text: str, figures: list[float]) -> None:
    (found,) = told(text)
    assert [each.low for each in found.quantities] == figures


def test_a_border_does_not_stand_for_a_day() -> None:
    (found,) = told("On Friday Slovenia built a fence along its border with Croatia.")
    assert not found.occurred.known


def test_a_border_stands_since_it_was_drawn() -> None:
    (found,) = told("Kenya and Uganda have shared a border since 1 February 1926.")
    assert found.occurred.iso() == "1926-02-01/.."


def test_a_distance_told_twice_is_not_the_length_of_a_border() -> None:
    text = "It is five miles (eight kilometers) from the U.S.–Mexico border crossing."
    assert borders.is_of_land(text, text.index("miles") + len("miles"))
    assert borders.is_of_land(text, text.index("kilometers") + len("kilometers"))
