from __future__ import annotations

import gc

import pytest

from dragoman.uncollected import collect_seldom, uncollected


def test_rings_are_looked_for_again_afterwards() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()

    assert gc.isenabled()


def test_they_are_looked_for_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="torn"), uncollected():
        raise ValueError("torn")

    assert gc.isenabled()


def test_a_process_that_answers_for_long_looks_for_rings_seldom() -> None:
    before = gc.get_threshold()
    try:
        collect_seldom()
        assert gc.isenabled()
        assert gc.get_threshold()[0] > 10 * before[0]
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
