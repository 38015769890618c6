from __future__ import annotations

import re
import time

import pytest

from dragoman.reading.naming import roles
from dragoman.reading.naming.roles import Role


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Togolese army advanced.", [("army", "MIL")]),
        ("Fiji’s prime minister met the opposition leader.", [("prime minister", "GOV"), ("opposition leader", "OPP")]),
        ("The deputy foreign minister left.", [("deputy foreign minister", "GOV")]),
        ("An acting Foreign Minister spoke.", [("acting Foreign Minister", "GOV")]),
        ("Troops and police", [("Troops", "MIL"), ("police", "COP")]),
        ("Nepal's PM left at 5 PM.", [("prime minister", "GOV")]),
        ("Peru's FM is not on 102.5 FM, pm or fm.", [("foreign minister", "GOV")]),
        ("The former EAM spoke.", [("former external affairs minister", "GOV")]),
        ("Fiji's defence chiefs met a strongman.", [("defence chiefs", "MIL"), ("strongman", "GOV")]),
        ("The military government fell.", [("military government", "GOV")]),
        ("The Polish military aid and its military", [("military", "MIL")]),
        ("Mongolia's State Great Khural sat.", [("State Great Khural", "LEG")]),
        ("Belarus's State Border Committee met.", [("State Border Committee", "GOV")]),
        ("Yerevan's State University opened.", [("State University", "EDU")]),
        ("State Secretary Ana Roe spoke.", [("State", "GOV")]),
        ("The army commander and a company spokesman", [("army commander", "MIL"), ("company spokesman", "BUS")]),
        ("In the army General Roe led.", [("army", "MIL"), ("General", "MIL")]),
        ("The Minister for Foreign Affairs of Fiji", [("Minister for Foreign Affairs", "GOV")]),
        (
            "The Minister of Foreign Affairs and International Cooperation and Peru",
            [("Minister of Foreign Affairs and International Cooperation", "GOV")],
        ),
        ("A policeable kingship", []),
        ("Rain fell on Suva.", []),
    ],
)
def test_roles_of_a_text_with_their_sectors(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(role.words, role.sector) for role in roles.find(text)] == expected


def test_places_hold_behind_letters_that_grow_in_lower_case() -> None:
    text = "In İzmir the İranian army and the foreign minister met."

    assert [text[role.start : role.end] for role in roles.find(text)] == ["army", "foreign minister"]


@pytest.mark.parametrize(
    ("words", "title", "national"),
    [
        ("foreign minister", True, True),
        ("general", True, False),
        ("defence ministry", False, False),
        ("army", False, False),
        ("embassy", False, False),
        ("king", True, True),
        ("minister for foreign affairs", True, True),
    ],
)
def test_titles_are_borne_by_people_and_some_once_a_state(words: str, title: bool, national: bool) -> None:
    (role,) = roles.find(words)

    assert (role.is_title, role.is_national) == (title, national)


@pytest.mark.parametrize(
    ("text", "state", "expected"),
    [
        ("Kenya's new foreign minister arrived", "Kenya", "foreign minister"),
        ("Uganda's army advanced", "Uganda", "army"),
        ("the Chilean interior ministry", "Chilean", "interior ministry"),
        ("Kenya and the minister", "Kenya", None),
        ("Kenya, where the army", "Kenya", None),
        ("Laos met a minister", "Laos", None),
        ("Nepal rejoiced", "Nepal", None),
    ],
)
def test_the_office_after_a_state(text: str, state: str, expected: str | None) -> None:
    role = roles.after(text, text.index(state) + len(state), roles.find(text))

    assert (role.words if role else None) == expected


@pytest.mark.parametrize(
    ("text", "state", "expected"),
    [
        ("the president of Ghana", "Ghana", "president"),
        ("the foreign minister of the Republic of Moldova", "Moldova", "foreign minister"),
        ("the ambassador for Peru", "Peru", "ambassador"),
        ("a president in Ghana", "Ghana", None),
        ("the rains of Ghana", "Ghana", None),
    ],
)
def test_the_office_before_a_state(text: str, state: str, expected: str | None) -> None:
    role = roles.before(text, text.index(state), roles.find(text))

    assert (role.words if role else None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jeyhun Bayramov on Monday", "Jeyhun Bayramov"),
        ("Mohammed bin Salman said", "Mohammed bin Salman"),
        ("Ana Gervasi Monday", "Ana Gervasi"),
        ("Ürsula Öz-Meyer’s aide", "Ürsula Öz-Meyer"),
        ("J. Smith's office", "J. Smith"),
        ("nobody in particular", None),
        ("The End", None),
    ],
)
def test_the_name_of_a_bearer(text: str, expected: str | None) -> None:
    assert roles.bearer(text, 0) == (None if expected is None else (expected, len(expected)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H.E. Mr. Ole Holm, who", "Ole Holm"),
        ("Dr Alfred Mutua said", "Alfred Mutua"),
        ("Lt. Gen. Jorge Quispe said", "Jorge Quispe"),
        ("the Honourable Ana Roe said", "Ana Roe"),
        ("Her Excellency Ambassador Ana Roe said", "Ana Roe"),
        ("Sen said", "Sen"),
    ],
)
def test_honorifics_are_no_part_of_a_name(text: str, expected: str) -> None:
    assert roles.bearer(text, 0) == (expected, text.index(expected) + len(expected))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("foreign ministers", True),
        ("ministers of defence", True),
        ("policemen", True),
        ("minister of foreign affairs", False),
        ("chargé d'affaires", False),
        ("envoy", False),
    ],
)
def test_offices_that_several_bear(words: str, expected: bool) -> None:
    assert Role(0, len(words), words, "GOV").is_plural is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("government spokesman", True),
        ("Foreign Ministry spokeswoman", True),
        ("presidential spokesperson", True),
        ("army chief of staff", True),
        ("central bank governor", True),
        ("attorney-general", True),
        ("spokesman", False),
        ("police chief", False),
        ("governor", False),
    ],
)
def test_offices_of_which_a_state_has_one(words: str, expected: bool) -> None:
    assert Role(0, len(words), words, "GOV").is_national is expected


@pytest.mark.parametrize("words", ["Ana-", "Ana-al-", "A.-", "Ana-y ", "Ana-paz-"])
def test_a_row_of_hyphens_is_looked_at_once(words: str) -> None:
    text = f"the adviser {words * 60}Paz,"

    begun = time.process_time()

    assert re.search(rf"{roles.FULL_NAME}(?=;)", text) is None
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("name", ["Ana-Paz", "Jean-Paul Roe", "Abd-al-Fattah Roe", "Ana Paz-roe", "Ole-Ana Paz-Roe"])
def test_names_with_hyphens_are_whole(name: str) -> None:
    found = re.search(roles.FULL_NAME, f"met {name}, who")

    assert found is not None
    assert found.group() == name
