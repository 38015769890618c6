from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from dragoman.web import begun
from dragoman.web.app import app_of
from dragoman.web.begun import begun as beginning
from dragoman.web.desk import Desk
from tests.unit.web.made import HOST, a_client

SLOW = (
    "/",
    "/?date=2020-01-01",
    "/disputes",
    "/whatif?without=AZE",
    "/party/Azerbaijan",
    "/dyad/AZE/ISR?known=2024-01-01",
)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page takes longer than is waited for."""
    monkeypatch.setattr(begun, "PATIENCE", 0)


@pytest.mark.parametrize("address", SLOW)
def test_a_page_that_was_begun_is_the_page(browser: TestClient, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setattr(begun, "PATIENCE", 60)
    whole = browser.get(address)
    monkeypatch.setattr(begun, "PATIENCE", 0)
    parts = browser.get(address)

    assert "content-length" in whole.headers
    assert "content-length" not in parts.headers
    assert parts.text == whole.text
    assert {**parts.headers, "content-length": ""} == {**whole.headers, "content-length": ""}


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("/?date=soon", 400),
        ("/?channel=ruritania", 404),
        ("/?sign=plus", 400),
        ("/?size=201", 400),
        ("/disputes?page=0", 400),
        ("/?known=yesterday", 400),
        (f"/whatif?without={'a' * 400}", 400),
    ],
)
def test_what_cannot_be_read_is_told_before_a_page_is_begun(browser: TestClient, address: str, code: int) -> None:
    assert browser.get(address).status_code == code


@pytest.mark.usefixtures("at_once")
def test_what_turns_out_to_be_wrong_is_told_on_the_page_that_was_begun(browser: TestClient) -> None:
    told = browser.get("/dyad/AZE/AZE")

    assert "Azerbaijan is one party" in told.text
    assert told.text.count("<main") == told.text.count("</html>") == 1


def test_what_cannot_be_asked_is_refused_as_ever(browser: TestClient) -> None:
    assert browser.get("/dyad/AZE/AZE").status_code == 400
    assert browser.get("/party/Atlantis").status_code == 404


@pytest.mark.usefixtures("at_once")
def test_a_name_that_nobody_has_begins_no_page(browser: TestClient) -> None:
    assert browser.get("/party/Atlantis").status_code == 404


@pytest.mark.usefixtures("at_once")
def test_a_mistake_of_the_program_ends_the_page_with_a_sentence_and_is_raised(small: Path) -> None:
    def break_(_: Request) -> HTMLResponse:
        raise RuntimeError("a mistake")

    app = Starlette(routes=[Route("/", beginning(break_, lambda _: '<p>head</p><main id="main">nothing yet'))])
    app.state.desk = Desk.of(small, 8765, is_open=True)
    with pytest.raises(RuntimeError, match="a mistake"):
        TestClient(app, base_url=HOST).get("/")


def test_pages_that_do_not_say_what_they_are_called_are_sent_whole(browser: TestClient, at_once: None) -> None:
    assert "content-length" in browser.get("/parties").headers


def test_a_desk_serves_parts_under_its_own_headers(small: Path, at_once: None) -> None:
    with TestClient(app_of(Desk.of(small, 8765, is_open=True)), base_url=HOST) as client:
        assert client.get("/").headers["content-security-policy"].startswith("default-src 'none'")
    with a_client(small) as client:
        assert client.head("/").status_code == 200
