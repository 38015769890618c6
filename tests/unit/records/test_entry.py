from __future__ import annotations

from dragoman.records import Entry
from tests.factories import a_document, a_statement


def test_an_entry_is_current_and_unreconciled_until_it_is_said_otherwise() -> None:
    document = a_document()
    entry = Entry(a_statement(document), document, "2026-03-01T00:00:00Z")

    assert (entry.superseded, entry.occurrence, entry.origins) == (None, None, None)
