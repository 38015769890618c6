from __future__ import annotations

import pytest

from dragoman.codebook import traits


@pytest.mark.parametrize(
    ("word", "code"),
    [("landlocked", "LAO"), ("hashemite", "JOR"), ("republic", "FRA"), ("nato", "NOR"), ("former soviet", "MDA")],
)
def test_a_trait_is_said_of_states(word: str, code: str) -> None:
    assert code in traits.traits()[word].states


@pytest.mark.parametrize(("word", "code"), [("landlocked", "VNM"), ("kingdom", "FRA"), ("nato", "CHE")])
def test_and_not_of_others(word: str, code: str) -> None:
    assert code not in traits.traits()[word].states


def test_some_plurals_mean_a_group() -> None:
    assert traits.traits()["baltic"].group == ("EST", "LTU", "LVA")
    assert traits.traits()["landlocked"].group == ()


@pytest.mark.parametrize(
    ("noun", "plural"), [("country", "countries"), ("state", "states"), ("man", "men"), ("ally", "allies")]
)
def test_plurals(noun: str, plural: str) -> None:
    assert traits.plural(noun) == plural


def test_heads_of_descriptions_by_both_numbers() -> None:
    assert traits.heads()["kingdoms"] == traits.heads()["kingdom"] == "kingdom"


def test_nouns_for_organisations_with_their_kinds() -> None:
    assert "armed_group" in traits.collectives()["militia"]
    assert "adjectives" not in traits.collectives()
    assert "state" in traits.collective_adjectives()


def test_nouns_in_names_and_nicknames() -> None:
    assert "ARABLEAGUE" in traits.names_with("league")
    assert "AZE" not in traits.names_with("company")
    assert "NATO" in traits.nicknames()["alliance"]


def test_relations_sides_and_nouns_for_several() -> None:
    assert traits.relations()["neighbor"] == "neighbour"
    assert traits.sides()["eastern"] == "E"
    assert traits.several()["foreign ministers"] == ("foreign minister", "people")
    assert traits.several()["armies"] == ("army", "states")


def test_who_ruled_whom() -> None:
    assert "AGO" in traits.former()["PRT"]
    assert traits.rulers()["portuguese"] == "PRT"


def test_words_that_say_nothing_are_no_traits() -> None:
    assert {"small", "war-torn"} <= traits.neutral()
    assert traits.neutral().isdisjoint(traits.traits())


def test_parts_of_the_world_of_which_something_is_the_first() -> None:
    assert {"africa's", "south america's", "world's"} <= traits.regions()


def test_what_states_have_of_trade_and_force() -> None:
    assert {"exports", "troops"} <= traits.belongings()
