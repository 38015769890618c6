from __future__ import annotations

import tomllib
from pathlib import Path

from starlette.testclient import TestClient

from dragoman.workspace import Workspace


def test_a_scenario_is_saved_as_the_file_that_the_command_takes(browser: TestClient, small: Path) -> None:
    query = "name=No+%22trust%22%5C&without=IRN&cut=AZE-%3EISR:energy&discount=The+Courier&date=2023"
    answer = browser.get(f"/scenario.toml?{query}")

    assert answer.headers["content-disposition"] == 'attachment; filename="scenario.toml"'
    assert tomllib.loads(answer.text) == {
        "name": 'No "trust"\\',
        "cut": ["AZE->ISR:energy"],
        "without": ["IRN"],
        "discount": ["The Courier"],
    }
    assert "--as-of 2023-12-31" in answer.text
    with Workspace.open(small) as workspace:
        assert workspace.scenario(answer.text).without == ("IRN",)


def test_what_can_be_supposed_can_be_saved_from_its_page(browser: TestClient) -> None:
    assert 'href="/scenario.toml?without=IRN"' in browser.get("/whatif?without=IRN").text
    assert "scenario.toml" not in browser.get("/whatif").text


def test_what_cannot_be_supposed_is_not_saved(browser: TestClient) -> None:
    assert browser.get("/scenario.toml?without=Ruritania").status_code == 404
