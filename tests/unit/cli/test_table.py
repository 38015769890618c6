from __future__ import annotations

import csv
import io

from dragoman import Told
from dragoman.cli.table import write
from dragoman.records import Entry
from tests.factories import a_document, a_statement


def rows(*entries: Entry) -> list[dict[str, str]]:
    file = io.StringIO()
    write(entries, file)
    return list(csv.DictReader(io.StringIO(file.getvalue())))


def test_a_row_holds_what_a_statement_says() -> None:
    document = a_document()
    statement = a_statement(document)
    (row,) = rows(Entry(statement, document, "2024-05-30T12:00:00Z", origins=2))
    assert tuple(row) == Told.columns
    assert (row["id"], row["actor"], row["recipient_names"]) == (statement.id, "AZE", "Israel")
    assert (row["figures"], row["chain"]) == ("about 40 percent of oil imports (ISR)", "a Baku official")
    assert (row["evidence"], row["origins"]) == (statement.evidence.text, "2")


def test_a_text_that_would_be_a_formula_is_made_a_text() -> None:
    document = a_document(title="=HYPERLINK(1)", publisher="\x1b[31m@sum")
    (row,) = rows(Entry(a_statement(document), document, "2024-05-30T12:00:00Z"))
    assert (row["title"], row["publisher"]) == ("'=HYPERLINK(1)", "'@sum")
