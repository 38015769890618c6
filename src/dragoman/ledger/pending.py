"""Rows that wait to be written together."""

from __future__ import annotations

from dragoman.errors import InvalidValue
from dragoman.ledger import rows, sums
from dragoman.ledger.connection import Connection, Row
from dragoman.records import Document, Statement

_STATEMENT = rows.insertion("statements", f"key, document, recorded, {rows.STATEMENT_COLUMNS}")
_MENTION = rows.insertion("mentions", rows.MENTION_COLUMNS)
_NAME = rows.insertion("names", rows.NAME_COLUMNS)
_NAMED = "SELECT key FROM names WHERE code IS ? AND sector IS ? AND name = ? AND role IS ? AND wikidata IS ?"
_CHAIN = rows.insertion("chains", rows.CHAIN_COLUMNS)
_QUANTITY = rows.insertion("quantities", rows.QUANTITY_COLUMNS)
_SEARCH = rows.insertion("search", "rowid, title, text")
#: As many statements as are written in one go: many enough for speed, few enough for memory.
FULL = 4_000


class Pending:
    """Statements and documents' words on their way into the tables, within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        (last,) = connection.row("SELECT coalesce(max(key), 0) FROM statements") or (0,)
        self._key: int = last
        self._statements: list[Row] = []
        self._names = _Names(connection)
        self._mentions: list[Row] = []
        self._chains: list[Row] = []
        self._quantities: list[Row] = []
        self._search: list[Row] = []
        self._documents = set[int]()
        #: The statements of documents that are new themselves, as records by the keys of their rows.
        self.written: dict[int, tuple[Document, Statement]] = {}

    def add_words(self, key: int, document: Document) -> None:
        """Let the new document with that key be found by its words."""
        self._documents.add(key)
        self._search.append((key, document.title, document.text))

    def add(self, document_key: int, document: Document, statement: Statement, recorded: str) -> None:
        """Put in a statement of that document; raises `InvalidValue` if it is not one of its statements."""
        if statement.document != document.id:
            raise InvalidValue(
                f"Statement {statement.id} belongs to document {statement.document}, not to {document.id}; "
                "add it with the document that it was read in."
            )
        self._key = key = self._key + 1
        text = document.text
        self._statements.append((key, document_key, recorded, *rows.statement_row(statement, text)))
        self._mentions += rows.mention_rows(key, statement, text, self._names.__getitem__)
        if statement.chain:
            self._chains += rows.chain_rows(key, statement, text)
        if statement.quantities:
            self._quantities += rows.quantity_rows(key, statement, text)
        if document_key in self._documents:
            self.written[key] = document, statement
        if len(self._statements) >= FULL:
            self.flush()

    def flush(self) -> None:
        """Hand all that waits to SQLite."""
        count = len(self._statements)
        for command, waiting in (
            (_STATEMENT, self._statements),
            (_MENTION, self._mentions),
            (_CHAIN, self._chains),
            (_QUANTITY, self._quantities),
            (_SEARCH, self._search),
        ):
            if waiting:
                self._connection.run_many(command, waiting)
                waiting.clear()
        if count:
            sums.add(self._connection, self._key - count + 1, self._key)


class _Names(dict[Row, int]):
    """The keys of the rows that say who a party is; a new one is written when it is first asked for."""

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection

    def __missing__(self, who: Row) -> int:
        there = self._connection.row(_NAMED, who)
        key = there[0] if there is not None else self._connection.run(_NAME, who)
        self[who] = key
        return int(key)
