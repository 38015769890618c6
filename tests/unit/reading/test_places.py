from __future__ import annotations

import pytest

from dragoman.reading import places
from dragoman.reading.gazetteer import gazetteer


def mere(text: str, capital: str) -> bool:
    names = gazetteer().find(text)
    (name,) = (each for each in names if each.text == capital)
    return places.is_mere(text, name, names)


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("Chile and Peru signed in Vienna.", "Vienna"),
        ("Nairobi, May 3 (Agency) - Peru paid.", "Nairobi"),
        ("Lima, 3 February 2025 (Agency) - Fiji paid.", "Lima"),
        ("Iran and the United States held talks in Muscat.", "Muscat"),
        ("Salva Kiir told reporters in Nairobi that Sudan had fired.", "Nairobi"),
        ("The Houthis in Tehran regretted it.", "Tehran"),
    ],
)
def test_places_where_others_meet_or_speak(text: str, capital: str) -> None:
    assert mere(text, capital)


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("Nairobi protested.", "Nairobi"),
        ("Yoav Gallant held talks in Baku.", "Baku"),
        ("Chile opened an embassy in Lima.", "Lima"),
        ("Chile and Peru met in Lima.", "Lima"),
        ("Chile and Fiji sent envoys to Lima.", "Lima"),
    ],
)
def test_capitals_that_stand_for_their_state(text: str, capital: str) -> None:
    assert not mere(text, capital)


def test_only_capitals_are_places() -> None:
    assert not mere("Peru and Fiji signed in Chile.", "Chile")
