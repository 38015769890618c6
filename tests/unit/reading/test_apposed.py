from __future__ import annotations

import pytest

from tests.unit.reading.test_antecedents import codes


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
