from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dragoman.workspace import Workspace
from tests.factories import an_article, an_entry
from tests.unit.web.made import HOST, a_client, a_ledger
from tests.unit.web.test_theme import form_of

OWN = {"origin": HOST}
TALKS = "Israel and Azerbaijan held talks in Baku."
#: What each paper has of its own, so that none is a copy of another.
OWN_WORDS = {
    1: "Rain kept the helicopters on the ground until noon.",
    4: "A choir of children from Lerik sang for the guests in the hall.",
    9: "Nobody had expected the question that a young reporter put.",
    28: "The price of a barrel fell by two dollars in London that day.",
}
ARTICLES = [
    an_article(f"Paper {day}", f"2023-05-{day:02}", TALKS, words, title=f"Talks {day}")
    for day, words in OWN_WORDS.items()
]
FIRST, NEAR, NEXT, FAR = (
    an_entry(each, TALKS, "CONSULT", actor="ISR", recipient="AZE", when=each.published) for each in ARTICLES
)
SAID = {"who": "A. Analyst", "why": "one meeting"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_ledger(tmp_path, [(each.document, [each]) for each in (FIRST, NEAR, NEXT, FAR)])


@pytest.fixture
def analyst(path: Path) -> TestClient:
    return a_client(path)


def pair(analyst: TestClient, **fields: str):  # type: ignore[no-untyped-def]
    token = {"form": form_of(analyst)["form"]}
    return analyst.post(f"/claim/{FIRST.statement.id}/pair", headers=OWN, data={**token, **SAID, **fields})


def offered(analyst: TestClient, of: str) -> list[str]:
    import re

    return re.findall(r'name="other" value="([^"]+)"', analyst.get(f"/claim/{of}").text)


def together(analyst: TestClient) -> set[str]:
    rows = analyst.get(f"/claim/{FIRST.statement.id}.json").json()["tables"]["reports"]
    return {row["statement"] for row in rows}


def test_the_nearest_are_offered_and_none_that_is_far(analyst: TestClient) -> None:
    found = offered(analyst, FIRST.statement.id)

    assert FAR.statement.id not in found
    assert NEAR.statement.id in found
    assert FIRST.statement.id not in found


def test_two_are_judged_the_same_and_that_is_taken_back(analyst: TestClient, path: Path) -> None:
    before = together(analyst)
    assert FAR.statement.id not in before
    answer = pair(analyst, verdict="same", id=FAR.statement.id)
    assert answer.status_code == 303
    assert FAR.statement.id in together(analyst)
    page = analyst.get(f"/claim/{FAR.statement.id}").text
    assert "What was judged of it" in page

    with Workspace.open(path) as workspace:
        (decision,) = workspace.decisions()
    form = {"form": form_of(analyst)["form"], "decision": decision.id}
    assert analyst.post("/decisions/undo", headers=OWN, data=form).status_code == 303
    assert together(analyst) == before


def test_two_are_judged_not_the_same(analyst: TestClient) -> None:
    pair(analyst, verdict="same", other=NEAR.statement.id)
    assert NEAR.statement.id in together(analyst)
    # What goes against an earlier judgement is refused, with its id.
    assert pair(analyst, verdict="not the same", other=NEAR.statement.id).status_code == 400


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"verdict": "same"}, 400),
        ({"other": NEAR.statement.id}, 400),
        ({"verdict": "confirmed", "other": NEAR.statement.id}, 400),
        ({"verdict": "same", "other": FIRST.statement.id}, 400),
        ({"verdict": "same", "other": "s1:0000"}, 404),
        ({"verdict": "same", "other": NEAR.statement.id, "why": ""}, 400),
        ({"verdict": "same", "other": NEAR.statement.id, "why": "x" * 3000}, 400),
    ],
)
def test_what_is_no_pair_changes_nothing(analyst: TestClient, path: Path, fields: dict[str, str], code: int) -> None:
    assert pair(analyst, **fields).status_code == code
    with Workspace.open(path) as workspace:
        assert workspace.decisions() == []


def test_what_has_no_party_with_a_code_is_offered_nothing(tmp_path: Path) -> None:
    from tests.unit.web.made import says

    document = ARTICLES[0]
    bare = says(document, FIRST.statement.evidence)
    analyst = a_client(a_ledger(tmp_path, [(document, [bare]), (NEAR.document, [NEAR])]))
    assert offered(analyst, bare.statement.id) == []
