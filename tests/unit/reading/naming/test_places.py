from __future__ import annotations

import pytest

from dragoman.reading.naming import places
from dragoman.reading.naming.gazetteer import gazetteer


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


@pytest.mark.parametrize(
    ("line", "towns"),
    [
        ("HANOI (Jan. 30, 2024) — ", ["HANOI"]),
        ("LIMA/LA PAZ, March 3 (AP) - ", ["LIMA", "LA PAZ"]),
        ("Jakarta/Port Moresby - Thursday, 29 February 2024. ", ["Jakarta", "Port Moresby"]),
        ("PORT-AU-PRINCE, Haiti, Sept. 12, 2023 (AP) — ", ["PORT-AU-PRINCE", "Haiti"]),
        ("LAGOS, Nigeria (AP) — ", ["Nigeria"]),
        ("LIMA: ", ["LIMA"]),
        ("(VILNIUS, 12 March 2023) ", ["VILNIUS"]),
        ("[Nairobi, 12 March 2023] ", ["Nairobi"]),
        ("(Nairobi) 12 March 2023 - ", ["Nairobi"]),
        ("NAIROBI | 12 March 2023 | ", ["NAIROBI"]),
        ("12 March 2023, Nairobi - ", ["Nairobi"]),
        ("Lima, 24 February 2023. ", ["Lima"]),
        ("Lima, 24 Feb. 2023 (EFE).- ", ["Lima"]),
        ("MANAGUA, 21 February 2022 (Radio Nicaragua, translated from Spanish) - ", ["MANAGUA", "Nicaragua"]),
        ("ADDIS ABABA, Tuesday 2 January 2024 - ", ["ADDIS ABABA"]),
        ("Lima, 24 February 2023", ["Lima"]),
        ("Vilnius.", ["Vilnius"]),
    ],
)
def test_the_towns_of_a_date_line_are_places(line: str, towns: list[str]) -> None:
    text = line if line[-1] != " " else f"{line}Egypt signed an accord with Fiji."
    names = gazetteer().find(text)

    assert [name.text for name in names if places.is_mere(text, name, names)] == towns
    assert places.dateline(text, names) == len(line)


@pytest.mark.parametrize(
    "text",
    [
        "MOSCOW: WE WILL ANSWER CHILE",
        "Moscow: We will answer Chile",
        "Beijing, Moscow and Tehran - the three allies - met.",
        "Beijing, Moscow - both allies - met.",
        "Peru - Chile border talks end.",
        "Peru: Chile will not yield.",
        "Lima protested on 3 May 2024.",
        "3 May 2024, Lima: Chile's embassy reopens.",
        "13 May 2024, Lima: Chile's embassy reopens.",
        "Lima and La Paz signed.",
    ],
)
def test_capitals_that_head_no_text_are_no_mere_places(text: str) -> None:
    names = gazetteer().find(text)

    assert [name.text for name in names if places.is_mere(text, name, names)] == []


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("12 March 2023, Nairobi - Chile signed.", True),
        ("March 12, 2023 | Port-au-Prince | Chile signed.", True),
        ("12 March 2023, Nairobi: Chile signs.", False),
        ("12 March 2023 - Chile signs.", False),
        ("Nairobi, 12 March 2023 - Chile signed.", False),
        ("On 12 March 2023, Chile - not Peru - signed.", False),
    ],
)
def test_a_date_line_may_begin_with_its_day(text: str, begins: bool) -> None:
    assert places.begins_with_day(text) is begins


@pytest.mark.parametrize(
    ("text", "capital", "is_mere"),
    [
        ("Latvia left the Ottawa convention on landmines.", "Ottawa", True),
        ("Iran breached the 1963 Vienna convention.", "Vienna", True),
        ("Chad signed the Paris agreement.", "Paris", True),
        ("The Moscow talks failed.", "Moscow", True),
        ("The Moscow government failed.", "Moscow", False),
        ("Peru needs Moscow agreement.", "Moscow", False),
        ("The Kyiv-Moscow talks failed.", "Moscow", False),
    ],
)
def test_what_is_called_after_a_town_is_not_its_state(text: str, capital: str, is_mere: bool) -> None:
    assert mere(text, capital) is is_mere
