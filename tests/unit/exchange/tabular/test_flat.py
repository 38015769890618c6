from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from dragoman.exchange.tabular.flat import (
    DOCUMENTS,
    STATEMENTS,
    document_from,
    document_row,
    month,
    statement_from,
    statement_row,
)
from dragoman.exchange.tabular.parquet import batch as batch_of
from dragoman.exchange.tabular.parquet import file_of, pieces, rows_of
from dragoman.records import Document, Interval, Reading
from dragoman.records.dates import from_iso
from tests.factories import READER, a_document, a_statement


def test_a_document_and_its_statements_come_back_as_they_were() -> None:
    document = a_document(published=from_iso("2024-05"), url="https://example.org/a")
    statement = a_statement(document, contexts=("military",), mode="visit")
    reading = Reading(document, (statement,), READER)

    again = document_from(document_row(reading, "a.txt", b"x"))
    assert (again, again.id) == (document, document.id)
    assert statement_from(statement_row(statement, document, "a.txt"), again) == statement


def test_parquet_holds_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "s.parquet"
    document = a_document(published=from_iso("2024-05-30"))
    statements = [a_statement(document), a_statement(document, occurred=Interval(), chain=(), quantities=())]
    rows = [statement_row(each, document, "a.txt") for each in statements]
    path.write_bytes(file_of(rows, STATEMENTS))

    found = list(rows_of(path))
    assert found == rows
    assert [statement_from(row, document) for row in found] == statements
    assert list(rows_of(path, ["id", "type"], among={"id": {statements[0].id}})) == [
        {"id": statements[0].id, "type": "energy"}
    ]
    assert list(rows_of(path, ["id"], among={"id": set()})) == []


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from([None, "2024", "2024-05", "2024-05-30"]))
def test_any_text_comes_back(text: str, published: str | None) -> None:
    document = Document(text, published=from_iso(published) if published else None)
    row = document_row(Reading(document, (), READER), "a", b"")

    (piece,) = pieces([batch_of([row], DOCUMENTS)], DOCUMENTS, by="month")
    assert (piece.value, piece.row_count) == (month(document), 1)
    assert document_from(row) == document


def test_rows_are_put_into_pieces_in_their_order() -> None:
    documents = [
        a_document(f"Text {number}", published=from_iso(day))
        for number, day in enumerate(["2024-05", "2023-01", "2024-05-03"])
    ]
    rows = [document_row(Reading(each, (), READER), "a", b"") for each in documents]
    whole = list(pieces([batch_of(rows, DOCUMENTS)], DOCUMENTS, by="month"))

    assert [(piece.value, piece.row_count) for piece in whole] == [("2023-01", 1), ("2024-05", 2)]
    split = pieces(
        [batch_of(rows[:1], DOCUMENTS), batch_of([], DOCUMENTS), batch_of(rows[1:], DOCUMENTS)], DOCUMENTS, by="month"
    )
    assert list(split) == whole


def test_what_has_no_date_is_undated() -> None:
    assert month(a_document()) == "undated"
    assert month(replace(a_document(), published=from_iso("2016"))) == "2016-01"
