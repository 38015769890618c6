from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.unit.web.made import a_client, a_ledger, courier, gazette

OIL = gazette()[1][0].statement
LESS = courier()[1][0].statement


def test_a_claim_shows_its_words_its_chain_and_its_clocks(browser: TestClient) -> None:
    page = browser.get(f"/claim/{LESS.id}").text

    assert "<mark>Azerbaijan supplies 20 percent" in page
    assert "only quoted here" in page
    assert "Haaretz" in page
    assert "published 2023-08-01 · recorded 2024-01-02" in page


def test_a_claim_is_found_by_the_beginning_of_its_id_and_by_what_is_claimed(browser: TestClient) -> None:
    whole = browser.get(f"/claim/{OIL.id}.json").json()

    assert browser.get(f"/claim/{OIL.id[:12]}.json").json() == whole
    assert browser.get(f"/claim/{OIL.claim}.json").json() == whole


def test_reports_brought_together_are_told_by_origin(tmp_path: Path) -> None:
    path = a_ledger(tmp_path)
    from dragoman.workspace import Workspace

    with Workspace.open(path) as workspace:
        workspace.same(OIL.id, LESS.id, who="A", why="one supply")
    data = a_client(path).get(f"/claim/{OIL.id}.json").json()

    assert {row["publisher"]: (row["how"], row["of"]) for row in data["tables"]["reports"]} == {
        "The Gazette": ("itself", None),
        "The Courier": ("quotes", "Haaretz"),
    }


@pytest.mark.parametrize("identity", ["s1:0000", "c1:0000", "nothing", "s1:", "s1:%25"])
def test_what_is_no_claim_is_not_found(browser: TestClient, identity: str) -> None:
    assert browser.get(f"/claim/{identity}").status_code == 404


def test_what_it_is_is_told_in_words_beside_its_code(browser: TestClient) -> None:
    page = browser.get(f"/claim/{gazette()[1][1].statement.id}").text

    assert re.search(r"<dt>Event</dt><dd>[a-z ]+ <span class=\"soft\"><code>CONSULT.visit</code>", page)
    assert re.search(r"<dt>Recorded</dt><dd>2024-01-01 00:00 ", page)
