from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from dragoman.web.routes import PAGES

#: A page of each kind, and what is no page.
ADDRESSES = [address for address in PAGES if "{" not in address] + ["/overview.json", "/static/desk.css", "/nothing"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_says_how_it_may_be_treated(browser: TestClient, address: str) -> None:
    headers = browser.get(address).headers
    policy = dict(part.strip().split(" ", 1) for part in headers["content-security-policy"].split(";"))

    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["img-src"] == "'self'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "cache-control" in headers


@pytest.mark.parametrize("address", [address for address in PAGES if "{" not in address])
def test_pages_need_nothing_that_the_policy_forbids(browser: TestClient, address: str) -> None:
    page = browser.get(address).text

    assert not re.search(r"<style|style=|javascript:|<script(?! src=\"/static/)|\son\w+=", page)
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//(?!example\.org)", page)


def test_even_a_refusal_has_them(browser: TestClient) -> None:
    answer = browser.get("/", headers={"host": "evil.example"})

    assert "content-security-policy" in answer.headers
    assert answer.headers["cache-control"] == "no-store"
