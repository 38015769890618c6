from __future__ import annotations

import re

import pytest

from dragoman.records.identity import Content, content_id


def test_a_prefix_and_24_digits() -> None:
    assert re.fullmatch(r"x9:[0-9a-f]{24}", content_id("x9", ["Mali", 1, None]))


def test_ids_stay_the_same_over_time() -> None:
    assert content_id("d1", ["Türkiye", 2.5, None, True]) == "d1:38999a0bb30f809edc53a8df"


@pytest.mark.parametrize(
    ("one", "other"), [("1", 1), ([], None), (["a", "b"], ["b", "a"]), (["ab"], ["a", "b"]), ({"a": 1}, {"a": 2})]
)
def test_different_content_has_different_ids(one: Content, other: Content) -> None:
    assert content_id("x1", one) != content_id("x1", other)


def test_the_order_of_keys_means_nothing() -> None:
    assert content_id("x1", {"a": 1, "b": 2}) == content_id("x1", {"b": 2, "a": 1})


def test_half_a_character_has_an_id() -> None:
    assert content_id("x1", "\ud83d").startswith("x1:")
