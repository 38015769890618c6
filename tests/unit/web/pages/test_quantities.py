from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from tests.factories import a_figure, an_article, an_entry
from tests.unit.web.made import OIL, a_client, a_ledger


def rows(browser: TestClient, query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = browser.get(f"/quantities.json?{query}").json()["tables"]["quantities"]
    return found


def test_all_figures_stand_side_by_side(browser: TestClient) -> None:
    assert {(row["low"], row["owner"], row["publisher"]) for row in rows(browser)} == {
        (40.0, "ISR", "The Gazette"),
        (20.0, "ISR", "The Courier"),
    }
    assert 'class="mark apart"' in browser.get("/quantities").text


@pytest.mark.parametrize(
    ("query", "lows"),
    [
        ("sort=low", [20, 40]),
        ("sort=-low", [40, 20]),
        ("sort=publisher", [20, 40]),
        ("sort=-published", [20, 40]),
        ("party=Iran", []),
        ("party=AZE&party=ISR&sort=low", [20, 40]),
        ("type=arms", []),
        ("kind=share&sort=low", [20, 40]),
        ("conflicts=1&sort=low", [20, 40]),
        ("size=1&page=2&sort=low", [40]),
    ],
)
def test_they_are_sorted_and_filtered_by_the_address(browser: TestClient, query: str, lows: list[int]) -> None:
    assert [row["low"] for row in rows(browser, query)] == lows


@pytest.mark.parametrize(
    ("query", "code"),
    [("sort=nothing", 400), ("kind=nothing", 400), ("party=Ruritania", 404), ("party=AZE&party=ISR&party=IRN", 400)],
)
def test_what_cannot_be_asked_is_said(browser: TestClient, query: str, code: int) -> None:
    assert browser.get(f"/quantities?{query}").status_code == code


def test_the_heads_of_columns_turn_the_order(browser: TestClient) -> None:
    page = browser.get("/quantities?sort=low").text

    assert 'aria-sort="ascending"' in page
    assert "/quantities?sort=-low" in page


def test_the_same_length_in_two_units_stands_in_the_same_place(tmp_path: Path) -> None:
    document = an_article("The Gazette", "2023-07-01", "Their border is 1000 km, or 621.37 miles, long.")
    words = (("1000 km", 1000, "km"), ("621.37 miles", 621.37, "mi"))
    figures = [a_figure(document, each, number, number, unit=unit) for each, number, unit in words]
    border = an_entry(document, document.text, "geography", figures=figures)
    page = a_client(a_ledger(tmp_path, [(document, [border])])).get("/quantities").text
    places = {round(float(each)) for each in re.findall(r'<rect x="([\d.]+)"[^>]*class="mark"', page)}

    assert re.findall(r'class="ends">([^<]+)<', page) == ["0", "1,000 kilometres", "0", "621.37 miles"]
    assert len(places) == 1


def test_what_a_figure_conflicts_with_is_told_by_its_number_and_publisher(browser: TestClient) -> None:
    page = browser.get("/quantities").text

    assert re.search(
        r'conflicts with <a class="denied" href="/claim/s1:\w+">20 % <span class="soft">\(The Courier\)', page
    )
    assert "17 items" not in page


def test_of_two_figures_of_one_statement_only_that_in_conflict_is_marked(tmp_path: Path) -> None:
    both = "Of Israel's oil imports Azerbaijan supplies 40 percent, and with others 60 percent."
    one, other = an_article("The Gazette", "2023-07-01", both), an_article("The Courier", "2023-07-02", OIL)
    figures = [a_figure(one, f"{n} percent", n, n, of="oil imports", whose="ISR") for n in (40, 60)]
    same = a_figure(other, "40 percent", 40, 40, of="oil imports", whose="ISR")
    path = a_ledger(
        tmp_path, [(one, [an_entry(one, both, figures=figures)]), (other, [an_entry(other, OIL, figures=[same])])]
    )
    browser = a_client(path)
    page = browser.get("/quantities").text

    assert page.count("conflicts with <a") == page.count('class="mark apart"') == 2
    assert sorted(row["low"] for row in rows(browser, "conflicts=1")) == [40, 60]
    assert {(row["publisher"], row["low"]): bool(row["conflicts_with"]) for row in rows(browser)} == {
        ("The Gazette", 40): False,
        ("The Gazette", 60): True,
        ("The Courier", 40): True,
    }


def test_where_no_figure_is_left_it_says_why(browser: TestClient, tmp_path: Path) -> None:
    assert '<a href="/quantities">All figures</a>' in browser.get("/quantities?type=arms").text
    document = an_article("The Gazette", "2023-07-01", OIL)
    nothing = a_client(a_ledger(tmp_path, [(document, [an_entry(document, OIL)])])).get("/quantities").text
    assert "No figure was read yet." in nothing
