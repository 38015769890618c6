from __future__ import annotations

import pytest

from dragoman.reading.naming.origins import greatest, likelihood


@pytest.mark.parametrize(
    ("name", "code", "other"),
    [("Tigran Aslanyan", "ARM", "AZE"), ("Gergely Szalkai", "HUN", "SVK"), ("Almaz Joldoshev", "KGZ", "CHN")],
)
def test_a_name_is_likelier_where_officials_are_called_like_it(name: str, code: str, other: str) -> None:
    assert likelihood(name, code) > likelihood(name, other)


def test_a_name_that_is_like_none_tells_nothing() -> None:
    assert likelihood("Xyqqw", "PER") == 1
    assert greatest("Xyqqw") == 1


def test_a_name_is_likeliest_where_officials_are_called_like_it() -> None:
    assert greatest("Tigran Aslanyan") == pytest.approx(likelihood("Tigran Aslanyan", "ARM"))
    assert greatest("Gergely Szalkai") >= likelihood("Gergely Szalkai", "HUN")
