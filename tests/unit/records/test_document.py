from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from dragoman.records import Document
from dragoman.records.dates import from_iso

ARTICLE = Document("Laos signed.", title="Signed", publisher="Vientiane Times", published=from_iso("2024-05"))


def test_the_id_follows_from_the_content() -> None:
    assert re.fullmatch(r"d1:[0-9a-f]{24}", ARTICLE.id)
    assert replace(ARTICLE).id == ARTICLE.id


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Laos signed!"},
        {"title": None},
        {"publisher": "The Laotian Times"},
        {"published": from_iso("2024-06")},
        {"url": "https://example.org/1"},
    ],
)
def test_other_content_has_another_id(change: dict[str, Any]) -> None:
    assert replace(ARTICLE, **change).id != ARTICLE.id


@pytest.mark.parametrize("change", [{"path": "b.txt"}, {"transport": "jsonl"}, {"author": "Lena Berg"}])
def test_where_it_was_found_does_not_change_the_id(change: dict[str, Any]) -> None:
    assert replace(ARTICLE, **change).id == ARTICLE.id
