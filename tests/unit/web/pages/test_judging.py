from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.errors import InvalidValue
from dragoman.records import Decision
from dragoman.web.pages.judging import said
from dragoman.workspace import Workspace
from tests.unit.web.made import HOST, a_client
from tests.unit.web.pages.test_review import DENIED, KEPT, ORDER, SURE, VISITED, path, rows
from tests.unit.web.test_theme import form_of

__all__ = ["path"]
OWN = {"origin": HOST}


@pytest.fixture
def analyst(path: Path) -> TestClient:
    return a_client(path)


def judge(analyst: TestClient, identity: str, back: str = "/review", **fields: str):  # type: ignore[no-untyped-def]
    token = {"form": form_of(analyst)["form"]}
    given = {**token, "statement": identity, "back": back, "who": "A. Analyst", **fields}
    return analyst.post("/review/judge", headers=OWN, data=given)


def taken(path: Path) -> list[Decision]:
    with Workspace.open(path) as workspace:
        return workspace.decisions()


def test_what_is_right_is_confirmed_and_the_next_follows(analyst: TestClient, path: Path) -> None:
    answer = judge(analyst, VISITED.statement.id, verdict="confirmed")
    (decision,) = taken(path)

    assert (decision.verdict, decision.who) == ("confirmed", "A. Analyst")
    assert "looked at in the review" in decision.why
    assert answer.status_code == 303
    assert answer.headers["location"].replace("%3A", ":") == f"/review?at={DENIED.statement.id}&done={decision.id}"
    page = analyst.get(answer.headers["location"]).text
    assert 'data-says="Judged: confirmed.' in page
    assert 'name="who" value="A. Analyst"' in page
    assert rows(analyst) == ORDER[1:]


@pytest.mark.parametrize(
    ("fields", "verdict", "change"),
    [
        ({"verdict": "not stated"}, "not stated", None),
        ({"verdict": "turned", "type": ""}, "turned", None),
        ({"verdict": "wrong type", "type": "COOPERATE"}, "wrong type", "COOPERATE"),
        ({"verdict": "", "type": "COOPERATE"}, "wrong type", "COOPERATE"),
        ({"verdict": "", "instead": "AZE", "party": "Armenia"}, "wrong party", "AZE=Armenia"),
        ({"verdict": "", "instead": "AZE", "date": "2022-01"}, "wrong date", "2022-01"),
        ({"verdict": "not stated", "date": "2022-01", "why": "irony"}, "not stated", None),
    ],
)
def test_each_verdict_is_taken_as_it_is_said(
    analyst: TestClient,
    path: Path,
    fields: dict[str, str],
    verdict: str,
    change: str | None,
) -> None:
    assert judge(analyst, VISITED.statement.id, **fields).status_code == 303
    (decision,) = taken(path)
    assert (decision.verdict, decision.change) == (verdict, change)
    assert decision.why == fields.get("why", decision.why)


@pytest.mark.parametrize("form", [{}, {"type": "AID", "date": "2022"}, {"verdict": "", "instead": "AZE"}])
def test_what_says_nothing_or_several_things_is_refused(form: dict[str, str]) -> None:
    with pytest.raises(InvalidValue, match="one thing"):
        said(form)


def test_the_review_goes_on_among_what_was_asked_for(analyst: TestClient) -> None:
    answer = judge(analyst, DENIED.statement.id, "/review?type=diplomacy&keys=off", verdict="confirmed")

    assert answer.headers["location"].startswith("/review?type=diplomacy&keys=off&at=")
    assert KEPT.statement.id in answer.headers["location"].replace("%3A", ":")


def test_after_the_last_one_it_begins_again(analyst: TestClient) -> None:
    assert "at=" not in judge(analyst, SURE.statement.id, verdict="confirmed").headers["location"]


def test_the_last_judgement_is_taken_back_and_its_statement_is_there_again(
    analyst: TestClient,
    path: Path,
) -> None:
    judge(analyst, VISITED.statement.id, verdict="wrong type", type="COOPERATE")
    (decision,) = taken(path)
    form = {"form": form_of(analyst)["form"], "decision": decision.id, "back": "/review?party=AZE"}
    answer = analyst.post("/review/undo", headers=OWN, data=form)

    assert taken(path) == []
    address = answer.headers["location"].replace("%3A", ":")
    assert address == f"/review?party=AZE&at={VISITED.statement.id}&undone=1"
    assert "Taken back" in analyst.get(address).text
    assert rows(analyst) == ORDER


def test_it_leads_nowhere_else(analyst: TestClient) -> None:
    answer = judge(analyst, VISITED.statement.id, "https://evil.example/?party=AZE&x=y", verdict="confirmed")

    assert answer.headers["location"].startswith("/review?party=AZE&")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"verdict": "confirmed", "who": " "}, 400),
        ({"verdict": "retracted"}, 400),
        ({"verdict": "same"}, 400),
        ({"verdict": "wrong type", "type": "nothing"}, 400),
        ({"verdict": "wrong type"}, 400),
        ({"verdict": "confirmed", "statement": "s1:0000"}, 404),
        ({"verdict": "confirmed", "why": "x" * 3000}, 400),
        ({"verdict": "confirmed", "back": "/review?party=Ruritania"}, 404),
        ({"verdict": "confirmed", "form": "guessed"}, 403),
    ],
)
def test_what_cannot_be_judged_changes_nothing(
    analyst: TestClient,
    path: Path,
    fields: dict[str, str],
    code: int,
) -> None:
    assert judge(analyst, **{"identity": VISITED.statement.id, **fields}).status_code == code
    assert taken(path) == []
