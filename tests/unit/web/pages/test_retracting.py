from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.workspace import Workspace
from tests.unit.web.made import HOST, a_client, a_ledger, courier, herald
from tests.unit.web.test_theme import form_of

OWN = {"origin": HOST}
SAID = {"who": "A. Analyst", "why": "a hoax"}
HERALD = herald()[0].id


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_ledger(tmp_path)


@pytest.fixture
def analyst(path: Path) -> TestClient:
    return a_client(path)


def retract(analyst: TestClient, **fields: str):  # type: ignore[no-untyped-def]
    return analyst.post("/retract", headers=OWN, data={"form": form_of(analyst)["form"], **SAID, **fields})


def publishers(path: Path) -> set[str | None]:
    with Workspace.open(path) as workspace:
        return {each.document.publisher for each in workspace.statements()}


def test_what_would_fall_is_told_first(analyst: TestClient, path: Path) -> None:
    data = analyst.get("/retract.json?scope=publisher&name=the+courier").json()
    page = analyst.get("/retract?scope=publisher&name=The+Courier").text

    assert (data["lose support"], data["fall"]) == (2, 1)
    assert len(data["tables"]["lost"]) == 2
    assert "would lose support, 1 of them altogether" in page
    assert "Nothing has been changed yet" in page
    with Workspace.open(path) as workspace:
        assert workspace.decisions() == []


@pytest.mark.parametrize(
    ("scope", "name", "gone"),
    [
        ("publisher", "The Courier", "The Courier"),
        ("document", HERALD, "The Herald"),
        ("source", "Haaretz", None),
    ],
)
def test_it_is_retracted_and_that_is_taken_back(
    analyst: TestClient, path: Path, scope: str, name: str, gone: str | None
) -> None:
    before = publishers(path)
    answer = retract(analyst, scope=scope, name=name)
    with Workspace.open(path) as workspace:
        (decision,) = workspace.decisions()
        left = {each.statement.id for each in workspace.statements()}

    assert answer.status_code == 303
    assert (decision.scope, decision.name, decision.who) == (scope, name, "A. Analyst")
    assert before - publishers(path) == ({gone} if gone else set())
    assert (courier()[1][0].statement.id in left) == (scope == "document")
    assert "is retracted: nothing rests on it" in analyst.get("/retract", params={"scope": scope, "name": name}).text
    form = {"form": form_of(analyst)["form"], "decision": decision.id}
    analyst.post("/decisions/undo", headers=OWN, data=form)
    assert publishers(path) == before


def test_pages_of_what_can_be_retracted_lead_there(analyst: TestClient) -> None:
    assert f'href="/retract?scope=document&amp;name={HERALD}"' in analyst.get(f"/document/{HERALD}").text
    page = analyst.get("/publisher?name=The+Courier").text
    assert 'href="/retract?scope=publisher&amp;name=The+Courier"' in page
    assert 'href="/retract?scope=source&amp;name=Haaretz"' in page


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("", 400),
        ("?name=The+Courier", 400),
        ("?scope=party&name=AZE", 400),
        ("?scope=publisher&name=Nobody", 404),
        ("?scope=document&name=d1:0000", 404),
    ],
)
def test_what_is_not_there_cannot_be_done_without(analyst: TestClient, query: str, code: int) -> None:
    assert analyst.get(f"/retract{query}").status_code == code


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"scope": "publisher", "name": "Nobody"}, 404),
        ({"scope": "publisher", "name": ""}, 400),
        ({"scope": "party", "name": "AZE"}, 400),
        ({"scope": "publisher", "name": "The Courier", "who": ""}, 400),
        ({"scope": "publisher", "name": "The Courier", "why": "x" * 3000}, 400),
        ({"scope": "publisher", "name": "The Courier", "form": "guessed"}, 403),
    ],
)
def test_what_cannot_be_retracted_changes_nothing(
    analyst: TestClient, path: Path, fields: dict[str, str], code: int
) -> None:
    assert retract(analyst, **fields).status_code == code
    with Workspace.open(path) as workspace:
        assert workspace.decisions() == []
