from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from training.items import Item, Pair
from training.taught import Opinion, Taught, key

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
