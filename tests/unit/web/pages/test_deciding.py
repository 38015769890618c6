from __future__ import annotations

from pathlib import Path
from threading import Timer

import pytest
from starlette.testclient import TestClient

from dragoman.ledger import Ledger
from dragoman.web import turns
from dragoman.workspace import Workspace
from tests.unit.web.made import HOST, a_client, a_ledger, gazette
from tests.unit.web.test_theme import form_of

OWN = {"origin": HOST}
OIL, VISIT = (entry.statement for entry in gazette()[1][:2])
SAID = {"who": "A. Analyst", "why": "a headline that asks"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_ledger(tmp_path)


@pytest.fixture
def analyst(path: Path) -> TestClient:
    return a_client(path)


def decide(analyst: TestClient, identity: str = OIL.id, **fields: str):  # type: ignore[no-untyped-def]
    token = {"form": form_of(analyst, f"/claim/{identity}")["form"]}
    return analyst.post(f"/claim/{identity}/decide", headers=OWN, data={**token, **SAID, **fields})


def test_a_statement_that_is_not_stated_is_gone_until_that_is_undone(analyst: TestClient, path: Path) -> None:
    answer = decide(analyst, verdict="not stated")
    with Workspace.open(path) as workspace:
        (decision,) = workspace.decisions()
        assert OIL.id not in {each.statement.id for each in workspace.statements()}
    page = analyst.get(answer.headers["location"]).text

    assert (answer.status_code, decision.who, decision.why) == (303, "A. Analyst", "a headline that asks")
    assert f'name="decision" value="{decision.id}"' in page

    token = {"form": form_of(analyst, "/decisions")["form"]}
    undone = analyst.post("/decisions/undo", headers=OWN, data={**token, "decision": decision.id})
    with Workspace.open(path) as workspace:
        assert OIL.id in {each.statement.id for each in workspace.statements()}
    assert undone.status_code == 303
    assert "<b>undone</b> by A. Analyst" in analyst.get("/decisions?undone=1").text
    assert analyst.get("/decisions.json").json()["tables"]["decisions"] == []


@pytest.mark.parametrize(
    ("fault", "change", "found"),
    [
        ("wrong type", "COOPERATE", ("COOPERATE", "2023-05-30")),
        ("wrong date", "2022-01", ("CONSULT", "2022-01-01")),
    ],
)
def test_what_is_wrong_is_put_right(analyst: TestClient, fault: str, change: str, found: tuple[str, str]) -> None:
    assert decide(analyst, VISIT.id, verdict=fault, change=change).status_code == 303
    rows = analyst.get("/search.json?party=ISR&publisher=The+Gazette").json()["tables"]["statements"]

    assert found in {(row["type"], row["from"]) for row in rows}


def test_pages_tell_of_a_decision_at_once(analyst: TestClient) -> None:
    def channels() -> set[str]:
        return {row["channel"] for row in analyst.get("/overview.json").json()["tables"]["network"]}

    assert "hostility" in channels()
    decide(analyst, gazette()[1][2].statement.id, verdict="not stated")
    assert "hostility" not in channels()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"verdict": "nothing"}, 400),
        ({}, 400),
        ({"verdict": "not stated", "who": ""}, 400),
        ({"verdict": "not stated", "why": " "}, 400),
        ({"verdict": "wrong type", "change": "nothing"}, 400),
        ({"verdict": "wrong date", "change": "soon"}, 400),
        ({"verdict": "wrong party", "change": "AZE=Ruritania"}, 404),
        ({"verdict": "not stated", "why": "x" * 3000}, 400),
    ],
)
def test_what_cannot_be_decided_changes_nothing(
    analyst: TestClient, path: Path, fields: dict[str, str], code: int
) -> None:
    assert decide(analyst, **fields).status_code == code
    with Workspace.open(path) as workspace:
        assert workspace.decisions() == []


@pytest.mark.parametrize("address", [f"/claim/{OIL.id}/decide", "/decisions/undo"])
def test_nothing_is_decided_without_the_token_of_a_form(analyst: TestClient, path: Path, address: str) -> None:
    answer = analyst.post(address, headers=OWN, data={"verdict": "not stated", **SAID})

    assert answer.status_code == 403
    with Workspace.open(path) as workspace:
        assert workspace.decisions() == []


def test_reasons_are_shown_as_text(analyst: TestClient) -> None:
    decide(analyst, verdict="not stated", why="<script>alert(2)</script>", who="<b>A</b>")

    page = analyst.get("/decisions").text
    assert "<script>alert(2)" not in page
    assert "<b>A</b>" not in page


def test_a_ledger_that_is_being_written_to_is_said(
    analyst: TestClient, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0)

    with Ledger.open(path) as ledger, ledger.writer():
        assert decide(analyst, verdict="not stated").status_code == 503
        assert analyst.get("/").status_code == 200


def test_who_judges_while_another_does_is_not_refused(analyst: TestClient, path: Path) -> None:
    with Ledger.open(path) as ledger:
        writer = ledger.writer()
        other = Timer(0.3, writer.close)
        other.start()
        assert decide(analyst, verdict="not stated").status_code == 303
        other.join()


def test_a_judgement_that_cannot_be_leads_back_to_its_form(analyst: TestClient) -> None:
    answer = decide(analyst, VISIT.id, verdict="wrong type", change="")

    assert answer.status_code == 400
    assert f'<a href="/claim/{VISIT.id}">To the form</a>' in answer.text
    assert "To the form" not in analyst.get("/claim/none").text
