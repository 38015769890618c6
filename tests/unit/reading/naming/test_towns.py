from __future__ import annotations

import pytest

from dragoman.reading import mentions
from dragoman.reading.naming.memory import Memory
from dragoman.records import Span


def named(text: str) -> list[tuple[str, str]]:
    """The mentions by name of a sentence, with their codes."""
    found = mentions.find(Span(0, len(text), text), Memory())
    return [(each.span.text, each.codes[0]) for each in found]


@pytest.mark.parametrize(
    ("text", "town", "code"),
    [
        ("Russia bombed Kharkiv.", "Kharkiv", "UKR"),
        ("Rwandan troops entered the eastern city of Goma.", "Goma", "COD"),
        ("Israel carried out air strikes on Nabatieh.", "Nabatieh", "LBN"),
        ("Turkey sent troops to Idlib.", "Idlib", "SYR"),
        ("Egypt supplied Benghazi with fuel.", "Benghazi", "LBY"),
        ("Herat was taken by the Taliban.", "Herat", "AFG"),
        ("Port workers saw Hodeidah come back after Hodeidah came under fire.", "Hodeidah", "YEM"),
        ("Israel shelled Rafah Airport.", "Rafah", "PSE"),
    ],
)
def test_a_town_stands_for_its_state_as_what_suffers(text: str, town: str, code: str) -> None:
    assert (town, code) in named(text)


@pytest.mark.parametrize(
    ("text", "town", "code"),
    [
        ("Ukraine said its drones had hit a refinery in Saratov.", "Saratov", "RUS"),
        ("Al-Shabaab killed seven people near the eastern town of Mandera.", "Mandera", "KEN"),
        ("Russia keeps a naval base in Tartus.", "Tartus", "SYR"),
        ("Hungary gets its oil through the port of Rijeka.", "Rijeka", "HRV"),
        ("Sweden deplored the arrests in Xinjiang.", "Xinjiang", "CHN"),
        ("Kenyan oil is shipped from Lamu.", "Lamu", "KEN"),
    ],
)
def test_a_town_or_province_is_where_something_is_or_comes_from(text: str, town: str, code: str) -> None:
    assert (town, code) in named(text)


def test_a_town_goes_on_a_list() -> None:
    assert named("Russia shelled Sumy, Izium and Lviv.")[1:] == [("Sumy", "UKR"), ("Izium", "UKR"), ("Lviv", "UKR")]


@pytest.mark.parametrize(
    "text",
    [
        "Kharkiv denied it.",
        "The mayor of Odesa wept.",
        "Talks were held in Batumi.",
        "Peru's envoy told reporters in Batumi that Chile had left.",
        "Peru and Chile signed an accord in Batumi.",
        "They attacked Jos Smith.",
        "They attacked Tripoli-Gomazi.",
    ],
)
def test_a_town_is_not_who_acts_nor_where_others_meet(text: str) -> None:
    assert not [words for words, _ in named(text) if words in ("Kharkiv", "Odesa", "Batumi", "Jos", "Goma")]
