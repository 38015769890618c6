from __future__ import annotations

import pytest

from dragoman.codebook.contexts import contexts


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Oil and gas through the strait", ("natural_resource",)),
        ("The DEFENSE minister", ("military",)),
        ("their ambassadors at the summit", ("diplomatic",)),
        ("the president’s missiles", ("military", "executive")),
        ("tariffs on Ghanaian timber", ("economic", "natural_resource")),
        ("an unarmed crowd in Warsaw", ()),
        ("an oily sea", ()),
        ("", ()),
    ],
)
def test_contexts_of_some_words_in_the_order_of_the_codebook(words: str, expected: tuple[str, ...]) -> None:
    assert contexts(words) == expected
