from __future__ import annotations

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("address", ["/party/ISR", "/party/Israel", "/party/il"])
def test_a_party_has_a_page_with_those_it_is_tied_to(browser: TestClient, address: str) -> None:
    page = browser.get(address).text

    assert 'href="/dyad/AZE/ISR"' in page
    assert 'href="/dyad/IRN/ISR"' in page


def test_whom_it_depends_on_is_told_as_ranges(browser: TestClient) -> None:
    rows = browser.get("/party/ISR.json").json()["tables"]["exposures"]

    assert [(row["partner"], row["low"], row["high"]) for row in rows if row["partner"]] == [("AZE", 20.0, 40.0)]


def test_a_party_without_statements_has_an_empty_page(browser: TestClient) -> None:
    assert browser.get("/party/KEN").status_code == 200


@pytest.mark.parametrize("name", ["Ruritania", "%00", "a%20' OR 1=1", "..%2fapp"])
def test_what_is_no_party_is_not_found(browser: TestClient, name: str) -> None:
    assert browser.get(f"/party/{name}").status_code == 404


def test_of_whom_nothing_is_said_the_page_leads_on(browser: TestClient) -> None:
    page = browser.get("/party/NOR").text

    assert "Nothing that was read speaks of it." in page
    assert 'href="/parties"' in page
    assert 'href="/search?q=Norway"' in page
    assert "Who says so" not in page
