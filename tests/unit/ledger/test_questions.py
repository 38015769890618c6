from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.ledger import Derived, Ledger, Offer
from dragoman.records import Copy, Failure, Standing
from tests.factories import OIL, a_denial, a_document, a_reading, a_statement, a_visit

DOCUMENT, COPY = a_document(), a_document(title="Oil again", publisher="The Courier")


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("questions") / "ledger"
    planned = a_visit(DOCUMENT, standing=Standing.PLANNED)
    found = (a_statement(DOCUMENT), a_visit(DOCUMENT), a_denial(DOCUMENT), planned)
    with Ledger.open(path, create=True) as ledger, ledger.writer() as writer:
        writer.add_many([a_reading(DOCUMENT, *found), a_reading(COPY, a_denial(COPY))], recorded="2024-05-01")
        near = Copy(COPY.id, DOCUMENT.id, "near", 0.97)
        writer.replace_copies([near], compared=[COPY.id, DOCUMENT.id], recorded="2024-05-01")
        writer.note_offer(Offer("a.pdf", failures=(Failure("a.pdf", "It is encrypted."),)), recorded="2024-05-01")
        derived = [Derived(a_visit(DOCUMENT).id, "o1:visit", 1), Derived(a_statement(DOCUMENT).id, "o1:oil", 2)]
        writer.renew_derived(derived, matters=[])
    connection = sqlite3.connect(path)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def answers(tables: sqlite3.Connection, question: str) -> list[dict[str, object]]:
    return [dict(row) for row in tables.execute(f"SELECT * FROM {Path(question).name}")]


def test_who_did_what_to_whom(tables: sqlite3.Connection) -> None:
    oil, visit = sorted(answers(tables, "who_did_what_to_whom"), key=lambda row: str(row["kind"]), reverse=True)
    assert (oil["actor"], oil["type"], oil["recipient"]) == ("AZE", "energy", "ISR")
    assert (oil["evidence"], oil["according_to"], oil["publisher"]) == (OIL, "a Baku official", "The Gazette")
    assert (visit["actor"], visit["mode"], visit["occurred_from"]) == ("ISR", "visit", "2023-05-30")


def test_who_says_so(tables: sqlite3.Connection) -> None:
    rows = answers(tables, "who_says_so")
    said = {(row["who"], row["who_is"], row["cue"], row["type"]) for row in rows}
    assert ("a Baku official", "office", "said", "energy") in said
    assert ("The Courier", "publisher", None, "CONSULT") in said
    assert len(rows) == 5


def test_what_figures(tables: sqlite3.Connection) -> None:
    (row,) = answers(tables, "what_figures")
    assert (row["low"], row["high"], row["unit"], row["of"], row["whose"]) == (
        40.0,
        40.0,
        "percent",
        "oil imports",
        "ISR",
    )
    assert (row["words"], row["actor"], row["recipient"]) == ("about 40 percent", "AZE", "ISR")


def test_what_is_denied(tables: sqlite3.Connection) -> None:
    rows = answers(tables, "what_is_denied")
    assert {(row["actor"], row["recipient"], row["evidence"]) for row in rows} == {
        ("TUR", None, "Türkiye denied that it had mediated.")
    }


def test_what_is_only_predicted_or_planned(tables: sqlite3.Connection) -> None:
    (row,) = answers(tables, "what_is_only_predicted_or_planned")
    assert (row["standing"], row["actor"], row["recipient"]) == ("planned", "ISR", "AZE")


def test_what_rests_on_one_origin(tables: sqlite3.Connection) -> None:
    (row,) = answers(tables, "what_rests_on_one_origin")
    assert (row["occurrence"], row["statement"]) == ("o1:visit", a_visit(DOCUMENT).id)


def test_what_could_not_be_read(tables: sqlite3.Connection) -> None:
    assert answers(tables, "what_could_not_be_read") == [
        {"path": "a.pdf", "reason": "It is encrypted.", "recorded": "2024-05-01T00:00:00"}
    ]


def test_which_documents_are_copies(tables: sqlite3.Connection) -> None:
    (row,) = answers(tables, "which_documents_are_copies")
    assert (row["title"], row["of_title"], row["kind"], row["likeness"]) == (
        "Oil again",
        "Oil and visits",
        "near",
        0.97,
    )


@pytest.mark.parametrize("table", ["parties", "chains", "quantities"])
def test_the_parts_of_statements_are_tables_too(tables: sqlite3.Connection, table: str) -> None:
    assert tables.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0
