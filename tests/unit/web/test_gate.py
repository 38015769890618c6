from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.web.app import app_of
from dragoman.web.desk import Desk
from tests.unit.web.made import HOST

ADDRESSES = ("/", "/overview.json", "/overview.csv", "/static/desk.css", "/nothing", "/static/../app.py")


@pytest.fixture
def desk(small: Path) -> Desk:
    return Desk.of(small, 8765)


@pytest.fixture
def stranger(desk: Desk) -> TestClient:
    return TestClient(app_of(desk), base_url=HOST, follow_redirects=False)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("token", ["", "?token=", "?token=wrong", "?token=%C3%BC"])
def test_nothing_is_served_without_the_token(stranger: TestClient, address: str, token: str) -> None:
    answer = stranger.get(f"{address}{token}")

    assert answer.status_code == 401
    assert "Open the whole address" in answer.text
    assert "set-cookie" not in answer.headers


def test_the_token_is_exchanged_for_a_cookie_and_leaves_the_address(desk: Desk, stranger: TestClient) -> None:
    answer = stranger.get(f"/quantities?party=AZE&token={desk.token}")

    assert (answer.status_code, answer.headers["location"]) == (303, "/quantities?party=AZE")
    kept = answer.headers["set-cookie"].lower()
    assert all(part in kept for part in ("httponly", "samesite=strict", "path=/"))
    assert desk.token is not None
    assert desk.token.lower() not in kept
    assert stranger.get("/").status_code == 200


def test_a_cookie_of_another_run_opens_nothing(small: Path, desk: Desk) -> None:
    other = Desk.of(small, 8765)
    stranger = TestClient(app_of(desk), base_url=HOST, cookies={other.cookie: other.session})

    assert stranger.get("/").status_code == 401


def test_the_token_is_no_cookie(desk: Desk) -> None:
    assert desk.token is not None
    stranger = TestClient(app_of(desk), base_url=HOST, cookies={desk.cookie: desk.token})

    assert stranger.get("/").status_code == 401


def test_an_open_desk_needs_no_token(browser: TestClient) -> None:
    assert browser.get("/").status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example:8765", "127.0.0.1:8766", "127.0.0.1", "localhost.evil.example:8765", ""]
)
def test_a_name_that_is_pointed_here_is_not_answered(browser: TestClient, host: str) -> None:
    answer = browser.get("/", headers={"host": host})

    assert answer.status_code == 421
    assert "evil.example<" not in answer.text


def test_the_desk_answers_to_localhost(browser: TestClient) -> None:
    assert browser.get("/", headers={"host": "localhost:8765"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"origin": "null"},
        {"origin": "http://evil.example"},
        {"origin": "http://127.0.0.1:8766"},
        {"origin": "https://127.0.0.1:8765"},
        {"origin": HOST, "sec-fetch-site": "cross-site"},
        {"origin": "null", "sec-fetch-site": "same-site"},
        {"sec-fetch-site": "none"},
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_what_comes_from_elsewhere_changes_nothing(browser: TestClient, method: str, headers: dict[str, str]) -> None:
    answer = browser.request(method, "/theme", headers=headers)

    assert answer.status_code == 403
    assert "not sent from a page of this desk" in answer.text


@pytest.mark.parametrize("headers", [{"origin": HOST}, {"origin": "null", "sec-fetch-site": "same-origin"}])
def test_what_comes_from_its_own_pages_is_looked_at(browser: TestClient, headers: dict[str, str]) -> None:
    # It is a form without the token of forms, which is another refusal.
    answer = browser.post("/theme", headers=headers, data={"theme": "dark"})

    assert "not one of this run" in answer.text


def test_a_refusal_is_data_where_data_was_asked_for(stranger: TestClient) -> None:
    assert stranger.get("/overview.json").json()["error"].startswith("This desk is closed.")
    assert stranger.get("/overview.csv").headers["content-type"].startswith("text/plain")
