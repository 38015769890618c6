"""What a ledger holds, as lists: documents without their texts, publishers, parties."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.ledger.connection import Connection

_HERE = "({0}.recorded <= :known AND ({0}.superseded IS NULL OR {0}.superseded > :known))"
_DOCUMENT, _STATEMENT = _HERE.format("d"), _HERE.format("s")
_DOCUMENTS = f"""
SELECT d.id, d.title, d.publisher, d.published, d.url, d.path,
  (SELECT count(*) FROM statements s WHERE s.document = d.key AND {_STATEMENT})
FROM (
  SELECT d.key FROM documents d
  WHERE {_DOCUMENT} AND (:publisher IS NULL OR d.publisher = :publisher COLLATE NOCASE)
  ORDER BY d.published_from IS NULL, d.published_from DESC, d.id LIMIT :limit OFFSET :offset
) found JOIN documents d ON d.key = found.key
ORDER BY d.published_from IS NULL, d.published_from DESC, d.id
"""
_PUBLISHERS = f"""
SELECT d.publisher, count(*), sum((SELECT count(*) FROM statements s WHERE s.document = d.key AND {_STATEMENT})),
  min(d.published_from), max(coalesce(d.published_to, d.published_from))
FROM documents d WHERE {_DOCUMENT} AND d.publisher IS NOT NULL
GROUP BY d.publisher ORDER BY count(*) DESC, d.publisher
"""
_PARTIES = f"""
SELECT n.code, count(DISTINCT s.key), count(DISTINCT s.document)
FROM names n JOIN mentions m ON m.name = n.key JOIN statements s ON s.key = m.statement
WHERE n.code IS NOT NULL AND {_STATEMENT}
GROUP BY n.code ORDER BY count(DISTINCT s.key) DESC, n.code
"""

_SHARED = f"""
SELECT d.publisher, e.publisher, c.kind, count(*)
FROM copies c JOIN documents d ON d.id = c.document JOIN documents e ON e.id = c.of
WHERE {_HERE.format("c")} AND {_DOCUMENT} AND {_HERE.format("e")}
GROUP BY d.publisher, e.publisher, c.kind ORDER BY count(*) DESC, d.publisher, e.publisher, c.kind
"""


@dataclass(frozen=True, slots=True)
class Listed:
    """A document as a list shows it, with how many statements it makes; `published` is in ISO's way."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    path: str | None
    statements: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many documents a publisher put out, how many statements they make, and between which days, as ISO dates."""

    name: str
    documents: int
    statements: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Presence:
    """In how many statements, and in how many documents, a party takes part."""

    code: str
    statements: int
    documents: int


@dataclass(frozen=True, slots=True)
class Shared:
    """How many documents of a publisher are copies of another's, or of its own: `exact`, `near` or `excerpt`."""

    publisher: str | None
    of: str | None
    kind: str
    documents: int


def documents(
    connection: Connection, known: str, *, publisher: str | None, limit: int | None, offset: int
) -> list[Listed]:
    """The documents as known at a moment, of one publisher if one is named, those published last first."""
    values = {"known": known, "publisher": publisher, "limit": -1 if limit is None else limit, "offset": offset}
    return [Listed(*row) for row in connection.rows(_DOCUMENTS, values)]


def publishers(connection: Connection, known: str) -> list[Coverage]:
    """Those who published them, those of the most documents first."""
    return [Coverage(*row) for row in connection.rows(_PUBLISHERS, {"known": known})]


def parties(connection: Connection, known: str) -> list[Presence]:
    """The parties with a code, those of the most statements first."""
    return [Presence(*row) for row in connection.rows(_PARTIES, {"known": known})]


def shared(connection: Connection, known: str) -> list[Shared]:
    """Who copies whom, those of the most documents first."""
    return [Shared(*row) for row in connection.rows(_SHARED, {"known": known})]
