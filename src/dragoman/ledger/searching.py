"""Finding words in the documents, with the places where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from dragoman.ledger.connection import Connection
from dragoman.ledger.documents import Documents
from dragoman.ledger.hit import Hit
from dragoman.ledger.words import matching
from dragoman.records import Span

_BEST = """
SELECT d.key, -search.rank
FROM search JOIN documents d ON d.key = search.rowid
WHERE search MATCH :words AND d.recorded <= :known AND (d.superseded IS NULL OR d.superseded > :known)
ORDER BY search.rank, d.id LIMIT :limit
"""
_MARKED = "SELECT highlight(search, 1, ?, ?) FROM search WHERE search MATCH ? AND rowid = ?"


def search(connection: Connection, typed: str, known: str, limit: int) -> Iterator[Hit]:
    """The best documents as known at the moment, best first, for what a person typed."""
    words, documents = matching(typed), Documents(connection, known)
    for key, score in list(connection.rows(_BEST, {"words": words, "known": known, "limit": limit})):
        document = documents.by_key(key)
        yield Hit(document, _places(connection, words, key, document.text), score)


def _places(connection: Connection, words: str, key: int, text: str) -> tuple[Span, ...]:
    before, after = _absent(text)
    (marked,) = connection.row(_MARKED, (before, after, words, key)) or (text,)
    head, *pieces = marked.split(before)
    spans: list[Span] = []
    start = len(head)
    for piece in pieces:
        found, following = piece.split(after, 1)
        spans.append(Span.of(text, start, start + len(found)))
        start += len(found) + len(following)
    return tuple(spans)


def _absent(text: str) -> tuple[str, str]:
    """Two marks that do not occur in the text."""
    marks = (f"\ufdd0{number}\ufdd0" for number in count() if f"\ufdd0{number}\ufdd0" not in text)
    return next(marks), next(marks)
