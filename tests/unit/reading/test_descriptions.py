from __future__ import annotations

import pytest

from tests.unit.reading.test_antecedents import codes


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Niger asked Nigeria. The landlocked country waits.", "The landlocked country", ("NER",)),
        ("Iran and Saudi Arabia met. The kingdom paid.", "The kingdom", ("SAU",)),
        ("Iran and Saudi Arabia met. The Islamic republic paid.", "The Islamic republic", ("IRN",)),
        ("Riyadh left. Bahrain followed the kingdom.", "the kingdom", ("SAU",)),
        ("Chile paid. The country is rich.", "The country", ("CHL",)),
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
        ("Lesotho sells water. Its neighbour buys it.", "Its neighbour", ("ZAF",)),
        ("Kenya sued. Somalia denies shelling its neighbour.", "its neighbour", ("KEN",)),
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
        ("Cameroon waited for Paris. The former colonial power paid.", "The former colonial power", ("FRA",)),
    ],
)
def test_allies_and_rulers_only_if_it_can_be_told_who(text: str, words: str, expected: tuple[str, ...] | None) -> None:
    assert codes(text, words) == expected
