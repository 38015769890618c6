from __future__ import annotations

from starlette.testclient import TestClient


def test_publishers_are_listed_and_sorted(browser: TestClient) -> None:
    rows = browser.get("/publishers.json?sort=-statements").json()["tables"]["publishers"]

    assert [(row["name"], row["documents"], row["statements"]) for row in rows] == [
        ("The Gazette", 1, 4),
        ("The Courier", 1, 2),
        ("The Herald", 1, 1),
    ]


def test_a_publisher_tells_what_it_covers_and_whom_it_quotes(browser: TestClient) -> None:
    tables = browser.get("/publisher.json?name=the courier").json()["tables"]

    assert tables["quoted"] == [{"source": "Haaretz", "kind": "publisher", "statements": 1}]
    assert [row["title"] for row in tables["documents"]] == ["Less oil"]
    assert "Less oil" in browser.get("/publisher?name=The+Courier").text


def test_a_publisher_that_is_none_is_not_found(browser: TestClient) -> None:
    assert browser.get("/publisher?name=Nobody").status_code == 404
    assert browser.get("/publisher").status_code == 400


def test_a_single_day_of_publication_is_told_once(browser: TestClient) -> None:
    page = browser.get("/publisher?name=The+Courier").text

    assert "2 statements, 2023-08-01." in page
