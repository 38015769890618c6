from __future__ import annotations

from dragoman.codebook.bases import flows, meaning


def test_one_thing_in_other_words() -> None:
    assert meaning("crude imports") == meaning("the crude it buys") == {"crude", "import"}
    assert meaning("its arms imports") == meaning("the weapons that it purchased") == {"arms", "import"}
    assert meaning("deliveries of wheat") == meaning("wheat delivery")


def test_other_things() -> None:
    assert meaning("oil exports") & flows() == {"export"}
    assert meaning("oil consumption") & flows() == {"consumption"}
    assert meaning("its army") == {"army"}


def test_words_that_tell_nothing() -> None:
    assert meaning("the total of its") == frozenset()
