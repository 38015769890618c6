from __future__ import annotations

from starlette.testclient import TestClient


def test_documents_are_listed_newest_first(browser: TestClient) -> None:
    rows = browser.get("/documents.json").json()["tables"]["documents"]

    assert [row["title"] for row in rows] == ["No embassy", "Less oil", "Oil <b>and</b> visits"]
    assert [row["statements"] for row in rows] == [1, 2, 4]


def test_they_come_page_by_page_and_by_publisher(browser: TestClient) -> None:
    pages = [browser.get(f"/documents.json?size=2&page={n}").json()["tables"]["documents"] for n in (1, 2, 3)]

    assert [len(page) for page in pages] == [2, 1, 0]
    assert "1–2 of 3 documents" in browser.get("/documents?size=2").text
    assert len(browser.get("/documents.json?publisher=the gazette").json()["tables"]["documents"]) == 1
