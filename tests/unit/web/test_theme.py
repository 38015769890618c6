from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tests.unit.web.made import HOST

OWN = {"origin": HOST}


def form_of(browser: TestClient, address: str = "/") -> dict[str, str]:
    """The hidden fields of the form of themes of a page."""
    page = browser.get(address).text
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', page))


def test_a_theme_is_kept_and_leads_back(browser: TestClient) -> None:
    answer = browser.post("/theme", headers=OWN, data={**form_of(browser, "/single"), "theme": "dark"})

    assert (answer.status_code, answer.headers["location"]) == (303, "/single")
    assert 'data-theme="dark"' in browser.get("/").text


def test_a_theme_that_is_none_is_refused(browser: TestClient) -> None:
    answer = browser.post("/theme", headers=OWN, data={**form_of(browser), "theme": "pink"})

    assert answer.status_code == 400
    assert "light, dark, auto" in answer.text


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/\\evil.example", "evil", "/a\r\nx: y"])
def test_it_leads_nowhere_else(browser: TestClient, back: str) -> None:
    answer = browser.post("/theme", headers=OWN, data={**form_of(browser), "theme": "dark", "back": back})

    assert answer.headers["location"] == "/"


def test_a_cookie_that_is_no_theme_is_passed_over(browser: TestClient) -> None:
    page = browser.get("/", headers={"cookie": 'dragoman-theme="><script>'}).text

    assert 'data-theme="auto"' in page
