from __future__ import annotations

import re
import time
from pathlib import Path

from starlette.testclient import TestClient

from dragoman.records import Report
from dragoman.web.asked import Asked
from dragoman.web.desk import Desk
from dragoman.web.pages.adding import adding
from dragoman.web.runs import Run
from dragoman.web.visit import Visit
from tests.unit.web.made import a_client, a_ledger
from tests.unit.web.pages.test_uploads import send

TEXT = "President Isaac Herzog of Israel visited Kazakhstan on 30 May 2023."


def ended(analyst: TestClient) -> dict[str, object]:
    """The page as data when the run is over; meanwhile other pages are answered."""
    for _ in range(600):
        told: dict[str, object] = analyst.get("/add.json").json()
        if told["status"] != "reading":
            return told
        assert analyst.get("/parties").status_code == 200
        time.sleep(0.1)
    raise AssertionError("The reading goes on and on.")


def test_what_is_added_is_read_while_the_desk_answers(tmp_path: Path) -> None:
    path = a_ledger(tmp_path)
    analyst = a_client(path)
    files = [("files", ("visit.txt", TEXT.encode())), ("files", ("../empty.txt", b""))]
    answer = send(
        analyst, files, publisher="The Gazette", text=f"{TEXT} He came back.", title="Pasted", published="2023-06"
    )

    assert (answer.status_code, answer.headers["location"]) == (303, "/add")
    # A second one has to wait for the first.
    assert send(analyst, [("files", ("b.txt", b"x"))]).status_code == 503
    told = ended(analyst)
    assert (told["status"], told["error"]) == ("done", None)
    assert [Path(row["path"].partition("#")[0]).name for row in told["tables"]["read"]] == ["pasted.jsonl", "visit.txt"]  # type: ignore[index]
    assert [Path(row["path"]).name for row in told["tables"]["failures"]] == ["empty.txt"]  # type: ignore[index]
    rows = {row["title"]: row for row in analyst.get("/documents.json").json()["tables"]["documents"]}
    assert (rows["Pasted"]["publisher"], rows["Pasted"]["published"]) == ("The Gazette", "2023-06")
    assert "KAZ" in {row["code"] for row in analyst.get("/parties.json").json()["tables"]["parties"]}
    page = analyst.get("/add").text
    assert "Not read" in page
    assert re.search(r'<a href="/document/d1:\w+">Pasted</a>', page)
    assert re.search(r'<a href="/document/d1:\w+">visit.txt</a>', page)
    assert ".added/" not in analyst.get("/documents").text


def test_a_page_is_of_one_moment_of_the_run_that_goes_on(tmp_path: Path) -> None:
    desk = Desk.of(a_ledger(tmp_path), 8765)
    run = desk.runs.latest = Run(("visit.txt",))
    page = adding(Visit(desk.workspace, Asked([], {}), desk))
    run.report = Report((), (), (), (), {}, 0)

    assert (page.shown["run"].status, page.shown["report"]) == ("reading", None)  # type: ignore[attr-defined]


def test_a_desk_at_which_nothing_was_added_says_so(browser: TestClient) -> None:
    assert browser.get("/add.json").json()["status"] == "idle"
    assert 'enctype="multipart/form-data"' in browser.get("/add").text
