from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient


def found(browser: TestClient, query: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = browser.get(f"/search.json?{query}").json()["tables"]["statements"]
    return rows


def test_words_find_documents_and_statements(browser: TestClient) -> None:
    tables = browser.get("/search.json?q=oil imports").json()["tables"]
    page = browser.get("/search?q=oil").text

    assert {row["publisher"] for row in tables["documents"]} == {"The Gazette", "The Courier"}
    assert {row["type"] for row in tables["statements"]} == {"energy"}
    assert '<mark class="m1">oil</mark>' in page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 7),
        ("standing=denied", 1),
        ("standing=denied&standing=predicted", 2),
        ("type=energy", 2),
        ("party=IRN", 1),
        ("party=AZE&party=TUR", 1),
        ("publisher=The Courier", 2),
        ("publisher=the courier&type=energy", 1),
        ("since=2023-05-30&until=2023-05-30&type=CONSULT", 1),
        ("since=2023-05-31&until=2023-06&type=CONSULT", 0),
        ("q=nothinglikethat", 0),
        ("q=%22%22", 0),
        ("q=oil AND OR NOT ( * ^ :", 0),
        ("type=nothing", 0),
    ],
)
def test_facets_narrow_the_statements(browser: TestClient, query: str, count: int) -> None:
    assert len(found(browser, query)) == count
    assert browser.get(f"/search?{query}").status_code == 200


def test_a_chosen_facet_can_be_taken_back(browser: TestClient) -> None:
    page = browser.get("/search?standing=denied&type=diplomacy").text

    assert 'href="/search?type=diplomacy"' in page
    assert 'href="/search?standing=denied"' in page


@pytest.mark.parametrize("query", ["standing=nothing", "since=soon", f"q={'x' * 400}"])
def test_what_cannot_be_asked_is_said(browser: TestClient, query: str) -> None:
    assert browser.get(f"/search?{query}").status_code == 400


def test_pages_hold_each_statement_once(browser: TestClient) -> None:
    pages = [found(browser, f"size=3&page={number}") for number in (1, 2, 3)]

    assert [len(page) for page in pages] == [3, 3, 1]
    assert len({row["id"] for page in pages for row in page}) == 7


def test_documents_are_those_of_the_publisher_that_is_asked_for(browser: TestClient) -> None:
    def publishers(query: str) -> set[str]:
        return {row["publisher"] for row in browser.get(f"/search.json?{query}").json()["tables"]["documents"]}

    assert publishers("q=oil") == {"The Gazette", "The Courier"}
    assert publishers("q=oil&publisher=the+courier") == {"The Courier"}
    assert "whatever they state" in browser.get("/search?q=oil&party=ISR").text
    assert "whatever they state" not in browser.get("/search?q=oil&publisher=The+Courier").text
