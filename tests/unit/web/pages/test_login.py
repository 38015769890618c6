from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.web.access.attempts import FREE
from dragoman.web.routes import PAGES
from dragoman.workspace import Workspace
from tests.unit.web.made import HOST, PASSWORD, a_client, a_ledger, a_team, a_user, gazette, sign_in
from tests.unit.web.test_theme import form_of

OWN = {"origin": HOST}
ADA, BO = a_user("Ada Lovelace"), a_user("Bo", "reader")
OIL = gazette()[1][0].statement
COOKIE = "dragoman-8765"
#: Of every kind one page, as those find it who may look.
ADDRESSES = [
    re.sub(r"\{.*", "", address) + tail
    for address in PAGES
    for tail in [
        {"/party/{code}": "AZE", "/dyad/{one}/{other}": "AZE/ISR", "/claim/{id}": OIL.id,
         "/document/{id}": gazette()[0].id}.get(address, "")
    ]
]  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_ledger(tmp_path)


@pytest.fixture
def stranger(path: Path) -> TestClient:
    return a_team(path, ADA, BO)


@pytest.fixture
def analyst(stranger: TestClient) -> TestClient:
    assert sign_in(stranger, ADA.name).status_code == 303
    return stranger


@pytest.fixture
def reader(stranger: TestClient) -> TestClient:
    assert sign_in(stranger, BO.name).status_code == 303
    return stranger


@pytest.mark.parametrize("address", [*ADDRESSES, "/nothing", "/login/", "/static", "/brief.md?party=AZE"])
def test_who_has_not_signed_in_is_asked_to_and_told_nothing(stranger: TestClient, address: str) -> None:
    answer = stranger.get(address)
    page = stranger.get(answer.headers["location"])

    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login")
    assert page.status_code == 200
    assert "small.ledger" not in answer.text + page.text


@pytest.mark.parametrize("address", ["/overview.json", "/documents.csv", "/openapi.json"])
def test_data_is_refused_before(stranger: TestClient, address: str) -> None:
    answer = stranger.get(address)

    assert answer.status_code == 401
    assert "Sign in at /login" in answer.text


@pytest.mark.parametrize("address", ["/theme", "/logout", "/decisions/undo", f"/claim/{OIL.id}/decide", "/add"])
def test_nothing_is_changed_before(stranger: TestClient, address: str) -> None:
    assert stranger.post(address, headers=OWN, data={"form": "guess"}).status_code == 401


def test_the_token_of_a_desk_without_users_opens_nothing_here(stranger: TestClient, path: Path) -> None:
    assert stranger.get("/?token=").status_code == 303


def test_signing_in_leads_to_what_was_wanted(stranger: TestClient) -> None:
    wanted = stranger.get("/quantities?party=AZE&sort=low").headers["location"]
    page = stranger.get(wanted).text

    assert 'name="back" value="/quantities?party=AZE&amp;sort=low"' in page
    answer = sign_in(stranger, ADA.name, back="/quantities?party=AZE&sort=low")
    assert (answer.status_code, answer.headers["location"]) == (303, "/quantities?party=AZE&sort=low")
    assert "Ada Lovelace, analyst" in stranger.get("/").text
    assert stranger.get("/login?back=/parties").headers["location"] == "/parties"


@pytest.mark.parametrize("back", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_signing_in_leads_nowhere_else(stranger: TestClient, back: str) -> None:
    assert "evil" not in stranger.get("/login", params={"back": back}).text
    assert sign_in(stranger, ADA.name, back=back).headers["location"] == "/"


def test_the_cookie_is_a_new_one_and_kept_from_scripts_and_other_sites(stranger: TestClient) -> None:
    first = stranger.get("/login").headers["set-cookie"]
    answer = sign_in(stranger, ADA.name)
    kept = answer.headers["set-cookie"]

    assert first.partition(";")[0] != kept.partition(";")[0]
    assert all(part in kept.lower() for part in ("httponly", "samesite=strict", "path=/"))


def test_a_cookie_that_somebody_gave_opens_nothing(stranger: TestClient) -> None:
    stranger.cookies.set(COOKIE, "chosen-by-another", domain="127.0.0.1")
    assert sign_in(stranger, ADA.name).status_code == 303

    stranger.cookies.clear()
    assert stranger.get("/", headers={"cookie": f"{COOKIE}=chosen-by-another"}).status_code == 303


def test_a_wrong_name_and_a_wrong_password_are_answered_alike(stranger: TestClient) -> None:
    one, other = sign_in(stranger, ADA.name, "wrong horse"), sign_in(stranger, "nobody", "wrong horse")

    assert one.status_code == other.status_code == 401
    assert "do not go together" in one.text
    assert one.text.replace("Ada Lovelace", "") == other.text.replace("nobody", "")
    assert "wrong horse" not in one.text
    assert stranger.get("/").status_code == 303


def test_after_several_failures_one_has_to_wait(stranger: TestClient) -> None:
    for _ in range(FREE + 1):
        sign_in(stranger, ADA.name, "wrong horse")
    answer = sign_in(stranger, ADA.name)

    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) <= 15
    assert "tried in vain too often" in answer.text
    assert sign_in(stranger, BO.name).status_code == 303


@pytest.mark.parametrize("form", ["", "guess"])
def test_a_form_that_is_not_of_this_browser_signs_nobody_in(stranger: TestClient, path: Path, form: str) -> None:
    answer = sign_in(stranger, ADA.name, form=form)

    assert answer.status_code == 403
    assert stranger.get("/").status_code == 303


def test_a_form_that_was_shown_to_another_is_refused(path: Path) -> None:
    client = a_team(path, ADA, BO)
    assert sign_in(client, BO.name).status_code == 303
    theirs = form_of(client)["form"]
    client.cookies.clear()
    assert sign_in(client, ADA.name).status_code == 303

    answer = client.post("/theme", headers=OWN, data={"form": theirs, "theme": "dark"})
    assert answer.status_code == 403
    assert client.post("/theme", headers=OWN, data={**form_of(client), "theme": "dark"}).status_code == 303


def test_a_form_from_elsewhere_signs_nobody_in(stranger: TestClient) -> None:
    page = stranger.get("/login").text
    form = re.findall(r'name="form" value="([^"]*)"', page)[0]
    given = {"form": form, "name": ADA.name, "password": PASSWORD}

    assert stranger.post("/login", headers={"origin": "http://evil.example"}, data=given).status_code == 403


def test_who_signs_out_is_out(analyst: TestClient) -> None:
    session = analyst.cookies[COOKIE]
    answer = analyst.post("/logout", headers=OWN, data=form_of(analyst))

    assert (answer.status_code, answer.headers["location"]) == (303, "/login")
    assert COOKIE not in analyst.cookies
    assert analyst.get("/", headers={"cookie": f"{COOKIE}={session}"}).status_code == 303


def test_nobody_is_signed_out_by_another(analyst: TestClient) -> None:
    assert analyst.post("/logout", headers=OWN, data={"form": "guess"}).status_code == 403
    assert analyst.get("/").status_code == 200


@pytest.mark.parametrize("who", [{}, {"who": "Somebody Else"}, {"who": ""}])
def test_who_decides_is_who_signed_in(analyst: TestClient, path: Path, who: dict[str, str]) -> None:
    page = analyst.get(f"/claim/{OIL.id}").text
    assert 'name="who"' not in page
    assert "Ada Lovelace decides" in page

    given = {"form": form_of(analyst)["form"], "verdict": "not stated", "why": "a headline", **who}
    assert analyst.post(f"/claim/{OIL.id}/decide", headers=OWN, data=given).status_code == 303
    with Workspace.open(path) as workspace:
        assert [each.who for each in workspace.decisions()] == ["Ada Lovelace"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_reader_sees_everything_and_no_form_that_changes_it(reader: TestClient, address: str) -> None:
    page = reader.get(address)

    assert page.status_code in (200, 400)
    forms = re.findall(r"<form[^>]*>", page.text)
    posted = [each for each in forms if 'method="post"' in each]
    assert all('action="/theme"' in each or 'action="/logout"' in each for each in posted)


@pytest.mark.parametrize("address", ["/decisions/undo", f"/claim/{OIL.id}/decide", "/add", "/nothing"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_reader_changes_nothing(reader: TestClient, path: Path, address: str, method: str) -> None:
    given = {"form": form_of(reader)["form"], "verdict": "not stated", "why": "so", "text": "Iran threatens Israel."}
    answer = reader.request(method, address, headers=OWN, data=given)

    assert answer.status_code == 403
    assert "judging and adding is for analysts" in answer.text
    with Workspace.open(path) as workspace:
        assert workspace.decisions() == []


def test_a_reader_chooses_a_theme(reader: TestClient) -> None:
    assert reader.post("/theme", headers=OWN, data={**form_of(reader), "theme": "dark"}).status_code == 303


def test_an_analyst_adds_and_undoes(analyst: TestClient) -> None:
    form = {"form": form_of(analyst)["form"]}

    assert analyst.post("/decisions/undo", headers=OWN, data={**form, "decision": "none"}).status_code == 404
    empty = analyst.post("/add", headers=OWN, data=form, files={"files": ("", b"")})
    assert empty.status_code == 400
    assert "nothing to add" in empty.text


def test_a_desk_without_users_has_no_such_page(path: Path) -> None:
    client = a_client(path)

    assert client.get("/login").status_code == 404
    assert client.post("/login", headers=OWN, data=form_of(client)).status_code == 404
    assert "Sign out" not in client.get("/").text
    assert 'name="who"' in client.get(f"/claim/{OIL.id}").text


def test_the_page_needs_nothing_that_the_policy_forbids(stranger: TestClient) -> None:
    answer = stranger.get("/login")

    assert "content-security-policy" in answer.headers
    assert not re.search(r"<style|style=|javascript:|<script|\son\w+=", answer.text)
    assert stranger.get("/static/desk.css").status_code == 200
    assert stranger.get("/static/../login.py").status_code in (303, 404)
