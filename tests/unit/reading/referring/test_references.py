from __future__ import annotations

import pytest

from dragoman.reading.naming import named, roles
from dragoman.reading.naming.gazetteer import fold, gazetteer
from dragoman.reading.naming.memory import Memory
from dragoman.reading.naming.named import Text
from dragoman.reading.referring import references
from dragoman.reading.referring.phrases import Reference


def found(text: str) -> list[Reference]:
    text = fold(text)
    lower = roles.lower(text)
    seen = Text(text, lower, gazetteer().find_folded(text), roles.find_lower(text, lower))
    return references.find(seen, named.find(seen, Memory()))


@pytest.mark.parametrize(
    ("text", "noun", "traits"),
    [
        ("The country paid.", "country", ()),
        ("The small landlocked kingdom paid.", "kingdom", ("landlocked", "kingdom")),
        ("The former Soviet republic paid.", "republic", ("former soviet", "republic")),
        ("They met in the Horn of Africa nation.", "nation", ("horn of africa",)),
        ("The NATO member paid.", "member", ("nato",)),
        ("They met in Africa's most populous nation.", "nation", ("africa's most populous",)),
        ("They met in the Arab world's poorest country.", "country", ("arab world's poorest",)),
    ],
)
def test_descriptions_of_states(text: str, noun: str, traits: tuple[str, ...]) -> None:
    (reference,) = (each for each in found(text) if each.sort == "state")

    assert (reference.noun, reference.traits) == (noun, traits)


@pytest.mark.parametrize(
    "text",
    [
        "The state paid.",
        "The kingdom of heaven came.",
        "The country that pays wins.",
        "A landlocked country paid.",
        "The zealous country paid.",
        "A statement of the nationwide kind.",
        "The Kyoto kingdoms paid.",
    ],
)
def test_what_describes_no_state(text: str) -> None:
    assert [each for each in found(text) if each.sort == "state"] == []


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Laos told the kingdom that it had paid.", "state"),
        ("Laos will inform the kingdom of a debt.", "state"),
        ("Laos reminded both sides that it had paid.", "several"),
        ("Laos, warning the North that it had paid, left.", "half"),
        ("Laos assured the alliance that it had paid.", "organisation"),
    ],
)
def test_what_somebody_is_told_does_not_narrow_who_is_meant(text: str, sort: str) -> None:
    assert sort in {each.sort for each in found(text)}


@pytest.mark.parametrize(
    ("text", "noun", "number"),
    [
        ("The two countries paid.", "country", 2),
        ("Both sides paid.", "side", 2),
        ("The three Baltic states paid.", "state", 3),
        ("The Baltic states paid.", "state", None),
        ("The two allies paid.", "ally", 2),
        ("The two foreign ministers paid.", "foreign minister", 2),
        ("The neighbours paid.", "neighbour", 2),
    ],
)
def test_plurals(text: str, noun: str, number: int | None) -> None:
    (reference,) = found(text)

    assert (reference.sort, reference.noun, reference.number) == ("several", noun, number)


@pytest.mark.parametrize("text", ["The countries paid.", "Countries paid.", "Both sides of the river flooded."])
def test_plurals_of_nobody_in_particular(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "sort", "side"),
    [
        ("Its northern neighbour paid.", "neighbour", "N"),
        ("Its neighbor paid.", "neighbour", None),
        ("Laos's northern neighbour paid.", "neighbour", "N"),
        ("Its much richer neighbour paid.", "neighbour", None),
        ("It blamed its ally.", "other", None),
        ("Its former colony paid.", "colony", None),
        ("The former colonial power paid.", "ruler", None),
    ],
)
def test_what_one_state_is_to_another(text: str, sort: str, side: str | None) -> None:
    reference = found(text)[-1]

    assert (reference.sort, reference.side) == (sort, side)


def test_neighbours_of_nobody_named_are_nobody() -> None:
    assert found("Maria's northern neighbour paid.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Its ally Belarus paid.",
        "Belarus, its ally, paid.",
        "Its neighbour, Chile, paid.",
        "Peru's neighbour Chile paid.",
    ],
)
def test_one_that_is_named_refers_to_nobody_else(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["The bloc paid.", "The state oil company paid.", "The 15-nation bloc paid.", "The rebels paid."]
)
def test_organisations(text: str) -> None:
    assert "organisation" in {each.sort for each in found(text)}


@pytest.mark.parametrize("text", ["The parent company paid.", "A company paid.", "Two groups paid."])
def test_organisations_of_which_nobody_spoke(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "owner", "person"),
    [
        ("The foreign minister paid.", None, True),
        ("Its new ambassador paid.", "its", True),
        ("A colonel paid.", None, True),
        ("The army paid.", None, False),
    ],
)
def test_offices(text: str, owner: str | None, person: bool) -> None:
    (reference,) = found(text)

    assert (reference.sort, reference.owner, reference.person) == ("office", owner, person)


@pytest.mark.parametrize("text", ["The prime minister, Jane Roe, paid.", "The Chilean army paid.", "Army pay rose."])
def test_offices_that_say_whose_they_are(text: str) -> None:
    assert found(text) == []


def test_words_that_open_a_sentence_have_nothing_before_them() -> None:
    assert found("Two kingdoms bombed a port with Oman on the phone to both.") == []
