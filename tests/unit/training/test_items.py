from __future__ import annotations

from training.items import Item, Said, held_back, item
from training.labels import ROOTS, TYPES
from training.markup import example


def made(*lines: str) -> Item:
    return item(example(1, list(lines), "made", speaks=any(line.startswith(":") for line in lines)))


def words(one: Item, place: tuple[int, int]) -> str:
    return one.text[slice(*place)]


def test_every_ordered_pair_and_what_holds() -> None:
    one = made("<1|PER|Peru> armed <2|FJI|Fiji>, <3|OMN|Oman> said.", '= 1>2 AID asserted "armed"')
    labelled = {(words(one, pair.actor), words(one, pair.recipient)): pair for pair in one.pairs}

    assert len(labelled) == 6
    assert labelled["Peru", "Fiji"].types == (TYPES.index("AID"),)
    assert labelled["Peru", "Fiji"].root == ROOTS.index("AID")
    assert all(not pair.types for sides, pair in labelled.items() if sides != ("Peru", "Fiji"))


def test_a_mutual_tie_holds_both_ways_and_has_no_root() -> None:
    one = made("<1|PER|Peru> borders <2|CHL|Chile>.", '= 1>2 geography asserted "borders"')

    assert [pair.types for pair in one.pairs] == [(TYPES.index("geography"),)] * 2
    assert [pair.root for pair in one.pairs] == [None, None]


def test_another_mention_of_related_parties_is_neither_right_nor_wrong() -> None:
    one = made("<1|PER|Peru> armed <2|FJI|Fiji> as <3|PER|Lima> had promised.", '= 1>2 AID asserted "armed"')

    assert {(words(one, pair.actor), words(one, pair.recipient)) for pair in one.pairs} == {
        ("Peru", "Fiji"),
        ("Fiji", "Peru"),
    }


def test_another_person_of_a_related_state_has_no_part_in_it() -> None:
    marked = "<1|ISR.GOV|Benny Gantz>, <2|ISR.GOV|Gallant>'s predecessor, was in <3|AZE|Baku>."
    one = made(marked, '= 1>3 CONSULT.visit asserted "was in"')
    told = {(words(one, pair.actor), words(one, pair.recipient)): pair.types for pair in one.pairs}

    assert told["Benny Gantz", "Baku"]
    assert told["Gallant", "Baku"] == told["Baku", "Gallant"] == ()
    assert ("Benny Gantz", "Gallant") not in told


def test_an_office_may_be_whoever_is_named_beside_it() -> None:
    marked = "<1|ISR.GOV|Benny Gantz> was in <2|AZE|Baku>, <3|ISR.GOV|the defence ministry> said."
    one = made(marked, '= 1>2 CONSULT.visit asserted "was in"')

    assert len(one.pairs) == 2


def test_speeches_become_attributions() -> None:
    one = made("<1|PER|Peru> said <2|FJI|Fiji> had paid.", "= none", ": Peru ~ said ~ Fiji had paid")

    assert one.saids == (Said(((5, 9),), ((0, 4),), ((10, 23),)),)
    assert made("<1|PER|Peru> said so.", "= none").saids is None


def test_a_text_never_changes_sides() -> None:
    texts = [f"Sentence {number} of many." for number in range(2000)]

    assert 150 < sum(map(held_back, texts)) < 250
    assert [held_back(text) for text in texts] == [held_back(text) for text in texts]
