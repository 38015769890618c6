from __future__ import annotations

from starlette.testclient import TestClient


def codes(browser: TestClient, query: str = "") -> list[str]:
    return [row["code"] for row in browser.get(f"/parties.json?{query}").json()["tables"]["parties"]]


def test_parties_come_by_how_much_is_said_of_them(browser: TestClient) -> None:
    assert codes(browser) == ["ISR", "AZE", "IRN", "TUR"]


def test_they_are_found_by_a_part_of_their_names_and_sorted(browser: TestClient) -> None:
    assert codes(browser, "name=rki") == ["TUR"]
    assert codes(browser, "sort=name") == ["AZE", "IRN", "ISR", "TUR"]
    assert codes(browser, "name=nobody") == []
    assert browser.get("/parties").status_code == 200
