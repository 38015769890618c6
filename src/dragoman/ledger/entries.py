"""Reading statements back out of the tables."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from dragoman.ledger import rows, words
from dragoman.ledger.clock import shown
from dragoman.ledger.connection import Connection, Row
from dragoman.ledger.documents import Documents
from dragoman.ledger.filters import Filters, conditions
from dragoman.ledger.ids import resolve
from dragoman.records import Document, Entry, Statement

#: As many statements as have their parties, chains and quantities fetched together.
_TOGETHER = 500
_STATEMENT = ", ".join(f"s.{column}" for column in rows.STATEMENT_COLUMNS.split(", "))
_KNOWN = "s.recorded <= :known"
_PRESENT = "(s.superseded IS NULL OR s.superseded > :known)"
_CHILDREN = tuple(
    f"SELECT {columns} FROM {table} WHERE statement IN (SELECT value FROM json_each(?)) ORDER BY {order}"
    for table, columns, order in (
        ("parties", rows.PARTY_COLUMNS, "statement, position"),
        ("chains", rows.CHAIN_COLUMNS, "statement, position"),
        ("quantities", rows.QUANTITY_COLUMNS, "statement, position"),
    )
)
_FRESH = """
SELECT key FROM statements
WHERE superseded IS NULL AND key > max(?, coalesce((SELECT upto FROM derived_noted), 0)) ORDER BY key LIMIT ?
"""


#: Statements and their documents by the keys of the statements' rows.
Written = Mapping[int, tuple[Document, Statement]]


class Entries:
    """The statements of one ledger as known at one moment; `derived` says whether what was derived holds for it.

    What is at hand as records (`written`) is not made of rows again.
    """

    def __init__(self, connection: Connection, known: str, *, derived: bool, written: Written | None = None) -> None:
        self._connection = connection
        self._known = known
        self._documents = Documents(connection, known)
        self._derived = derived
        self._at_hand: Written = written if written is not None else {}

    def select(self, filters: Filters) -> Iterator[Entry]:
        """The entries that the filters let through, by document id, start of evidence and id."""
        clauses, values = conditions(filters)
        if not filters.superseded:
            clauses.insert(0, _PRESENT)
        order = "d.id, s.evidence_start, s.id, s.recorded, s.key"
        for entry in self._fetch([_KNOWN, *clauses], values, order):
            if filters.words is None or words.stand_in(filters.words, entry.statement.evidence.text):
                yield entry

    def fresh(self, after: int, limit: int) -> tuple[list[Entry], int]:
        """The first of the present entries of which no matter is noted and that were written after a key, and the key
        of the last of them.
        """
        keys = [key for (key,) in self._connection.rows(_FRESH, (after, limit))]
        found = list(self._written(keys))
        return found, keys[-1] if keys else after

    def written(self, keys: Sequence[int]) -> list[Entry]:
        """The entries with these keys, in that order."""
        by_key = dict(zip(sorted(keys), self._written(keys), strict=True))
        return [by_key[key] for key in keys]

    def of(self, occurrences: Iterable[str]) -> Iterator[Entry]:
        """The present entries that are reports of these events and ties, by their ids."""
        told = (
            "s.id IN (SELECT statement FROM derived_occurrences WHERE occurrence IN (SELECT value FROM json_each(:of)))"
        )
        values: dict[str, object] = {"of": json.dumps(sorted(occurrences))}
        return self._fetch([_KNOWN, _PRESENT, told], values, "d.id, s.evidence_start, s.id")

    def figured(self, occurrences: Iterable[str]) -> Iterator[Entry]:
        """The present entries that assert these events and ties, by their ids, and give a figure."""
        told = (
            "s.id IN (SELECT statement FROM derived_occurrences WHERE occurrence IN (SELECT value FROM json_each(:of)))"
            " AND s.standing = 'asserted' AND EXISTS (SELECT 1 FROM quantities q WHERE q.statement = s.key)"
        )
        values: dict[str, object] = {"of": json.dumps(sorted(occurrences))}
        return self._fetch([_KNOWN, _PRESENT, told], values, "d.id, s.evidence_start, s.id")

    def settling(self, ids: Iterable[str], matters: Iterable[str]) -> Iterator[Entry]:
        """The present entries with some ids, and those on some matters that are asserted or denied."""
        told = (
            "s.id IN (SELECT value FROM json_each(:ids) UNION ALL SELECT statement FROM derived_occurrences "
            "WHERE matter IN (SELECT value FROM json_each(:on))) "
            "AND (s.standing IN ('asserted', 'denied') OR s.id IN (SELECT value FROM json_each(:ids)))"
        )
        values: dict[str, object] = {"ids": json.dumps(sorted(ids)), "on": json.dumps(sorted(matters))}
        return self._fetch([_KNOWN, _PRESENT, told], values, "d.id, s.evidence_start, s.id")

    def with_ids(self, ids: Iterable[str]) -> Iterator[Entry]:
        """The present entries with some ids."""
        told = "s.id IN (SELECT value FROM json_each(:ids))"
        return self._fetch([_KNOWN, _PRESENT, told], {"ids": json.dumps(sorted(ids))}, "d.id, s.evidence_start, s.id")

    def on(self, matters: Iterable[str]) -> Iterator[Entry]:
        """The present entries that were derived to be on these matters."""
        told = "s.id IN (SELECT statement FROM derived_occurrences WHERE matter IN (SELECT value FROM json_each(:on)))"
        values: dict[str, object] = {"on": json.dumps(sorted(matters))}
        return self._fetch([_KNOWN, _PRESENT, told], values, "d.id, s.evidence_start, s.id")

    def changed(self, since: str) -> Iterator[Entry]:
        """The entries that were recorded or superseded after a moment, and the present ones of documents whose copies
        were.
        """
        told = (
            "(s.key IN (SELECT key FROM statements WHERE recorded > :since "
            "UNION ALL SELECT key FROM statements WHERE superseded > :since) "
            "OR d.id IN (SELECT document FROM copies WHERE recorded > :since OR superseded > :since))"
        )
        return self._fetch([_KNOWN, told], {"since": since}, "d.id, s.evidence_start, s.id")

    def one(self, typed: str) -> Entry:
        """The present, or else the latest, entry with that id or unique beginning of one; raises `UnknownId`."""
        found = resolve(self._connection, "statements", typed, self._known)
        order = f"{_PRESENT} DESC, s.recorded DESC, s.key DESC"
        return next(self._fetch([_KNOWN, "s.id = :id"], {"id": found}, order))

    def stored(self) -> Iterator[tuple[Row, int, tuple[list[Row], list[Row], list[Row]]]]:
        """Every statement as rows: its own (`STATEMENT_COLUMNS`), its document's key, and those of its parts."""
        sql = f"SELECT s.key, s.document, {_STATEMENT} FROM statements s ORDER BY s.document, s.key"
        for row, parts in self._with_parts(self._connection.rows(sql)):
            yield row[2:], row[1], parts

    def _written(self, keys: Sequence[int]) -> Iterator[Entry]:
        written = "s.key IN (SELECT value FROM json_each(:keys))"
        return self._fetch([_KNOWN, written], {"keys": json.dumps(list(keys))}, "s.key")

    def _fetch(self, clauses: list[str], values: dict[str, object], order: str) -> Iterator[Entry]:
        occurrence, join = "NULL AS occurrence, NULL, NULL, NULL", "(SELECT NULL AS occurrence) o"
        if self._derived:
            occurrence = "o.occurrence, o.origins, o.origin, o.original_source"
            join = "derived_occurrences o ON o.statement = s.id"
        sql = (
            "SELECT s.key, s.document, s.recorded, CASE WHEN s.superseded <= :known THEN s.superseded END, "
            f"{occurrence}, {_STATEMENT} FROM documents d JOIN statements s ON s.document = d.key LEFT JOIN {join} "
            f"WHERE {' AND '.join(clauses)} ORDER BY {order}"
        )
        parameters = {**values, "known": self._known}
        documents: dict[int, Document] = {}
        found = self._with_documents(self._connection.rows(sql, parameters), documents)
        for row, parts in self._with_parts(found):
            key, document_key, recorded, superseded = row[:4]
            if key in self._at_hand:
                document, statement = self._at_hand[key]
            else:
                document = documents[document_key]
                statement = rows.statement_from(row[8:], parts, document)
            yield Entry(statement, document, shown(recorded) or "", shown(superseded), *row[4:8])

    def _with_documents(self, found: Iterator[Row], at_hand: dict[int, Document]) -> Iterator[Row]:
        """The same rows; the documents that the next of them are of are put at hand."""
        while batch := list(islice(found, _TOGETHER)):
            wanted = {row[1] for row in batch if row[0] not in self._at_hand}
            for key in at_hand.keys() - wanted:
                del at_hand[key]
            at_hand |= self._documents.by_keys(wanted - at_hand.keys())
            yield from batch

    def _with_parts(self, found: Iterator[Row]) -> Iterator[tuple[Row, tuple[list[Row], list[Row], list[Row]]]]:
        while batch := list(islice(found, _TOGETHER)):
            keys = f"[{','.join(str(row[0]) for row in batch if row[0] not in self._at_hand)}]"
            parties, chains, quantities = (self._by_statement(sql, keys) for sql in _CHILDREN)
            for row in batch:
                yield row, (parties[row[0]], chains[row[0]], quantities[row[0]])

    def _by_statement(self, sql: str, keys: str) -> defaultdict[int, list[Row]]:
        parts: defaultdict[int, list[Row]] = defaultdict(list)
        for row in self._connection.rows(sql, (keys,)):
            parts[row[0]].append(row)
        return parts
