from __future__ import annotations

import csv
import io

import pytest
from starlette.testclient import TestClient


@pytest.mark.parametrize("address", ["/dyad/AZE/ISR", "/dyad/ISR/AZE", "/dyad/Azerbaijan/Jerusalem", "/dyad/az/il"])
def test_two_parties_by_any_name_have_a_page(browser: TestClient, address: str) -> None:
    page = browser.get(address).text

    assert "Azerbaijan supplies energy to Israel" in page
    assert 'class="timeline"' in page
    assert "20 %" in page
    assert "40 %" in page


def test_what_is_disputed_and_who_says_so_is_data(browser: TestClient) -> None:
    tables = browser.get("/dyad/AZE/ISR.json").json()["tables"]

    assert {row["channel"] for row in tables["ties"]} == {"energy", "diplomacy"}
    assert {row["about"] for row in tables["disputes"]} == {"whether", "how much"}
    assert {row["name"] for row in tables["voices"]} == {"The Gazette", "The Courier", "The Herald", "Haaretz"}
    assert [row["speaker"] for row in tables["forecasts"]] == ["The Gazette"]


def test_each_table_is_to_be_had_as_csv(browser: TestClient) -> None:
    names = browser.get("/dyad/AZE/ISR.json").json()["tables"]
    for name, rows in names.items():
        found = list(csv.DictReader(io.StringIO(browser.get(f"/dyad/AZE/ISR.csv?table={name}").text)))
        assert len(found) == len(rows), name


def test_a_day_before_everything_shows_no_tie(browser: TestClient) -> None:
    assert "No tie between them stands on that day" in browser.get("/dyad/AZE/ISR?date=1999").text


def test_names_that_are_none_are_not_found(browser: TestClient) -> None:
    answer = browser.get("/dyad/Azerbaijann/ISR")

    assert answer.status_code == 404
    assert "Did you mean Azerbaijan" in answer.text


def test_one_party_is_no_pair(browser: TestClient) -> None:
    assert browser.get("/dyad/AZE/Baku").status_code == 400


def test_two_that_nothing_ties_have_an_empty_page(browser: TestClient) -> None:
    assert browser.get("/dyad/KEN/UGA").status_code == 200


def test_the_key_of_the_timeline_has_the_words_of_its_rows(browser: TestClient) -> None:
    page = browser.get("/dyad/AZE/ISR").text

    assert "Verbal cooperation by ISR</text>" in page
    assert '<span class="shape circle"></span> verbal cooperation</span>' in page


def test_of_two_of_whom_nothing_is_said_the_page_leads_to_what_is_said_of_each(browser: TestClient) -> None:
    page = browser.get("/dyad/NOR/CHL").text

    assert "Nothing that was read speaks of both." in page
    assert page.count('href="/party/NOR"') == 2
    assert "Ties now" not in page
    assert browser.get("/dyad/NOR/CHL.json").json()["tables"]["ties"] == []


def test_one_statement_speaks_and_several_speak(browser: TestClient) -> None:
    assert "1 statement speaks of both." in browser.get("/dyad/IRN/ISR").text
    assert "statements speak of both." in browser.get("/dyad/AZE/ISR").text
