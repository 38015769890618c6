from __future__ import annotations

from dragoman.reconcile.stock import telling


def test_runs_of_names_offices_and_saying_tell_nothing() -> None:
    assert telling("the Republic of the Congo") == frozenset()
    assert telling("The foreign minister said that he told the president") == frozenset()
    assert telling("said the ships of Peru") == {
        ("said", "the", "ships"),
        ("the", "ships", "of"),
        ("ships", "of", "peru"),
    }
