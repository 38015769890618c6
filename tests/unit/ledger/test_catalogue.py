from __future__ import annotations

from pathlib import Path

from dragoman.ledger import Coverage, Ledger, Presence
from dragoman.workspace import Workspace
from tests.factories import a_document, a_reading, a_visit

NEW = a_document(publisher="The Courier", title="New")


def a_ledger(folder: Path) -> Path:
    path = folder / "one.ledger"
    with Ledger.open(path, create=True) as ledger, ledger.writer() as writer:
        writer.add(a_reading(), recorded="2024-05-01")
        writer.add(a_reading(NEW, a_visit(NEW)), recorded="2024-05-02")
    return path


def test_documents_come_without_texts_page_by_page(tmp_path: Path) -> None:
    with Workspace.open(a_ledger(tmp_path)) as workspace:
        listed = workspace.documents()
        pages = [workspace.documents(limit=1, offset=place) for place in range(3)]

        assert [(each.publisher, each.statements) for each in workspace.documents(publisher="THE COURIER")] == [
            ("The Courier", 1)
        ]
        assert [each for page in pages for each in page] == listed
        assert {each.publisher: each.statements for each in listed} == {"The Gazette": 3, "The Courier": 1}


def test_what_was_learnt_later_is_not_listed_earlier(tmp_path: Path) -> None:
    with Workspace.open(a_ledger(tmp_path)) as workspace:
        then = workspace.at("2024-05-01")

        assert [each.publisher for each in then.documents()] == ["The Gazette"]
        assert then.publishers() == [Coverage("The Gazette", 1, 3, None, None)]


def test_parties_are_counted_by_statement_and_document(tmp_path: Path) -> None:
    with Workspace.open(a_ledger(tmp_path)) as workspace:
        assert workspace.parties() == [Presence("AZE", 3, 2), Presence("ISR", 3, 2), Presence("TUR", 1, 1)]


def test_the_mark_changes_when_something_is_written(tmp_path: Path) -> None:
    with Workspace.open(a_ledger(tmp_path)) as workspace:
        before = workspace.mark()
        assert workspace.mark() == before
        workspace.retract("publisher", "The Courier", who="A", why="b")
        assert workspace.mark() != before
