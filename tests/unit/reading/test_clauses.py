from __future__ import annotations

import pytest

from dragoman.reading import clauses


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru paid.", "Peru", True),
        ("The Peruvian army left.", "Peruvian", True),
        ("Chile said Peru paid.", "Peru", True),
        ("Chile paid, and Peru did not.", "Peru", True),
        ("It was said that even the Peruvians paid.", "Peruvians", True),
        ("“Peru paid.”", "Peru", True),
        ("Did Peru pay?", "Peru", True),
        ("Chile paid Peru.", "Peru", False),
        ("Chile sold gas to Peru.", "Peru", False),
        ("In Peru it rained.", "Peru", False),
        ("In Peru it rained.", "it", False),
        ("In November it vetoed a draft.", "it", True),
        ("On 12 March 2024 Peru paid.", "Peru", True),
        ("Chile left; late last year Peru paid.", "Peru", True),
        ("Chile met in March Peru.", "Peru", False),
    ],
)
def test_what_opens_a_clause(text: str, word: str, expected: bool) -> None:
    assert clauses.opens(text, text.index(word)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LIMA, May 3 (EFE) - Chile left.", True),
        ("LIMA (EFE).- Chile left.", True),
        ("LIMA -- The Chile left.", True),
        ("The pro-Chile party left.", False),
    ],
)
def test_a_dash_opens_a_clause(text: str, expected: bool) -> None:
    assert clauses.opens(text, text.index("Chile")) is expected


def listed(text: str, *words: str) -> list[bool]:
    return clauses.lists(text, [(text.index(word), text.index(word) + len(word)) for word in words])


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Chile and Peru paid.", ("Chile", "Peru"), [False, True]),
        ("Chile, Peru and the Fijian navy met Laos.", ("Chile", "Peru", "Fijian", "Laos"), [False, True, True, False]),
        ("A month after he left Peru, Chile paid.", ("Peru", "Chile"), [False, False]),
        ("Chile, Peru, said Laos.", ("Chile", "Peru", "Laos"), [False, False, False]),
        ("Laos left Peru, and Chile called its envoy home.", ("Laos", "Peru", "Chile"), [False, False, False]),
        ("Laos left Peru, Fiji, and Chile.", ("Laos", "Peru", "Fiji", "Chile"), [False, False, True, True]),
        ("Envoys of Peru, and Chile in their wake, left.", ("Peru", "Chile"), [False, True]),
        ("Peru", ("Peru",), [False]),
        ("", (), []),
    ],
)
def test_a_list_ends_with_and(text: str, words: tuple[str, ...], expected: list[bool]) -> None:
    assert listed(text, *words) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kuleba warned of it.", True),
        ("Kuleba thundered.", True),
        ("Kuleba later pointed out that it rained.", True),
        ("Kuleba recalled that it rained.", True),
        ("Kuleba, who underlined it, left.", True),
        ("Kuleba, the envoy, lamented.", False),
        ("Kuleba, stated in May.", True),
        ("Kuleba, said Peru.", False),
        ("Kuleba recalled the envoy.", False),
        ("Kuleba went home.", False),
    ],
)
def test_who_speaks_has_a_verb_of_saying_behind(text: str, expected: bool) -> None:
    assert clauses.speaks(text, 6) is expected


def test_what_is_said_has_one_before() -> None:
    assert clauses.reports("Peru said it paid", 10)
    assert not clauses.reports("Peru and it paid", 9)


@pytest.mark.parametrize(
    ("text", "told", "others"),
    [
        ("Peru warned both", True, True),
        ("Peru called on both", False, True),
        ("Peru mediates between both", False, True),
        ("Peru hosted a round of talks between both", False, True),
        ("The talks between both", False, False),
        ("Peru joined both", False, False),
    ],
)
def test_who_is_told_something_or_is_somebody_else(text: str, told: bool, others: bool) -> None:
    assert clauses.is_told(text, text.index("both")) is told
    assert clauses.is_of_others(text, text.index("both")) is others


@pytest.mark.parametrize(
    ("text", "urged"),
    [
        ("Kenya urged Chad to pay", True),
        ("Kenya urged Chad and Mali not to pay", True),
        ("Kenya allowed the Chad to pay", True),
        ("Kenya sent Chad to pay", False),
        ("Kenya urged Chad, which paid", False),
    ],
)
def test_who_is_urged_to_do_something(text: str, urged: bool) -> None:
    start = text.index("Chad")
    assert clauses.is_urged(text, start, start + len("Chad")) is urged


def test_what_is_done_to_others_than_ones_own() -> None:
    assert clauses.is_harmed("Norway imposed sanctions on its army", 28)
    assert not clauses.is_harmed("Norway paid its army", 12)


def test_places_that_are_entered_or_left() -> None:
    assert clauses.is_entered("Troops entered the country", 15)
    assert clauses.is_left("Troops left the country", 12)
    assert not clauses.is_left("Troops had to leave the country", 20)
    assert not clauses.is_entered("Troops saw the country", 11)


def test_who_is_accused_and_who_denies() -> None:
    assert clauses.is_accused("Peru accused Chile", 13)
    assert not clauses.is_accused("Peru thanked Chile", 13)
    assert clauses.denies("Chile has rejected it", 5)
    assert not clauses.denies("Chile has paid it", 5)
