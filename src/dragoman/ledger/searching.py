"""Finding words in the documents, with the places where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from dragoman.ledger import piecewise
from dragoman.ledger.connection import Connection
from dragoman.ledger.documents import Documents
from dragoman.ledger.hit import Hit
from dragoman.ledger.words import matching
from dragoman.records import Span

_PRESENT = "d.recorded <= :known AND (d.superseded IS NULL OR d.superseded > :known)"
_BY = "(:publisher IS NULL OR d.publisher = :publisher COLLATE NOCASE)"
_BEST = f"""
SELECT d.key, -search.rank
FROM search JOIN documents d ON d.key = search.rowid
WHERE search MATCH :words AND {_PRESENT} AND {_BY} ORDER BY search.rank, d.id LIMIT :limit
"""
#: Each of the documents that hold the words is weighed, which takes its time where many do.
_BEST_AMONG = f"""
SELECT d.key, -found.rank
FROM (SELECT rowid, rank FROM search WHERE search MATCH :words ORDER BY rowid DESC LIMIT :among) found
JOIN documents d ON d.key = found.rowid WHERE {_PRESENT} AND {_BY} ORDER BY found.rank, d.id LIMIT :limit
"""
_COUNT = f"""
SELECT count(*) FROM (
  SELECT 1 FROM search CROSS JOIN documents d ON d.key = search.rowid
  WHERE search MATCH :words AND {_PRESENT} LIMIT :most
)
"""
_MARKED = "SELECT highlight(search, 1, ?, ?) FROM search WHERE search MATCH ? AND rowid = ?"


def search(
    connection: Connection,
    typed: str,
    known: str,
    limit: int,
    *,
    among: int | None = None,
    publisher: str | None = None,
) -> Iterator[Hit]:
    """The best documents as known at the moment, best first, for what a person typed; with `among`, of so many that
    were read last; of one publisher if named.
    """
    words, documents = matching(typed), Documents(connection, known)
    values: dict[str, object] = {"words": words, "known": known, "limit": limit, "publisher": publisher}
    sql, values = (_BEST, values) if among is None else (_BEST_AMONG, {**values, "among": among})
    for key, score in list(connection.rows(sql, values)):
        document = documents.by_key(key)
        yield Hit(document, tuple(_places(connection, typed, key, document.text)), score)


def holding(connection: Connection, typed: str, known: str, most: int) -> int:
    """How many documents as known at the moment hold the words; counting ends at `most`."""
    (found,) = connection.row(_COUNT, {"words": matching(typed), "known": known, "most": most}) or (0,)
    return int(found)


def _places(connection: Connection, typed: str, key: int, text: str) -> Iterator[Span]:
    before, after = _absent(text)
    if len(text) > piecewise.LONGEST:
        marked: Iterable[tuple[int, str]] = piecewise.marked(text, matching(typed, any_of=True), before, after)
    else:
        (whole,) = connection.row(_MARKED, (before, after, matching(typed), key)) or (text,)
        marked = [(0, whole)]
    for place, said in marked:
        head, *pieces = said.split(before)
        start = place + len(head)
        for piece in pieces:
            found, following = piece.split(after, 1)
            yield Span.of(text, start, start + len(found))
            start += len(found) + len(following)


def _absent(text: str) -> tuple[str, str]:
    """Two marks that do not occur in the text."""
    marks = (f"\ufdd0{number}\ufdd0" for number in count() if f"\ufdd0{number}\ufdd0" not in text)
    return next(marks), next(marks)
