from __future__ import annotations

import pytest

from dragoman.reading import mentions
from dragoman.reading.naming.memory import Memory
from dragoman.reading.sentences import sentences


def codes(text: str, words: str, *, home: str | None = None, day: str = "2019-05-01") -> tuple[str, ...] | None:
    """The codes of the last mention in these words."""
    memory = Memory(home, day)
    found = [each for one in sentences(text) for each in mentions.find(one.span, memory, first=one.first)]
    return next((each.codes for each in reversed(found) if each.span.text == words), None)


# Pronouns


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chile sent troops to Peru. It lost two.", "It", ("CHL",)),
        ("Chile denies that it sold gas to Peru.", "it", ("CHL",)),
        ("Peru waited, and Chile said it would pay.", "it", ("CHL",)),
        ("NATO will watch. It has ships.", "It", ("NATO",)),
        ("Chile has not replied. In May it sold gas to Peru.", "it", ("CHL",)),
        ("Chile sued. Peru lent it money.", "it", ("CHL",)),
        ("Chile and Peru paid. It rains.", "It", None),
        ("The pipe burst near Lima. It was old.", "It", None),
        ("It has cost much.", "It", None),
        ("Chile sees an opening. Its gas exports to Fiji grew.", "Its", ("CHL",)),
        ("Chile and Peru wait. Their navies left for Fiji.", "Their", ("CHL", "PER")),
        ("Chile and Peru wait. Its navy left for Fiji.", "Its", None),
        ("Chile waits. Fiji paid, and its oil went to Chile.", "its", None),
    ],
)
def test_it_is_the_state_that_is_spoken_about(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peru's Ana Gervasi left. Chilean President Juan Roe said he knew.", "he", ("CHL",)),
        ("Emmanuel Macron saw Angela Merkel. She smiled.", "She", ("DEU",)),
        ("Angela Merkel saw Emmanuel Macron. He smiled.", "He", ("FRA",)),
        ("Chilean President Juan Roe landed. Peru received him.", "him", ("CHL",)),
        ("Macron met Scholz, Kuleba said. He was tired.", "He", ("UKR",)),
        ("Macron left. A colonel stayed. He slept.", "He", None),
        ("He slept.", "He", None),
    ],
)
def test_he_and_she_are_people(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words, day="2021-12-20") == expected


def test_who_was_called_she_is_not_he() -> None:
    text = "Chilean Senator Ines Roe came. She saw the Finnish president, and he smiled."

    assert codes(text, "he") == ("FIN",)


# Organisations


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("ECOWAS met. The bloc regretted it.", "The bloc", ("ECOWAS",)),
        ("The Arab League and the African Union met. The league paid.", "The league", ("ARABLEAGUE",)),
        ("Gazprom shut the line. The company found a leak.", "The company", ("RUS",)),
        ("M23 took Goma. Rwanda knows nothing of the rebels.", "the rebels", ("M23",)),
        ("A spokesman for the Taliban said the group would talk.", "the group", ("TALIBAN",)),
        ("Hezbollah left the Congolese army. Kigali backs the group.", "the group", ("HEZBOLLAH",)),
        ("Burundi joined the Congolese army. Kigali backs the group.", "the group", None),
        ("Hezbollah paid. Troops of the African Union drove the group out.", "the group", ("HEZBOLLAH",)),
        ("Chile paid. The bloc did not.", "The bloc", None),
        ("SADC met, and ECOWAS did not. The Southern African bloc paid.", "The Southern African bloc", ("SADC",)),
        ("CARICOM met. The EU did not. The Caribbean bloc paid.", "The Caribbean bloc", ("CARICOM",)),
        ("The EU met. The Caribbean bloc did not.", "The Caribbean bloc", None),
        ("The African Union met. The continental body paid.", "The continental body", ("AU",)),
        ("CARICOM backed Guyana. The court in The Hague will rule.", "The court", None),
    ],
)
def test_nouns_for_organisations(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


# Offices


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chilean President Juan Roe left. The president flew.", "The president", ("CHL",)),
        ("Chile recalled its ambassador.", "its ambassador", ("CHL",)),
        ("Nigeria and Ghana urged Niger to free its president.", "its president", ("NER",)),
        ("Kenya called on Rwanda and Uganda to recall their ambassadors.", "their ambassadors", ("RWA",)),
        ("Kenya and Togo urged Rwanda to go, their foreign ministers said.", "their foreign ministers", ("KEN",)),
        ("Egypt forced Chad to pay its army, and Fiji recalled its envoy.", "its army", ("TCD",)),
        ("China, which urged Kenya and Chad to wait, sent its envoy to Fiji.", "its envoy", ("CHN",)),
        ("Kenya urged Chad to wait and recalled its envoy.", "its envoy", ("KEN",)),
        ("Kenya urged Chad to wait and recall its envoy.", "its envoy", ("TCD",)),
        ("The RSF left. Norway imposed sanctions on its commanders.", "its commanders", ("RSF",)),
        ("Rwanda broke with Kenya. Kenya expelled its ambassador.", "its ambassador", ("RWA",)),
        ("Rwanda broke with Kenya. Kenya recalled its ambassador.", "its ambassador", ("KEN",)),
        ("Rwanda broke with Kenya. Kenya bombed its own army.", "its own army", ("KEN",)),
        ("Myanmar slept. The army chief did not.", "The army chief", ("MMR",)),
        ("Mali slept. The transitional government did not.", "The transitional government", ("MLI",)),
        ("Myanmar slept. The generals did not.", "The generals", ("MMR",)),
        ("Myanmar slept. Fiji urged the generals to wake.", "the generals", ("MMR",)),
        ("Fiji urged the generals to wake.", "the generals", None),
        ("António Guterres came. The secretary-general paid.", "The secretary-general", ("UNO",)),
        ("Bread is dear. The president said so.", "The president", None),
        ("Chile paid its teachers.", "its teachers", None),
    ],
)
def test_offices_without_a_state(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Al-Shabaab attacked Kenya. Its spokesman left.", "Its spokesman", ("ALSHABAAB",)),
        ("M23 fought the Congolese army. Its spokesman Juan Roe left.", "Its spokesman Juan Roe", ("M23",)),
        ("The African Union suspended Gabon. Its spokeswoman left.", "Its spokeswoman", ("AU",)),
        ("The Houthis struck Israel. Their leader left.", "Their leader", ("HOUTHI",)),
        ("Hezbollah leader Hassan Nasrallah left. His spokesman left Israel.", "His spokesman", ("HEZBOLLAH",)),
        ("NATO met in Oslo. Its secretary-general left.", "Its secretary-general", ("NATO",)),
        ("Gazprom cut gas to Moldova. Its spokesman left.", "Its spokesman", ("RUS",)),
        ("Al-Shabaab attacked Kenya. Its army left.", "Its army", ("KEN",)),
        ("The European Union sanctioned Belarus. Its leader left.", "Its leader", ("BLR",)),
        ("Kenya hit Al-Shabaab. Its spokesman left.", "Its spokesman", ("KEN",)),
    ],
)
def test_an_office_of_its_is_that_of_a_state_or_organisation_that_has_one(
    text: str, words: str, expected: tuple[str, ...]
) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Chile closed its embassy. Its envoy, Juan Roe, left. Roe wept.", "Its envoy, Juan Roe"),
        ("Chile closed its embassy. Its ambassador Juan Roe left. Roe wept.", "Its ambassador Juan Roe"),
    ],
)
def test_who_bears_an_office_of_somebody_spoken_of_is_known_from_then_on(text: str, words: str) -> None:
    assert codes(text, words) == codes(text, "Roe") == ("CHL",)


def test_an_office_of_nobody_spoken_of_is_the_publishers() -> None:
    assert codes("Bread is dear. The president said so.", "The president", home="FRA") == ("FRA",)


def test_a_counterpart_has_the_same_office() -> None:
    memory = Memory()
    (one,) = sentences("Chilean Foreign Minister Juan Roe called his Kenyan counterpart.")
    *_, counterpart = mentions.find(one.span, memory)

    assert (counterpart.codes, counterpart.parties[0].role, counterpart.parties[0].sector) == (
        ("KEN",),
        "Foreign Minister",
        "GOV",
    )


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("France left. It is the only capital in the Union.", "the Union", ("EUR",)),
        ("The African Union met. It rained. It rained. It rained. It rained. The Union paid.", "The Union", ("AU",)),
        ("Peru wept. The Union paid.", "The Union", None),
        ("Peru wept. The Fund paid.", "The Fund", ("IMF",)),
    ],
)  # fmt: skip
def test_a_body_with_a_capital_letter(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("North Korea fired. The South answered.", "The South", ("KOR",)),
        ("South Korea waited. Talks with the North ended.", "the North", ("PRK",)),
        ("South Sudan paid. The North did not.", "The North", ("SDN",)),
        ("Sudan paid. The North did not.", "The North", None),
        ("North Korea fired over the North Atlantic.", "the North", None),
        ("South Korea faces the south of Japan.", "the south", None),
        ("Chile and Peru met. The two Koreas fired. Both sides wept.", "Both sides", ("KOR", "PRK")),
    ],
)
def test_halves_of_a_country(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Saudi-led coalition left. The coalition's jets hit Aden.", "The coalition", ("SAUDICOALITION",)),
        ("Coalition aircraft struck ISIS.", "Coalition aircraft", ("ANTIISIS",)),
        ("Kabul thanked coalition forces for fighting the Taliban.", "coalition forces", ("ISAF",)),
        ("The coalition struck the Houthis.", "The coalition", ("SAUDICOALITION",)),
        ("The ruling coalition struck ISIS from the list.", "coalition", None),
        ("The coalition government struck ISIS from the list.", "The coalition", None),
        ("The coalition fell in Fiji.", "The coalition", None),
        ("Australia banned ISIS. The Coalition voted against Labor.", "The Coalition", None),
        ("The ruling coalition forces a vote on the Taliban.", "coalition forces", None),
        ("Anti-coalition forces attacked ISIS.", "coalition forces", None),
        ("ISIS fell. The coalition launched strikes in Iraq.", "The coalition launched strikes", None),
        ("ISIS struck Kabul. The Taliban fought coalition soldiers.", "coalition soldiers", ("ISAF",)),
    ],
)
def test_the_coalition_is_the_one_spoken_of_or_the_one_against_somebody_spoken_of(
    text: str, words: str, expected: tuple[str, ...] | None
) -> None:
    assert codes(text, words) == expected


def test_the_regime_is_that_of_the_state_clearly_most_spoken_of() -> None:
    assert codes("President Asad stayed in Syria. The regime paid Iran.", "The regime") == ("SYR",)
    assert codes("Peru tightened rules. The regime of sanctions against Iran failed.", "The regime") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uganda paid. Kenya's government spokesman Ole Roe said it had closed the port.", ("KEN",)),
        ("Kenya paid Uganda. A spokesman for the African Union said it had sent nobody.", ("AU",)),
        ("Kenya paid. The general said it had sent nobody.", ("KEN",)),
    ],
)
def test_what_a_spokesman_says_is_of_whom_he_speaks_for(text: str, expected: tuple[str, ...]) -> None:
    assert codes(text, "it") == expected


def test_the_international_community_is_no_organisation() -> None:
    text = "The UN and the East African Community met. The {} community must act."
    assert codes(text.format("international"), "The international community") is None
    assert codes(text.format("regional"), "The regional community") == ("EAC",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What the subject does more it does to whom it has named, unless it has named somebody else since.
        ("The EU met. Chad borders Niger but has never attacked it.", "NER"),
        ("The EU met. Bhutan trades with China but has no diplomatic relations with it.", "CHN"),
        ("The EU met. Chad sued Niger and asked Mali to help it.", "TCD"),
        # Whoever asks others asks for himself.
        ("The EU met. Chad asked Niger to help it.", "TCD"),
        ("The EU met. Peru warned Chile not to attack it.", "PER"),
        ("The EU met. Peru lent it money.", "EUR"),
    ],
)
def test_to_whom_something_more_is_done(text: str, expected: str) -> None:
    assert codes(text, "it") == (expected,)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Peru paid. Lawmakers in Quito said the government had lied.", "the government", ("ECU",)),
        ("Peru paid. Peru's army left. In Quito the army stayed.", "the army", ("PER",)),
        (
            "Chad and Niger discussed the situation in Libya and called on the authorities there.",
            "the authorities",
            ("LBY",),
        ),
        ("The Peruvian side thanked Chile. It paid Fiji.", "It", ("PER",)),
        (
            "The Security Council met on Mali. The African Union spoke. The Council will vote.",
            "The Council",
            ("UNSC",),
        ),
        ("UNISFA is in Abyei. The African Union spoke. Chad left the mission.", "the mission", ("UNISFA",)),
        ("The African Union spoke. Chad left the mission.", "the mission", None),
        ("Fiji's delegate rose. Chile must pay, he said.", "he", ("FJI",)),
    ],
)
def test_where_somebody_is_and_what_he_is_called_tells_who(
    text: str, words: str, expected: tuple[str, ...] | None
) -> None:
    assert codes(text, words) == expected
