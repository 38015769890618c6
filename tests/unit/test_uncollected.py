from __future__ import annotations

import gc

import pytest

from dragoman.uncollected import uncollected


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
