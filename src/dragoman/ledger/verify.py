"""Whether a ledger agrees with itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.errors import InvalidValue, LedgerError
from dragoman.ledger import rows, sums
from dragoman.ledger.clock import FOREVER
from dragoman.ledger.connection import Connection, Row
from dragoman.ledger.deriving import is_complete
from dragoman.ledger.entries import Entries
from dragoman.records import Document

#: A question whose every row is a finding, and the sentence for a row.
_QUESTIONS = (
    (
        "SELECT id, count(*) FROM statements WHERE superseded IS NULL GROUP BY id HAVING count(*) > 1",
        "Statement {0} is there {1} times without being superseded.",
    ),
    (
        "SELECT s.id, d.id FROM statements s JOIN documents d ON d.key = s.document "
        "WHERE s.superseded IS NULL AND d.superseded IS NOT NULL",
        "Statement {0} stands although its document {1} is superseded.",
    ),
    (
        "SELECT id, recorded, superseded FROM statements WHERE superseded < recorded "
        "UNION ALL SELECT id, recorded, superseded FROM documents WHERE superseded < recorded",
        "{0} was superseded ({2}) before it was recorded ({1}).",
    ),
    (
        "SELECT document FROM offered_documents EXCEPT SELECT id FROM documents",
        "Document {0} is said to have come from an offer but is not there.",
    ),
    (
        "SELECT document FROM copies EXCEPT SELECT id FROM documents",
        "Document {0} is said to be a copy but is not there.",
    ),
    ("SELECT of FROM copies EXCEPT SELECT id FROM documents", "Document {0} is said to have a copy but is not there."),
    (
        "SELECT document FROM signatures EXCEPT SELECT id FROM documents",
        "Document {0} has a signature but is not there.",
    ),
    (
        "SELECT d.id FROM documents d WHERE d.key NOT IN (SELECT id FROM search_docsize)",
        "Document {0} cannot be found by its words.",
    ),
)
_DERIVED = (
    (
        "SELECT statement FROM derived_occurrences EXCEPT SELECT id FROM statements",
        "Statement {0} has an occurrence but is not there.",
    ),
    (
        "SELECT occurrence FROM derived_ties EXCEPT SELECT occurrence FROM derived_occurrences "
        "EXCEPT SELECT occurrence FROM derived_stale",
        "The tie {0} is known in short but has no reports.",
    ),
)


def findings(connection: Connection) -> Iterator[str]:
    """What is wrong, as sentences, from the pages of the file up to what the rows say."""
    try:
        yield from _pages(connection)
        yield from _references(connection)
        yield from _contents(connection)
        yield from _changed(connection)
    except LedgerError as error:
        yield str(error)


def _pages(connection: Connection) -> Iterator[str]:
    for (found,) in connection.rows("PRAGMA integrity_check"):
        if found != "ok":
            yield f"SQLite finds the file damaged: {found}."


def _references(connection: Connection) -> Iterator[str]:
    for table, _, parent, _ in connection.rows("PRAGMA foreign_key_check"):
        yield f"A row of {table} refers to a row of {parent} that is not there."
    derived = _DERIVED if is_complete(connection) else ()
    for sql, sentence in (*_QUESTIONS, *derived):
        for row in connection.rows(sql):
            yield sentence.format(*row)


def _contents(connection: Connection) -> Iterator[str]:
    columns = f"key, {rows.DOCUMENT_COLUMNS}"
    statements = Entries(connection, FOREVER, derived=False).stored()
    waiting = next(statements, None)
    for key, *row in connection.rows(f"SELECT {columns} FROM documents ORDER BY key"):
        try:
            # Made anew, a record computes its ids from its content.
            document = replace(rows.document_from(tuple(row)))
        except (InvalidValue, ValueError) as error:
            yield f"Document {row[0]} cannot be read back: {error}"
            document = None
        if document is not None and document.id != row[0]:
            yield f"Document {row[0]} has changed: its content gives the id {document.id}."
        while waiting is not None and waiting[1] <= key:
            if document is not None and waiting[1] == key:
                yield from _statement(waiting[0], waiting[2], document, row[0])
            waiting = next(statements, None)


def _statement(
    row: Row, parts: tuple[list[Row], list[Row], list[Row]], document: Document, owner: str
) -> Iterator[str]:
    try:
        statement = replace(rows.statement_from(row, parts, document))
    except (InvalidValue, ValueError, TypeError) as error:
        yield f"Statement {row[0]} cannot be read back from document {owner}: {error}"
        return
    if not statement.evidence.text:
        yield f"Statement {row[0]} has no evidence."
    if (statement.id, statement.claim) != row[:2]:
        yield f"Statement {row[0]} has changed: its content gives the id {statement.id} and claim {statement.claim}."


def _changed(connection: Connection) -> Iterator[str]:
    for of, key in sums.changed(connection):
        document = connection.row("SELECT id FROM documents WHERE key = ?", (key,)) if of == "documents" else None
        if document is not None:
            yield f"Document {document[0]}, a reading or a statement of it is not as it was written."
        else:
            yield f"What is kept in {of}{f', row {key}' if key else ''}, is not as it was written."
