from __future__ import annotations

import random

import pytest
from training.datelined import datelined
from training.items import item
from training.markup import Example, example

VISIT = [
    "<1|CHL|Chile>'s president arrived in <2|PER|Lima> on Friday, <3|BOL|La Paz> was told.",
    '= 1>2 CONSULT.visit asserted "arrived" @"on Friday" via 3',
    ": - ~ was told ~ Chile's president arrived in Lima on Friday",
]


def sample() -> Example:
    return example(1, VISIT, "mixed.txt")


@pytest.mark.parametrize("seed", range(20))
def test_what_stands_behind_the_dateline_is_what_it_was(seed: int) -> None:
    one = datelined(sample(), random.Random(seed))
    (visit,) = one.relations

    assert one.text.endswith(sample().text)
    assert len(one.text) > len(sample().text)
    assert [one.text[slice(*place)] for place in (visit.trigger, visit.date) if place] == ["arrived", "on Friday"]
    assert [one.text[slice(*each.cue)] for each in one.speeches or ()] == ["was told"]


@pytest.mark.parametrize("seed", range(20))
def test_nothing_holds_between_the_place_and_the_parties(seed: int) -> None:
    one = datelined(sample(), random.Random(seed))
    line = len(one.text) - len(sample().text)

    assert all(not pair.types for pair in item(one).pairs if min(pair.actor[0], pair.recipient[0]) < line)
    assert sum(len(pair.types) for pair in item(one).pairs) == 1


def test_a_place_that_may_be_a_party_is_not_marked() -> None:
    found = [datelined(sample(), random.Random(seed)) for seed in range(2000)]
    at_home = [one for one in found if one.text.lower().startswith(("lima", "santiago"))]

    assert at_home
    assert all(len(one.parties) == 3 for one in at_home)
