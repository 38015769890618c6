from __future__ import annotations

import pytest

from dragoman.reading.naming import bodies
from dragoman.reading.naming.gazetteer import gazetteer


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nurses of the Ghana Medical Association met.", "Ghana Medical Association"),
        ("The Chamber of Commerce and Industry said so.", "Chamber of Commerce and Industry"),
        ("Rosa Quispe of the Peru Red Cross said so.", "Peru Red Cross"),
        ("Bolivia's Ombudsman's Office said so.", "Bolivia's Ombudsman's Office"),
        ("It was the Malawi Law Society’s report.", "Malawi Law Society"),
    ],
)
def test_the_name_of_a_body(text: str, name: str) -> None:
    body = bodies.find(text)

    assert body is not None
    assert (body.name, text[body.start : body.end]) == (name, name)


@pytest.mark.parametrize(
    "text", ["Rosa Quispe said so.", "The Party said so.", "Law Society President Ana Paz said so."]
)
def test_other_capitals_are_no_body(text: str) -> None:
    assert bodies.find(text) is None


@pytest.mark.parametrize(
    ("name", "code"), [("Fiji Law Society", "FJI"), ("Law Society of Malta", "MLT"), ("Law Society", None)]
)
def test_the_state_of_a_body(name: str, code: str | None) -> None:
    body = bodies.find(name)

    assert body is not None
    assert bodies.state(body, gazetteer().find(name)) == code


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("Department of Agriculture", "GOV"),
        ("Samoa Police Service", "COP"),
        ("Radio Samoa", "MED"),
        ("General Council of Samoa", None),
    ],
)
def test_the_sector_of_a_body(name: str, sector: str | None) -> None:
    body = bodies.find(name)

    assert body is not None
    assert body.sector == sector
