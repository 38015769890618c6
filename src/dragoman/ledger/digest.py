"""What a ledger held at a moment, as one hash."""

from __future__ import annotations

import hashlib
import json

from dragoman.ledger.connection import Connection

_PRESENT = "recorded <= :known AND (superseded IS NULL OR superseded > :known)"
#: All that answers are made of; ids follow from contents, and the rest is named.
_HELD = (
    f"SELECT id, title, publisher, author, published, url, path, recorded FROM documents WHERE {_PRESENT} ORDER BY id",
    f"SELECT id, certainty, reader, recorded FROM statements WHERE {_PRESENT} ORDER BY id",
    f"SELECT document, of, kind, likeness FROM copies WHERE {_PRESENT} ORDER BY document, of",
    f"SELECT id, recorded FROM decisions WHERE {_PRESENT} ORDER BY id",
)
#: What answers have been made of since; a ledger that holds none of it has the hash that it had before.
_SINCE = (f"SELECT id, transport FROM documents WHERE transport IS NOT NULL AND {_PRESENT} ORDER BY id",)


def digest(connection: Connection, known: str) -> str:
    """A SHA-256 of the documents, statements, copies and decisions present at a moment; ledgers with the same answer
    alike.
    """
    found = hashlib.sha256()
    for sql in _HELD:
        for row in connection.rows(sql, {"known": known}):
            found.update(json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass"))
        found.update(b"\n")
    for sql in _SINCE:
        for row in connection.rows(sql, {"known": known}):
            found.update(json.dumps(row, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    return f"sha256:{found.hexdigest()}"
