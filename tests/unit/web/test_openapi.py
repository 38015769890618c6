from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.web.openapi import ADDRESS
from dragoman.web.routes import PAGES
from tests.unit.web.made import a_client, a_team, a_user, sign_in


def test_all_data_are_described_with_their_parameters_and_tables(browser: TestClient) -> None:
    answer = browser.get(ADDRESS)
    told = answer.json()
    operation = told["paths"]["/dyad/{one}/{other}.json"]["get"]

    assert answer.headers["content-type"] == "application/json"
    assert told["openapi"].startswith("3.1")
    assert set(told["paths"]) == {f"{address}.json" if address != "/" else "/overview.json" for address in PAGES}
    assert [(each["name"], each["in"], each.get("required", False)) for each in operation["parameters"]] == [
        *(("one", "path", True), ("other", "path", True), ("date", "query", False), ("page", "query", False)),
        *(("size", "query", False), ("known", "query", False)),
    ]
    assert operation["summary"].startswith("What stands between two")
    tables = operation["responses"]["200"]["content"]["application/json"]["schema"]["properties"]["tables"]
    assert {"ties", "timeline", "forecasts"} <= set(tables["required"])
    assert "channel" in tables["properties"]["ties"]["items"]["required"]


def test_each_is_called_by_a_name_of_its_own(browser: TestClient) -> None:
    paths = browser.get(ADDRESS).json()["paths"]
    names = [each["get"]["operationId"] for each in paths.values()]

    assert len(set(names)) == len(names)
    assert {"overview", "dyad", "claim"} <= set(names)


@pytest.mark.parametrize("address", ["/", "/quantities", "/add"])
def test_every_page_leads_to_it(browser: TestClient, address: str) -> None:
    assert f'href="{ADDRESS}"' in browser.get(address).text


def test_it_says_what_lets_one_in(small: Path) -> None:
    team = a_team(small, a_user("Ada"))
    sign_in(team, "Ada")
    with a_client(small) as browser:
        assert browser.get(ADDRESS).json()["security"] == []

    told = team.get(ADDRESS).json()
    assert told["security"] == [{"cookie": []}]
    assert told["components"]["securitySchemes"]["cookie"] == {
        "type": "apiKey",
        "in": "cookie",
        "name": "dragoman-8765",
    }


def test_it_is_behind_the_gate_like_everything(small: Path) -> None:
    assert a_client(small, is_open=False).get(ADDRESS).status_code == 401
