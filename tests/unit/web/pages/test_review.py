from __future__ import annotations

from pathlib import Path
from urllib.parse import urlencode

import pytest
from markupsafe import escape
from starlette.testclient import TestClient

from dragoman.workspace import Workspace
from tests.factories import an_article, an_entry
from tests.unit.web.made import DENIAL, EMBASSY, OIL, VISIT, a_client, a_ledger

GAZETTE = an_article("The Gazette", "2023-07-01", OIL, VISIT, title="Oil")
HERALD = an_article("The Herald", "2023-08-02", DENIAL, EMBASSY, title="No <i>embassy</i>")
SURE = an_entry(GAZETTE, OIL, certainty=0.9)
VISITED = an_entry(GAZETTE, VISIT, "CONSULT", actor="ISR", recipient="AZE", when="2023-05-30", certainty=0.3)
DENIED = an_entry(HERALD, DENIAL, "diplomacy", actor="ISR", recipient="AZE", standing="denied", certainty=0.4)
KEPT = an_entry(HERALD, EMBASSY, "diplomacy", actor="ISR", recipient="TUR", certainty=0.5)
ORDER = [each.statement.id for each in (VISITED, DENIED, KEPT, SURE)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_ledger(tmp_path, [(GAZETTE, [SURE, VISITED]), (HERALD, [DENIED, KEPT])])


@pytest.fixture
def analyst(path: Path) -> TestClient:
    return a_client(path)


def rows(analyst: TestClient, query: str = "") -> list[str]:
    return [row["id"] for row in analyst.get(f"/review.json{query}").json()["tables"]["unjudged"]]


def test_the_least_certain_is_looked_at_first(analyst: TestClient) -> None:
    page = analyst.get("/review").text

    assert f"<mark>{escape(VISIT)}</mark>" in page
    assert "4 statements nobody has judged" in page
    assert "</meter> 30%" in page
    assert f'rel="next" data-key="j" href="/review?{urlencode({"at": DENIED.statement.id})}"' in page
    assert 'rel="prev"' not in page
    assert rows(analyst) == ORDER


def test_one_goes_on_and_back(analyst: TestClient) -> None:
    page = analyst.get(f"/review?at={KEPT.statement.id}").text

    assert f'rel="prev" data-key="k" href="/review?{urlencode({"at": DENIED.statement.id})}"' in page
    assert rows(analyst, f"?at={KEPT.statement.id}") == ORDER[2:]
    assert rows(analyst, "?size=2") == ORDER[:2]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?party=Turkey", ORDER[2:3]),
        ("?type=diplomacy", ORDER[1:3]),
        ("?publisher=the+gazette", [ORDER[0], ORDER[3]]),
        ("?party=AZE&type=energy&publisher=The+Gazette", ORDER[3:]),
        ("?publisher=nobody", []),
    ],
)
def test_filters_narrow_the_review_and_stay(analyst: TestClient, query: str, found: list[str]) -> None:
    assert rows(analyst, query) == found
    page = analyst.get(f"/review{query}").text
    assert ('rel="next"' in page) == (len(found) > 1)
    assert ("Nothing is left to look at" in page) == (not found)


def test_steps_stay_among_what_was_asked_for(analyst: TestClient) -> None:
    page = analyst.get("/review?type=diplomacy").text

    assert f'href="/review?type=diplomacy&amp;{urlencode({"at": KEPT.statement.id})}"' in page


def test_what_was_judged_is_told_of_and_not_judged_again_here(analyst: TestClient, path: Path) -> None:
    with Workspace.open(path) as workspace:
        decision = workspace.decide(VISITED.statement.id, "confirmed", who="A. Analyst", why="<b>so</b> it says")
    page = analyst.get(f"/review?at={VISITED.statement.id}").text

    assert "It has been judged" in page
    assert "&lt;b&gt;so&lt;/b&gt; it says" in page
    assert "/review/judge" not in page
    assert f'value="{decision.id}"' in page
    assert rows(analyst) == ORDER[1:]


def test_keys_can_be_turned_off(analyst: TestClient) -> None:
    assert 'id="keys" data-on' in analyst.get("/review").text
    off = analyst.get("/review?keys=off").text
    assert "data-on" not in off
    assert "keys=off&amp;at=" in off


@pytest.mark.parametrize(("query", "code"), [("?at=s1:0000", 404), ("?party=Ruritania", 404), ("?keys=on", 400)])
def test_what_cannot_be_reviewed(analyst: TestClient, query: str, code: int) -> None:
    assert analyst.get(f"/review{query}").status_code == code
