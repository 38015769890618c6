from __future__ import annotations

import pytest

import dragoman


def test_the_public_names_are_what_all_says() -> None:
    assert set(dragoman.__all__) == {*dragoman._HOMES, "open"}
    assert all(getattr(dragoman, name).__name__ == name for name in dragoman.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        dragoman.nothing  # noqa: B018
