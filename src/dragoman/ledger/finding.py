"""The first of many statements that some filters let through, and what they are counted by."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter

from dragoman.ledger import words
from dragoman.ledger.connection import Connection, Row
from dragoman.ledger.filters import Filters, conditions

#: If more statements than this are let through they are looked for in their order, else they are sorted.
_MANY = 5_000
_HERE = "s.recorded <= :known AND (s.superseded IS NULL OR s.superseded > :known)"
_COLUMNS = "s.key, s.standing, s.type, d.publisher, d.key, s.evidence_start, s.evidence_end"
_SORTED = "FROM documents d JOIN statements s ON s.document = d.key LEFT JOIN {join} WHERE {where}"
_IN_ORDER = (
    "FROM documents d INDEXED BY documents_by_id CROSS JOIN statements s INDEXED BY statements_by_document "
    "ON s.document = d.key LEFT JOIN {join} WHERE {where}"
)
_DERIVED, _NOT_DERIVED = "derived_occurrences o ON o.statement = s.id", "(SELECT NULL AS occurrence) o"
_PARTIES = """
SELECT n.code, count(DISTINCT m.statement) FROM mentions m JOIN names n ON n.key = m.name
WHERE m.statement IN (SELECT value FROM json_each(?)) AND n.code IS NOT NULL GROUP BY n.code
"""


@dataclass(frozen=True, slots=True)
class Facets:
    """How many statements are of which standing, type, publisher and party; `is_more` if there are others that were not
    counted.
    """

    counts: Mapping[str, Mapping[str, int]]
    is_more: bool


class Finding:
    """Looks for present statements, by document id, start of evidence and id."""

    def __init__(self, connection: Connection, known: str, *, derived: bool) -> None:
        self._connection = connection
        self._known = known
        self._join = _DERIVED if derived else _NOT_DERIVED

    def keys(self, filters: Filters, limit: int) -> list[int]:
        """The keys of the first of them."""
        return [row[0] for row in islice(self._rows(filters), limit)]

    def facets(self, filters: Filters, most: int) -> Facets:
        """The counts over the first of them."""
        rows = list(islice(self._rows(filters), most + 1))
        counted = rows[:most]
        named = ("standing", "type", "publisher")
        counts = {name: Counter(row[place] for row in counted if row[place]) for place, name in enumerate(named, 1)}
        keys = json.dumps([row[0] for row in counted])
        return Facets({**counts, "party": dict(self._connection.rows(_PARTIES, (keys,)))}, len(rows) > most)

    def _rows(self, filters: Filters) -> Iterator[Row]:
        clauses, values = conditions(filters)
        where = " AND ".join([_HERE, *clauses])
        given = {**values, "known": self._known}
        source = _SORTED.format(join=self._join, where=where)
        (many,) = self._connection.row(f"SELECT count(*) FROM (SELECT 1 {source} LIMIT {_MANY})", given) or (0,)
        if many == _MANY:
            # The plus keeps the keys from being looked up one by one in each document.
            plain = where.replace("s.key IN", "+s.key IN").replace("d.key IN", "+d.key IN")
            source = _IN_ORDER.format(join=self._join, where=plain)
        order = "d.id, s.evidence_start, s.id, s.recorded, s.key"
        found = self._connection.rows(f"SELECT {_COLUMNS} {source} ORDER BY {order}", given)
        return found if filters.words is None else self._saying(found, filters.words)

    def _saying(self, found: Iterator[Row], typed: str) -> Iterator[Row]:
        """The rows in whose evidence words stand; a text is fetched once for all its statements, which follow one
        another, for what is cut out of a long one in SQL is counted from its beginning each time.
        """
        for key, rows in groupby(found, key=itemgetter(4)):
            (text,) = self._connection.row("SELECT text FROM documents WHERE key = ?", (key,)) or ("",)
            yield from (row for row in rows if words.stand_in(typed, text[row[5] : row[6]]))
