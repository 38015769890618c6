from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from training.items import Item, Pair
from training.standoff import key
from training.taught import Opinion, Taught

TEXT = "Laos paid Nepal."
PAIR = Pair((0, 4), (10, 15), (0,), 1)


def opinion(words: int, *pairs: Pair) -> Opinion:
    values = np.linspace(0, 1, words * 3, dtype=np.float32).reshape(words, 3)
    roots = {(pair.actor, pair.recipient): np.full(4, 0.25, np.float32) for pair in pairs}
    return Opinion(tuple((number, number + 1) for number in range(words)), {"cameo": values, "re3d": values}, roots)


@pytest.fixture
def taught(tmp_path: Path) -> Taught:
    """Opinions of three texts, written and read again."""
    opinions = {key("Nobody."): opinion(1), key(TEXT): opinion(3, PAIR), key("Peru, Chile."): opinion(2)}
    Taught(opinions).save(tmp_path / "taught.npz")
    return Taught.load(tmp_path / "taught.npz")


def test_an_opinion_stands_beside_the_labels_of_its_text(taught: Taught) -> None:
    item = taught.beside(Item(TEXT, (PAIR, Pair((10, 15), (0, 4), ()))))

    assert [words.task for words in item.words] == ["cameo", "re3d"]
    assert all(words.places == ((0, 1), (1, 2), (2, 3)) for words in item.words)
    assert np.allclose(item.words[0].labels, opinion(3).words["cameo"], atol=1e-3)
    assert np.allclose(item.pairs[0].taught, 0.25)
    assert item.pairs[1].taught is None


def test_a_text_that_the_teacher_has_not_seen_is_left_as_it_is(taught: Taught) -> None:
    assert taught.beside(Item("Unknown.", (PAIR,))) == Item("Unknown.", (PAIR,))


def test_names_exchanged_keep_the_opinion_of_their_pairs(taught: Taught) -> None:
    item = Item("Bolivia paid Oman.", (Pair((13, 17), (0, 7), ()), Pair((0, 7), (13, 17), (0,), 1)))
    first, second = taught.beside_varied(item, TEXT).pairs

    assert first.taught is None
    assert np.allclose(second.taught, 0.25)


def test_names_exchanged_so_that_pairs_are_lost_have_no_opinion(taught: Taught) -> None:
    item = Item("Oman paid Oman.", (Pair((10, 14), (0, 4), ()),))
    assert taught.beside_varied(item, TEXT) == item


def test_another_teacher_is_asked_about_pairs_and_the_first_about_words(taught: Taught, tmp_path: Path) -> None:
    roots = {(PAIR.actor, PAIR.recipient): np.array([1, 0, 0, 0], np.float32)}
    both = taught.with_roots_of(Taught({key(TEXT): Opinion((), {}, roots), key("New."): Opinion((), {}, roots)}))
    both.save(tmp_path / "both.npz")
    both = Taught.load(tmp_path / "both.npz")
    item = both.beside(Item(TEXT, (PAIR,)))

    assert item.pairs[0].taught.tolist() == [1, 0, 0, 0]
    assert len(item.words[0].places) == 3
    assert both.beside(Item("New.", (PAIR,))).pairs[0].taught.tolist() == [1, 0, 0, 0]
