"""Which documents are copies of which, and what finding that out needs, read."""

from __future__ import annotations

import json
from collections.abc import Collection

from dragoman.ledger.connection import Connection
from dragoman.records import Copy

_PRESENT = "({0}.recorded <= :known AND ({0}.superseded IS NULL OR {0}.superseded > :known))"
_COPIES = f"""
SELECT c.document, c.of, c.kind, c.likeness FROM {{0}} copies c {{1}}
WHERE {_PRESENT.format("c")}
  AND EXISTS (SELECT 1 FROM documents d WHERE d.id = c.document AND {_PRESENT.format("d")})
  AND EXISTS (SELECT 1 FROM documents d WHERE d.id = c.of AND {_PRESENT.format("d")})
ORDER BY c.document, c.of
"""
#: Some documents and those that they have text from, and so on.
_ABOVE = f"""
WITH RECURSIVE above (document) AS (
  SELECT value FROM json_each(:among)
  UNION SELECT c.of FROM above a CROSS JOIN copies c ON c.document = a.document WHERE {_PRESENT.format("c")}
)
"""
_NEW = """
SELECT id FROM documents d
WHERE superseded IS NULL AND NOT EXISTS (SELECT 1 FROM compared c WHERE c.document = d.id) ORDER BY id
"""
_PARTED = """
SELECT document FROM compared c
WHERE NOT EXISTS (SELECT 1 FROM documents d WHERE d.id = c.document AND d.superseded IS NULL) ORDER BY document
"""
_SIGNATURES = """
SELECT s.document, s.signature FROM signatures s
WHERE EXISTS (SELECT 1 FROM documents d WHERE d.id = s.document AND d.superseded IS NULL) ORDER BY s.document
"""


def copies(connection: Connection, known: str, among: Collection[str] | None = None) -> list[Copy]:
    """Which documents are copies of which, both being present, by ids; if some documents are given, only what these
    have from others, and these from others again.
    """
    values: dict[str, object] = {"known": known}
    sql = _COPIES.format("", "")
    if among is not None:
        sql = _ABOVE + _COPIES.format("above a CROSS JOIN", "ON c.document = a.document")
        values["among"] = json.dumps(sorted(among))
    return [Copy(*row) for row in connection.rows(sql, values)]


def signatures(connection: Connection) -> dict[str, bytes]:
    """The signatures of the documents that are present now and have one, by document id."""
    return dict(connection.rows(_SIGNATURES))


def uncompared(connection: Connection) -> tuple[list[str], list[str]]:
    """The ids of the present documents that have not been compared with the others, and of those that have been and are
    not there any more.
    """
    new, parted = ([identity for (identity,) in connection.rows(sql)] for sql in (_NEW, _PARTED))
    return new, parted


def are_compared(connection: Connection) -> bool:
    """Whether just the present documents have been compared with one another."""
    return all(connection.row(f"{sql} LIMIT 1") is None for sql in (_NEW, _PARTED))
