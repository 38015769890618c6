"""Reading documents back out of the tables."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from dragoman.ledger import rows
from dragoman.ledger.connection import Connection
from dragoman.ledger.head import Head
from dragoman.ledger.ids import resolve
from dragoman.records import Document

_COLUMNS = ", ".join(f"d.{column}" for column in rows.DOCUMENT_COLUMNS.split(", "))
_PRESENT = "(d.superseded IS NULL OR d.superseded > :known)"
_UNREAD = (
    "NOT EXISTS (SELECT 1 FROM readings r WHERE r.document = d.key AND r.recorded <= :known "
    "AND (r.reader = :reader OR r.reader LIKE 'import %'))"
)


class Documents:
    """The documents of one ledger as known at one moment."""

    def __init__(self, connection: Connection, known: str) -> None:
        self._connection = connection
        self._known = known

    def all(self) -> Iterator[Document]:
        """Those that are present, by id."""
        return self._where("1")

    def unread(self, reader: str) -> Iterator[Document]:
        """Those that are present and that this reader has not read, by id; rows of data sets are not for reading."""
        return self._where(_UNREAD, reader=reader)

    def heads(self, among: Collection[str] | None = None) -> Iterator[Head]:
        """What is known of those that are present besides their texts, by id; of some, if their ids are given."""
        chosen = "1" if among is None else "d.id IN (SELECT value FROM json_each(:among))"
        sql = (
            "SELECT d.id, d.published_from, d.path FROM documents d "
            f"WHERE d.recorded <= :known AND {_PRESENT} AND {chosen} ORDER BY d.id"
        )
        values = {"known": self._known, "among": json.dumps(sorted(among or ()))}
        for identity, published, path in self._connection.rows(sql, values):
            yield Head(identity, date.fromisoformat(published) if published else None, path)

    def publishers(self) -> set[str]:
        """Who published those that are present."""
        sql = f"SELECT DISTINCT d.publisher FROM documents d WHERE d.recorded <= :known AND {_PRESENT}"
        return {name for (name,) in self._connection.rows(sql, {"known": self._known}) if name is not None}

    def one(self, typed: str) -> Document:
        """The one with that id or unique beginning of one, superseded ones too; raises `UnknownId`."""
        found = resolve(self._connection, "documents", typed, self._known)
        sql = (
            f"SELECT {_COLUMNS} FROM documents d WHERE d.id = :id AND d.recorded <= :known "
            f"ORDER BY {_PRESENT} DESC, d.recorded DESC, d.key DESC"
        )
        return rows.document_from(next(self._connection.rows(sql, {"id": found, "known": self._known})))

    def by_key(self, key: int) -> Document:
        """The one in the row with that key."""
        sql = f"SELECT {_COLUMNS} FROM documents d WHERE d.key = ?"
        return rows.document_from(next(self._connection.rows(sql, (key,))))

    def by_keys(self, keys: Iterable[int]) -> dict[int, Document]:
        """Those in the rows with some keys, by key."""
        sql = f"SELECT d.key, {_COLUMNS} FROM documents d WHERE d.key IN (SELECT value FROM json_each(?))"
        found = self._connection.rows(sql, (json.dumps(sorted(keys)),))
        return {key: rows.document_from(tuple(row)) for key, *row in found}

    def _where(self, condition: str, **values: str) -> Iterator[Document]:
        sql = (
            f"SELECT {_COLUMNS} FROM documents d "
            f"WHERE d.recorded <= :known AND {_PRESENT} AND {condition} ORDER BY d.id"
        )
        return map(rows.document_from, self._connection.rows(sql, {**values, "known": self._known}))
