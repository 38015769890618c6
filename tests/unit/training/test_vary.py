from __future__ import annotations

import random

import pytest
from training.markup import Example, example
from training.vary import varied

from dragoman.codebook.states import State, states

BLOCK = [
    "<1|KEN.GOV|The Kenyan energy ministry> said that "
    "<2|UGA|Uganda> imports about 40 percent of its fuel from <3|NOR|Oslo> since May.",
    '= 3>2 energy asserted "imports" @"since May" #"about 40 percent" of "its fuel" whose 2 via 1',
]


def sample(*block: str) -> Example:
    return example(1, list(block) or BLOCK, "mixed.txt")


def words(one: Example) -> list[str]:
    """The parties of an example, as they stand in it."""
    return [one.text[each.start : each.end] for each in one.parties]


def of_state(name: str) -> State:
    """The state with that name, adjective or capital."""
    return next(s for s in states().values() if name == s.name or name in s.adjectives[:1] or name in s.capitals[:1])


def around(one: Example) -> list[str]:
    """The text between the parties."""
    edges = [0, *(edge for each in one.parties for edge in (each.start, each.end)), len(one.text)]
    return [one.text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


@pytest.mark.parametrize("seed", range(10))
def test_the_text_between_the_parties_is_unchanged(seed: int) -> None:
    assert around(varied(sample(), random.Random(seed), share=1.0)) == around(sample())


@pytest.mark.parametrize("seed", range(10))
def test_labels_still_mark_the_same_words(seed: int) -> None:
    one = varied(sample(), random.Random(seed), share=1.0)
    (relation,) = one.relations
    (figure,) = relation.figures
    marked = [relation.trigger, relation.date, figure.place, figure.base]

    assert [one.text[slice(*place)] for place in marked if place] == [
        "imports",
        "since May",
        "about 40 percent",
        "its fuel",
    ]
    assert (figure.whose, relation.via) == (2, (1,))


@pytest.mark.parametrize("seed", range(10))
def test_a_name_becomes_a_name_an_adjective_an_adjective_and_a_capital_a_capital(seed: int) -> None:
    office, name, capital = words(varied(sample(), random.Random(seed), share=1.0))
    adjective = office.removeprefix("The ").removesuffix(" energy ministry")

    assert of_state(adjective).adjectives[0] == adjective != "Kenyan"
    assert of_state(name).name == name != "Uganda"
    assert of_state(capital).capitals[0] == capital != "Oslo"


def test_a_state_named_twice_is_exchanged_twice_for_the_same() -> None:
    block = ("<1|PRY|Paraguay> and <2|CHL|Chile> met; <3|PRY|the Paraguayan army> watched.", "= none")
    first, _, army = words(varied(sample(*block), random.Random(3), share=1.0))

    assert army == f"the {of_state(first).adjectives[0]} army"


def test_a_longer_name_is_no_place_for_a_shorter_one() -> None:
    block = ("<1|NER|The Nigerien-born general> met <2|NER|Nigeria's rival>.", "= none")

    assert words(varied(sample(*block), random.Random(1), share=1.0))[1] == "Nigeria's rival"


def test_organisations_and_people_stay() -> None:
    block = ("<1|NATO|NATO> warned <2|HEZBOLLAH|Hezbollah>.", '= 1>2 THREATEN asserted "warned"')

    assert varied(sample(*block), random.Random(1), share=1.0) == sample(*block)


def test_at_no_chance_nothing_changes() -> None:
    assert varied(sample(), random.Random(1), share=0.0) == sample()


def test_the_same_chance_gives_the_same_example() -> None:
    assert varied(sample(), random.Random(5)) == varied(sample(), random.Random(5))
