from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.web.app import app_of
from dragoman.web.desk import Desk
from tests.unit.web.made import HOST


@pytest.mark.parametrize(
    ("address", "code", "words"),
    [
        ("/?channel=ruritania", 404, "No channel is called"),
        ("/?date=soon", 400, "is not a date"),
        ("/?date=2023-02-31", 400, "is not a date"),
        ("/?sign=plus", 400, "cooperative, conflictual, neutral"),
        ("/?page=0", 400, "whole number from 1"),
        ("/?page=1e9", 400, "whole number from 1"),
        ("/?size=100000", 400, "whole number from 1"),
        ("/?since=0000", 400, "is not a date"),
        (f"/?date={'9' * 400}", 400, "too long"),
        ("/nothing", 404, "There is no such page"),
        ("/theme", 405, "There is no such page"),
        ("/static/nothing.css", 404, "There is no such page"),
        ("/static/..%2fapp.py", 404, "There is no such page"),
        ("/overview.csv?table=nothing", 400, "network, changes"),
    ],
)
def test_an_error_is_a_page_with_the_right_code(browser: TestClient, address: str, code: int, words: str) -> None:
    answer = browser.get(address)

    assert answer.status_code == code
    assert words in answer.text


def test_an_error_is_data_where_data_was_asked_for(browser: TestClient) -> None:
    assert browser.get("/overview.json?date=soon").json() == {
        "error": "'soon' is not a date; write 2023, 2023-05 or 2023-05-30."
    }
    assert browser.get("/overview.csv?date=soon").text.startswith("'soon' is not a date")


def test_words_of_the_address_never_become_markup(browser: TestClient) -> None:
    page = browser.get("/?channel=<script>alert(1)</script>").text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_ledger_that_is_gone_is_said_and_no_path_is_told(tmp_path: Path) -> None:
    client = TestClient(app_of(Desk.of(tmp_path / "gone.ledger", 8765, is_open=True)), base_url=HOST)

    assert client.get("/").status_code == 500


def test_from_a_name_that_is_none_one_can_search_for_it(browser: TestClient) -> None:
    page = browser.get("/party/%3Cb%3ENarnia").text

    assert 'href="/search?q=%3Cb%3ENarnia"' in page
    assert "Search documents for “&lt;b&gt;Narnia”" in page
    assert "/search?q=" not in browser.get("/nothing").text
