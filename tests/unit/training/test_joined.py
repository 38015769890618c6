from __future__ import annotations

import random

import pytest
from training.items import item
from training.joined import LONGEST, joined
from training.markup import Example, example

GAS = [
    "<1|KEN.GOV|The Kenyan energy ministry> said <2|UGA|Uganda> buys half its fuel from <3|NOR|Oslo> since May.",
    '= 3>2 energy asserted "buys" @"since May" #"half" of "its fuel" whose 2 via 1',
    ": The Kenyan energy ministry ~ said ~ Uganda buys half its fuel from Oslo since May",
]
VISIT = [
    "In June <1|CHL|Chile>'s president will visit <2|PER|Lima>, <3|BOL|La Paz> was told.",
    '= 1>2 CONSULT.visit planned "visit" @"In June" via 3',
    ": - ~ was told ~ In June Chile's president will visit Lima",
]


def sample(block: list[str]) -> Example:
    return example(1, block, "mixed.txt")


def both(seed: int) -> Example:
    found = joined(sample(GAS), sample(VISIT), random.Random(seed))
    assert found is not None
    return found


def words(one: Example, *places: tuple[int, int] | None) -> list[str]:
    return [one.text[slice(*place)] for place in places if place]


@pytest.mark.parametrize("seed", range(12))
def test_every_label_marks_the_words_that_it_marked(seed: int) -> None:
    one = both(seed)
    gas, visit = one.relations

    assert words(one, gas.trigger, gas.date, gas.figures[0].place, gas.figures[0].base) == [
        "buys",
        "since May",
        "half",
        "its fuel",
    ]
    assert [each.lower() for each in words(one, visit.trigger, visit.date)] == ["visit", "in june"]
    assert [one.text[each.start : each.end] for each in one.parties][3:] == ["Chile", "Lima", "La Paz"]
    assert words(one, *(each.cue for each in one.speeches or ())) == ["said", "was told"]


@pytest.mark.parametrize("seed", range(12))
def test_parties_of_the_second_are_numbered_on(seed: int) -> None:
    one = both(seed)

    assert [each.number for each in one.parties] == [1, 2, 3, 4, 5, 6]
    assert [(each.actors, each.recipients, each.via) for each in one.relations] == [
        ((3,), (2,), (1,)),
        ((4,), (5,), (6,)),
    ]


def test_nothing_holds_between_the_parties_of_two_sentences() -> None:
    one = both(1)
    middle = sample(GAS).parties[-1].end
    across = [each for each in item(one).pairs if (each.actor[0] < middle) != (each.recipient[0] < middle)]

    assert len(across) == 2 * 3 * 3
    assert all(each.types == () for each in across)


def test_sentences_that_share_a_party_are_not_joined() -> None:
    assert joined(sample(GAS), sample(GAS), random.Random(1)) is None


def test_nor_are_such_as_would_be_too_long() -> None:
    long = ["<1|FJI|Fiji> " + "waited and " * (LONGEST // 11) + "slept.", "= none"]

    assert joined(sample(GAS), sample(long), random.Random(1)) is None


def test_attributions_are_known_only_if_they_are_of_both() -> None:
    one = joined(sample(GAS[:-1]), sample(VISIT), random.Random(1))

    assert one is not None
    assert one.speeches is None
