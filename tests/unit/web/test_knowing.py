from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.web.knowing import kept
from dragoman.workspace import Workspace
from tests.unit.web.made import a_client, a_ledger, courier, gazette

OIL, LESS = gazette()[1][0].statement, courier()[1][0].statement
#: The Gazette was learnt on 1 January 2024, the others on the days after.
THEN = "2024-01-01"


def test_links_and_forms_lead_to_the_same_day() -> None:
    page = (
        '<a href="/party/AZE">a</a> <a class="x" href="/search?q=oil&amp;page=2#here">b</a> '
        '<form action="/search" method="get"><input name="q"></form>'
    )

    assert kept(page, "2024-01-01") == (
        '<a href="/party/AZE?known=2024-01-01">a</a> '
        '<a class="x" href="/search?q=oil&amp;page=2&amp;known=2024-01-01#here">b</a> '
        '<form action="/search" method="get"><input type="hidden" name="known" value="2024-01-01">'
        '<input name="q"></form>'
    )


@pytest.mark.parametrize(
    "page",
    [
        '<a href="/" data-now>now</a>',
        '<a href="/quantities?sort=low&amp;known=2024-01-01">said</a>',
        '<a href="/quantities?known=2024-01-01">said</a>',
        '<a href="/add">of today</a>',
        '<a href="#main">here</a>',
        '<link href="/static/desk.css">',
        '<form class="theme" action="/theme" method="post"></form>',
        '<form action="/" method="get" data-now></form>',
        "href=&#34;/party/AZE&#34;",
    ],
)
def test_what_leads_elsewhere_stays_as_it_is(page: str) -> None:
    assert kept(page, "2024-01-01") == page


PAGES = ("/", "/dyad/AZE/ISR", "/party/AZE", f"/claim/{OIL.id}", "/quantities", "/forecasts", "/search", "/decisions",
         "/documents", "/publishers", "/parties", "/disputes", "/single", "/whatif?without=AZE", "/changes?since=2020",
         f"/document/{OIL.document}", "/publisher?name=The+Gazette", "/failures", "/runs")  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_a_page_says_of_when_it_is_and_lets_nothing_be_judged(browser: TestClient, address: str) -> None:
    sign = "&" if "?" in address else "?"
    page = browser.get(f"{address}{sign}known={THEN}").text

    assert f"The ledger as known on {THEN}" in page
    assert page.count('method="post"') == 1  # that of the theme
    assert "/retract" not in page
    assert f'href="/quantities?known={THEN}"' in page


def test_what_was_learnt_later_is_not_there(browser: TestClient) -> None:
    def figures(query: str) -> set[str]:
        return {row["statement"] for row in browser.get(f"/quantities.json{query}").json()["tables"]["quantities"]}

    # Each is asked for after the other, so that no answer is mistaken for that of another day.
    assert figures("") == figures("?known=2024-01-02") == {OIL.id, LESS.id}
    assert figures(f"?known={THEN}") == {OIL.id}
    assert figures("") == {OIL.id, LESS.id}
    assert browser.get(f"/claim/{LESS.id}?known={THEN}").status_code == 404


def test_the_drawing_of_the_network_is_that_of_the_day(browser: TestClient) -> None:
    def row(query: str) -> set[str]:
        return {each["channel"] for each in browser.get(f"/overview.json{query}").json()["tables"]["network"]}

    assert "diplomacy" in row("?known=2024-01-02")
    assert "diplomacy" not in row(f"?known={THEN}")
    assert browser.get(f"/?known={THEN}").text.count("<svg") == browser.get("/").text.count("<svg")


def test_data_say_of_when_they_are(browser: TestClient) -> None:
    assert browser.get(f"/quantities.json?known={THEN}").json()["known"] == THEN
    assert "known" not in browser.get("/quantities.json").json()


def test_a_judgement_is_not_yet_known_on_the_day_before(tmp_path: Path) -> None:
    path = a_ledger(tmp_path)
    with Workspace.open(path) as workspace:
        workspace.decide(OIL.id, "not stated", who="A", why="irony")
    analyst = a_client(path)

    assert analyst.get(f"/decisions.json?known={THEN}").json()["tables"]["decisions"] == []
    assert [row["id"] for row in analyst.get("/search.json?q=40&known=2024-01-05").json()["tables"]["statements"]] == [
        OIL.id
    ]
    assert analyst.get("/search.json?q=40").json()["tables"]["statements"] == []


def test_a_brief_is_of_the_day_too(browser: TestClient) -> None:
    then = browser.get(f"/brief.md?party=AZE&party=ISR&known={THEN}").text

    assert "The Gazette" in then
    assert "The Courier" not in then
    assert f"known={THEN}" in browser.get(f"/dyad/AZE/ISR?known={THEN}").text.partition("/brief.md?")[2][:200]


@pytest.mark.parametrize("address", ["/add", "/review", "/retract?scope=publisher&name=The+Gazette"])
def test_pages_that_change_something_are_of_today(browser: TestClient, address: str) -> None:
    answer = browser.get(f"{address}{'&' if '?' in address else '?'}known={THEN}")

    assert answer.status_code == 400
    assert "of today only" in answer.text


@pytest.mark.parametrize("known", ["yesterday", "2024-13-01", "2024-01-01' OR 1"])
def test_what_is_no_day_is_refused(browser: TestClient, known: str) -> None:
    assert browser.get("/", params={"known": known}).status_code == 400


def test_before_anything_was_learnt_there_is_nothing(browser: TestClient) -> None:
    page = browser.get("/?known=2020").text
    assert "Nothing was known yet" in page
    assert "Nothing was learnt since" in page
    assert browser.get("/quantities.json?known=2020").json()["tables"]["quantities"] == []
