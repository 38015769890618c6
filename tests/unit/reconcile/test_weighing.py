from __future__ import annotations

from dragoman.reconcile.weighing import Weights
from dragoman.reconcile.wording import Item, wording
from tests.factories import an_article

SHORT = wording("One sentence in Kariba.", "")
LONG = wording("\n".join(f"Sentence {number} is here in Kariba." for number in range(40)), "")


def _item(stem: str, *, telling: bool = False) -> Item:
    return Item(stem, telling, 0, -1)


def test_what_is_in_every_sentence_tells_nothing() -> None:
    weights = Weights({}, [])
    assert weights.of(_item("the"), LONG) < 0.1 < weights.of(_item("turbi"), LONG) < weights.of(_item("gwaai"), LONG)


def test_a_long_text_has_more_by_chance() -> None:
    weights = Weights({}, [])
    assert weights.of(_item("turbi"), LONG) < weights.of(_item("turbi"), SHORT)


def test_a_name_tells_less_the_more_of_the_pile_have_it() -> None:
    pile = [an_article("Herald", "2024-03-05", f"{each}") for each in range(100)]
    weights = Weights({"karib": 2, "baku": 60}, pile)
    assert weights.of(_item("baku", telling=True), SHORT) < weights.of(_item("karib", telling=True), SHORT)
    # Two that share it are no more than the two that are compared.
    assert weights.of(_item("karib", telling=True), SHORT) == weights.of(_item("gwaai", telling=True), SHORT)


def test_a_word_tells_less_the_more_of_the_pile_have_it_in_whatever_order() -> None:
    pile = [an_article("Herald", "2024-03-05", f"A turbine, number {each}") for each in range(100)]
    found = Weights({}, pile).of(_item("turbi"), SHORT)
    assert found < Weights({}, []).of(_item("turbi"), SHORT)
    assert found == Weights({}, pile[::-1]).of(_item("turbi"), SHORT)
