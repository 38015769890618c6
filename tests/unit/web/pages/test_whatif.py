from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient


def becomes(browser: TestClient, query: str) -> set[tuple[str, str, str]]:
    rows = browser.get(f"/whatif.json?{query}").json()["tables"]["becomes"]
    return {(row["giver"], row["taker"], row["becomes"]) for row in rows}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", set()),
        ("cut=AZE-%3EISR:energy", {("AZE", "ISR", "falls")}),
        ("without=IRN", {("IRN", "ISR", "falls")}),
        ("without=Iran&cut=AZE-%3EISR", {("IRN", "ISR", "falls"), ("AZE", "ISR", "falls")}),
        ("cut=AZE--ISR", {("AZE", "ISR", "falls"), ("ISR", "AZE", "falls")}),
    ],
)
def test_the_address_holds_the_scenario(browser: TestClient, query: str, expected: set[tuple[str, str, str]]) -> None:
    assert becomes(browser, query) == expected
    assert browser.get(f"/whatif?{query}").status_code == 200


def test_every_link_can_be_cut_from_the_page_and_that_taken_back(browser: TestClient) -> None:
    page = browser.get("/whatif?without=IRN").text
    table = page[page.index('id="links"') :]
    cuts = [each.replace("&amp;", "&") for each in re.findall(r'href="(/whatif\?[^"]*cut=[^"]*)"', table)]

    assert len(cuts) == 2
    assert all(browser.get(each).status_code == 200 for each in cuts)
    assert 'href="/whatif" aria-current' in page


def test_what_is_left_stays_where_it_was_drawn(browser: TestClient) -> None:
    def places(drawing: str) -> set[str]:
        return set(re.findall(r'cx="[\d.]+" cy="[\d.]+"', drawing))

    page = browser.get("/whatif?without=IRN").text
    before, _, after, _ = re.findall(r"<svg [^>]*network.*?</svg>", page, re.DOTALL)
    assert places(after) < places(before)


def test_lines_cut_and_points_take_away_on_top_of_what_is_supposed(browser: TestClient) -> None:
    page = browser.get("/whatif?without=IRN&name=Alone").text
    then = re.findall(r"<svg [^>]*network.*?</svg>", page, re.DOTALL)[2]

    assert 'href="/whatif?without=IRN&amp;name=Alone&amp;cut=AZE--ISR%3Adiplomacy&amp;cut=AZE--ISR%3Aenergy"' in then
    assert 'href="/whatif?without=IRN&amp;name=Alone&amp;without=AZE"' in then
    assert becomes(browser, "cut=AZE--ISR:diplomacy&cut=AZE--ISR:energy") == {
        ("AZE", "ISR", "falls"),
        ("ISR", "AZE", "falls"),
    }


def test_what_is_supposed_is_told_in_names(browser: TestClient) -> None:
    page = browser.get("/whatif?without=IRN&cut=AZE-%3EISR:energy&name=Alone").text

    assert "without Iran&nbsp;×" in page
    assert "cut Azerbaijan → Israel, Energy supply&nbsp;×" in page
    assert "Iran is gone" in page
    assert "<h1>Alone " in page


@pytest.mark.parametrize(
    ("query", "code"),
    [("cut=nothing", 400), ("cut=AZE-%3ERuritania", 404), ("without=Ruritania", 404), ("close=Ruritania", 404)],
)
def test_what_cannot_be_supposed_is_said(browser: TestClient, query: str, code: int) -> None:
    assert browser.get(f"/whatif?{query}").status_code == code


def test_before_anything_is_supposed_there_is_one_network_to_begin_with(browser: TestClient) -> None:
    page = browser.get("/whatif").text

    assert page.count("<figure") == 1
    assert "Nothing is supposed yet" in page
    assert browser.get("/whatif?without=IRN").text.count("<figure") == 2
