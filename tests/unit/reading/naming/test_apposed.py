from __future__ import annotations

import pytest

from dragoman.reading import mentions
from dragoman.reading.naming.memory import Memory
from dragoman.reading.sentences import sentences
from tests.unit.reading.referring.test_antecedents import codes


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Foreign Minister of Fiji, H.E. Mr. Ole Holm, left. Holm wept.", "Holm", ("FJI",)),
        ("Foreign Minister of Fiji Mr. Ole Holm left. Holm wept.", "Foreign Minister of Fiji Mr. Ole Holm", ("FJI",)),
        ("Ghana thanked the President of the Republic of Fiji, H.E. Ole Holm, twice.", "H.E", None),
        ("Kenyan Foreign Minister Dr. Alfred Roe left. Roe wept.", "Roe", ("KEN",)),
        ("Ugandan attaché Col. Denis Okello left. Okello wept.", "Okello", ("UGA",)),
        ("Peru's defence minister, Gen. Jorge Quispe, left. Quispe wept.", "Quispe", ("PER",)),
        ("Peru's defence minister, General Jorge Quispe, left. Quispe wept.", "Quispe", ("PER",)),
        ("Peru's envoy, Mrs. Quispe, left. Quispe wept.", "Quispe", ("PER",)),
        ("Amb. Ana Quispe, Peru's envoy, left. Quispe wept.", "Quispe", ("PER",)),
        ("General Jorge Quispe, the Peruvian commander, left. Quispe wept.", "Quispe", ("PER",)),
        ("Peru's envoy to Chile Dr. Ana Quispe left. Quispe wept.", "Quispe", ("PER",)),
        ("Peru paid. Its envoy, Mrs. Ana Roe, left. Roe wept.", "Roe", ("PER",)),
        ("Foreign Minister Dr. Jane Roe of Fiji left.", "Foreign Minister Dr. Jane Roe of Fiji", ("FJI",)),
    ],
)
def test_people_with_honorifics_beside_their_office(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("President Paul Kagame's spokeswoman, Ana Roe, left. Roe wept.", "Roe", ("RWA",)),
        ("President Paul Kagame's spokeswoman wept.", "President Paul Kagame's spokeswoman", ("RWA",)),
        ("Tinubu's spokesman Bayo Onanuga left. Onanuga wept.", "Tinubu's spokesman Bayo Onanuga", ("NGA",)),
        ("Tinubu's spokesman Bayo Onanuga left. Onanuga wept.", "Onanuga", ("NGA",)),
        ("Bayo Onanuga, Tinubu's spokesman, left. Onanuga wept.", "Onanuga", ("NGA",)),
        ("Peru's President Ana Roe left. Roe's envoy Jorge Quispe stayed. Quispe wept.", "Quispe", ("PER",)),
        ("Trump's envoy Steve Witkoff left.", "Trump's envoy Steve Witkoff", ("USA",)),
        ("Peru's army chief of staff, Gen. Jorge Quispe, left. Quispe wept.", "Quispe", ("PER",)),
        ("Putin's critic Ivan Roe left. Roe wept.", "Roe", None),
        ("Trump's counterpart Ivan Roe left. Roe wept.", "Roe", None),
    ],
)
def test_those_who_speak_for_somebody_are_of_his_state(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Ana Roe", ("PER",)),
        ("President of Peru", ("PER",)),
        ("Ole Holm", ("NOR",)),
        ("President of Norway", ("NOR",)),
    ],
)
def test_a_comma_joins_no_office_to_the_next_dignitary(words: str, expected: tuple[str, ...]) -> None:
    text = "At the invitation of Ana Roe, President of Peru, Ole Holm, President of Norway, flew to Lima."

    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        # Whose name stands before the office needs none behind it, and one of another office has that.
        ("Ana Roe, the president of Peru, Ole Holm and others met. Holm left.", "Holm", None),
        ("The president of Peru, Ole Holm, prime minister of Norway, and others met. Holm left.", "Holm", ("NOR",)),
        # Offices each before a name.
        ("The president of Peru, Ana Roe, the president of Fiji, Ole Holm, met. Roe left.", "Roe", ("PER",)),
        ("The president of Peru, Ana Roe, the president of Fiji, Ole Holm, met. Holm left.", "Holm", ("FJI",)),
        # Places and days bear no office.
        ("In New Bedford, the president of Peru, Ana Roe, wept. Roe left.", "Roe", ("PER",)),
        ("Last Tuesday, the president of Peru, Ana Roe, wept. Roe left.", "Roe", ("PER",)),
    ],
)
def test_a_name_goes_with_one_office(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The UN peacekeeping mission MONUSCO left Fiji.", [("MONUSCO",), ("FJI",)]),
        ("The NATO mission KFOR left Fiji.", [("KFOR",), ("FJI",)]),
        ("The UN refugee agency UNHCR left Fiji.", [("UNHCR",), ("FJI",)]),
        ("The Lebanese militant group Hezbollah left Fiji.", [("HEZBOLLAH",), ("FJI",)]),
        ("The Palestinian movement Hamas left Fiji.", [("HAMAS",), ("FJI",)]),
        ("The Russian energy company Gazprom left Fiji.", [("RUS",), ("FJI",)]),
        ("The EU will force NATO to leave.", [("EUR",), ("NATO",)]),
        ("The EU mission and NATO left.", [("EUR",), ("NATO",)]),
        ("Peru's minister told NATO.", [("PER",), ("NATO",)]),
    ],
)
def test_a_body_is_no_party_beside_whose_it_is(text: str, expected: list[tuple[str, ...]]) -> None:
    memory = Memory()

    assert [each.codes for one in sentences(text) for each in mentions.find(one.span, memory)] == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Fiji and Peru met. Australia, Indonesia's neighbour to the south, paid Fiji.", "neighbour", ("AUS",)),
        (
            "Mali and Niger met. Niger paid. Chad lent Libya, its neighbour to the north, a ship.",
            "its neighbour",
            ("LBY",),
        ),
        (
            "Mali and Niger met. Niger paid. Libya, Chad's larger neighbour in the north, did not.",
            "larger neighbour",
            ("LBY",),
        ),
        ("Mali and Niger met. Niger paid. Chad, in Mali, thanked its neighbour.", "its neighbour", ("NER",)),
    ],
)
def test_a_neighbour_between_commas_is_who_is_named_before(
    text: str, words: str, expected: tuple[str, ...] | None
) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The EU's envoy for the Sahel, João Cravinho, left.", "João Cravinho", ("EUR",)),
        ("Peru paid. The Minister for the Middle East, Ana Roe, left. Roe wept.", "Roe", ("PER",)),
    ],
)
def test_people_named_behind_what_their_office_is_for(text: str, words: str, expected: tuple[str, ...]) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Lebanon's Hezbollah left.", "Lebanon's Hezbollah", ("HEZBOLLAH",)),
        ("The Yemeni Houthis left.", "The Yemeni Houthis", None),
        ("The Yemeni Houthis left.", "Yemeni Houthis", ("HOUTHI",)),
        ("Iran's Hezbollah policy failed.", "Iran", ("IRN",)),
        ("Lebanon and Hezbollah left.", "Lebanon", ("LBN",)),
    ],
)
def test_where_an_armed_group_is_at_home_is_no_party(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize("verb", ["is", "has been", "became"])
def test_people_who_are_said_to_hold_an_office(verb: str) -> None:
    assert codes(f"Ana Quispe {verb} Peru's foreign minister. Quispe wept.", "Quispe") == ("PER",)
