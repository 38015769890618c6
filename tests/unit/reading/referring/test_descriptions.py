from __future__ import annotations

import pytest

from tests.unit.reading.referring.test_antecedents import codes


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Niger asked Nigeria. The landlocked country waits.", "The landlocked country", ("NER",)),
        ("Iran and Saudi Arabia met. The kingdom paid.", "The kingdom", ("SAU",)),
        ("Iran and Saudi Arabia met. The Islamic republic paid.", "The Islamic republic", ("IRN",)),
        ("Riyadh left. Bahrain followed the kingdom.", "the kingdom", ("SAU",)),
        ("Chile paid. The country is rich.", "The country", ("CHL",)),
        ("Suriname paid. The Dutch-speaking country is rich.", "The Dutch-speaking country", ("SUR",)),
        ("China watches Taiwan. The self-ruled island paid.", "The self-ruled island", ("TWN",)),
        ("China watches Taiwan. The democratic island paid.", "The democratic island", ("TWN",)),
        ("It rained. The Hashemite kingdom is dry.", "The Hashemite kingdom", ("JOR",)),
        ("Haitian police fired. The Caribbean nation mourned.", "The Caribbean nation", ("HTI",)),
        ("Chile paid. The sultanate did not.", "The sultanate", None),
        ("Skopje agreed. The former Yugoslav republic votes.", "The former Yugoslav republic", ("MKD",)),
    ],
)
def test_descriptions_mean_the_state_of_which_they_are_true(
    text: str, words: str, expected: tuple[str, ...] | None
) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Nepal waits. Its northern neighbour paid.", "Its northern neighbour", ("CHN",)),
        ("Peru sued Ecuador. Colombia watched. Peru bombed its neighbour.", "its neighbour", ("ECU",)),
        ("Lesotho sells water. Its neighbour buys it.", "Its neighbour", ("ZAF",)),
        ("Kenya sued. Somalia denies shelling its neighbour.", "its neighbour", ("KEN",)),
        ("Bolivia and Brazil met. Bolivia thanked its larger neighbour.", "its larger neighbour", ("BRA",)),
        ("Georgia and Azerbaijan met. Armenia fears its gas-rich neighbour.", "its gas-rich neighbour", ("AZE",)),
        (
            "Latvia expelled an envoy of its eastern neighbour, to which Minsk replied.",
            "its eastern neighbour",
            ("BLR",),
        ),
        ("Mongolia's southern neighbour paid.", "southern neighbour", ("CHN",)),
        ("Mongolia waits. Canada's southern neighbour paid.", "southern neighbour", ("USA",)),
        ("Algeria paid. Morocco's gas is from its neighbour.", "its neighbour", ("DZA",)),
        ("Mali waits. Its southern neighbour paid.", "Its southern neighbour", None),
        ("Bread is dear. Its neighbour paid.", "Its neighbour", None),
    ],
)
def test_neighbours(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chile sued Peru. Peru thanked its ally.", "its ally", ("CHL",)),
        ("Armenia lost to Azerbaijan. Russia will guard its ally.", "its ally", ("ARM",)),
        ("Chile, Fiji and Peru met. Laos thanked its ally.", "its ally", None),
        ("Angola paid. Portugal thanked its former colony.", "its former colony", ("AGO",)),
        ("Angola paid. The former colonial power did not.", "The former colonial power", ("PRT",)),
        ("Rwanda left. Kigali sued its former coloniser.", "its former coloniser", ("BEL",)),
        ("Ghana met France. Algeria sued its ex-colonial master.", "its ex-colonial master", ("FRA",)),
        ("Ghana met France. Ghana sued its colonial ruler.", "its colonial ruler", ("GBR",)),
        ("Chile met France. Chile sued its former ruler.", "its former ruler", None),
        ("Angola and Mali met. Portugal thanked its ex-colony.", "its ex-colony", ("AGO",)),
        ("Mozambique paid. Kenya sold gas to the former Portuguese colony.", "the former Portuguese colony", ("MOZ",)),
        ("Kenya sold gas to the former Portuguese colony.", "the former Portuguese colony", None),
        ("Ghana paid. India thanked the former British colony.", "the former British colony", ("GHA",)),
        ("Cameroon waited for Paris. The former colonial power paid.", "The former colonial power", ("FRA",)),
    ],
)
def test_allies_and_rulers_only_if_it_can_be_told_who(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chilean President Juan Roe said his country would pay.", "his country", ("CHL",)),
        ("Chilean President Juan Roe said his country's friend Peru paid.", "his country", ("CHL",)),
        ("It rained. His country wept.", "His country", None),
        ("Chilean President Juan Roe flew to Peru. His host wept.", "His host", ("PER",)),
        ("Chilean President Juan Roe flew to Peru and met his counterpart.", "his counterpart", ("PER",)),
        ("Chilean President Juan Roe spoke. His host wept.", "His host", None),
    ],
)
def test_his_country_and_his_host(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chile and Peru met. Chile occupied the country.", "the country", ("PER",)),
        ("Chile, Peru, Fiji and Cuba met. The country paid.", "The country", None),
        ("Bahrain paid. Riyadh wept. It rained. It rained. The kingdom paid.", "The kingdom", ("SAU",)),
    ],
)
def test_the_country_is_not_its_own_object_nor_one_of_many(
    text: str, words: str, expected: tuple[str, ...] | None
) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Niger paid Chile. The Sahelian junta is poor.", "The Sahelian junta", ("NER",)),
        ("Timor-Leste paid Chile. The half-island nation is poor.", "The half-island nation", ("TLS",)),
        ("South Sudan paid Chile. The world's newest nation is poor.", "The world's newest nation", ("SSD",)),
        ("Nigeria called Kenya. Chile paid Africa's most populous nation.", "Africa's most populous nation", ("NGA",)),
        (
            "Brazil called Kenya. Chile paid South America's largest country.",
            "South America's largest country",
            ("BRA",),
        ),
        ("Brazil called Kenya. The South American giant paid.", "The South American giant", ("BRA",)),
        ("Namibia called Kenya. The uranium-rich country paid.", "The uranium-rich country", ("NAM",)),
        ("Georgia shelled Abkhazia. The breakaway region wept.", "The breakaway region", ("XAB",)),
        ("Cuba called Kenya. The communist-run island paid.", "The communist-run island", ("CUB",)),
        ("Brazil called Kenya. The oil giant paid.", "The oil giant", None),
        ("Brazil called Kenya. The mountain region is dry.", "The mountain region", None),
    ],
)
def test_what_states_are_called_by_place_wealth_and_rule(
    text: str, words: str, expected: tuple[str, ...] | None
) -> None:
    assert codes(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kosovo accused Serbia of a raid on a Kosovan policeman. The Balkan country denies it.", "The Balkan country",
         ("SRB",)),
        ("Peru accused Chile of spying. The country denied it.", "The country", ("CHL",)),
        ("The French minister visited Chad. He left the country.", "the country", ("TCD",)),
        ("Ugandan troops entered Kenya. The country protested.", "The country", ("KEN",)),
        ("Niger's army slept after the French minister left the country.", "the country", ("NER",)),
        ("Kenyan President Juan Roe left the country.", "the country", ("KEN",)),
    ],
)  # fmt: skip
def test_the_country_is_where_others_are_or_the_one_accused(
    text: str, words: str, expected: tuple[str, ...] | None
) -> None:
    assert codes(text, words) == expected
