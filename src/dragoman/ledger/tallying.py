"""How much is said of each party, by whom and when: counts and lists that are kept, and kept up.

A statement never changes, so that what comes is added and what goes is taken away; `derived_counted` tells up to which
key statements have been looked at, and `derived_uncounted` which of them do not count.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from dragoman.ledger import concerning
from dragoman.ledger.concerning import Noting
from dragoman.ledger.connection import Connection
from dragoman.records.attribution import folded

TABLES = (
    *("derived_presence", "derived_voices", "derived_published", "derived_counted", "derived_uncounted"),
    *concerning.TABLES,
)
CREATE = (
    "CREATE TABLE IF NOT EXISTS derived_presence (party TEXT PRIMARY KEY, statements INTEGER NOT NULL, "
    "documents INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS derived_voices (party TEXT NOT NULL, quoted INTEGER NOT NULL, name TEXT NOT NULL, "
    "kind TEXT NOT NULL, statements INTEGER NOT NULL, PRIMARY KEY (party, quoted, name, kind)) STRICT, WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS derived_published (publisher TEXT PRIMARY KEY, statements INTEGER NOT NULL) STRICT, "
    "WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS derived_counted (one INTEGER PRIMARY KEY CHECK (one = 1), upto INTEGER NOT NULL) "
    "STRICT",
    "CREATE TABLE IF NOT EXISTS derived_uncounted (statement INTEGER PRIMARY KEY) STRICT",
    *concerning.CREATE,
)
#: As many documents as are counted at once.
_TOGETHER = 5_000
_UPTO = "SELECT upto FROM derived_counted"
#: The planner is kept from going through the statements document by document.
_TOUCHED = """
SELECT document FROM (SELECT DISTINCT +document AS document FROM statements NOT INDEXED WHERE key > :upto
  UNION SELECT +document FROM statements
  WHERE superseded IS NOT NULL AND +key <= :upto AND key NOT IN (SELECT statement FROM derived_uncounted))
ORDER BY document
"""
_IN = "s.document IN (SELECT value FROM json_each(:documents))"
#: Which statements of some documents counted before, and which count now, with the parties that they name.
_NAMED = f"""
SELECT s.document, s.key, s.key <= :upto AND s.key NOT IN (SELECT statement FROM derived_uncounted),
  s.superseded IS NULL, d.publisher, coalesce(d.published_to, d.published_from), n.code
FROM statements s JOIN documents d ON d.key = s.document
LEFT JOIN mentions m ON m.statement = s.key LEFT JOIN names n ON n.key = m.name
WHERE {_IN} ORDER BY s.document, s.key
"""
_QUOTED = f"""
SELECT c.statement, c.name, c.kind FROM chains c JOIN statements s ON s.key = c.statement
WHERE {_IN} ORDER BY c.statement, c.position
"""
_PRESENCE = """
INSERT INTO derived_presence VALUES (?, ?, ?) ON CONFLICT (party) DO UPDATE SET
  statements = statements + excluded.statements, documents = documents + excluded.documents
"""
_VOICE = """
INSERT INTO derived_voices VALUES (?, ?, ?, ?, ?)
ON CONFLICT (party, quoted, name, kind) DO UPDATE SET statements = statements + excluded.statements
"""
_PUBLISHED = """
INSERT INTO derived_published VALUES (?, ?)
ON CONFLICT (publisher) DO UPDATE SET statements = statements + excluded.statements
"""
_UNCOUNTED = (
    f"INSERT OR IGNORE INTO derived_uncounted SELECT s.key FROM statements s WHERE superseded IS NOT NULL AND {_IN}"
)


class Tallying:
    """Counts what came and went; the call belongs in a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._noting = Noting(connection)
        self._presence: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        self._voices: Counter[tuple[str, int, str, str]] = Counter()
        self._published: Counter[str] = Counter()

    def renew(self) -> None:
        """Count the statements that came or went since the last time."""
        (upto,) = self._connection.row(_UPTO) or (0,)
        touched = [document for (document,) in self._connection.rows(_TOUCHED, {"upto": upto})]
        for start in range(0, len(touched), _TOGETHER):
            documents = json.dumps(touched[start : start + _TOGETHER])
            self._count(upto, documents)
            self._noting.flush()
            self._connection.run(_UNCOUNTED, {"documents": documents})
        if touched:
            self._write()

    def _count(self, upto: int, documents: str) -> None:
        values: dict[str, object] = {"upto": upto, "documents": documents}
        quoted: dict[int, dict[str, tuple[str, str]]] = {}
        for statement, name, kind in self._connection.rows(_QUOTED, {"documents": documents}):
            # A source that stands twice in one chain says the thing once.
            quoted.setdefault(statement, {})[folded(name)] = (name, kind)
        rows = self._connection.rows(_NAMED, values)
        for _, of_document in groupby(rows, key=lambda row: row[0]):
            self._count_document(list(of_document), quoted)

    def _count_document(self, rows: list[tuple[object, ...]], quoted: dict[int, dict[str, tuple[str, str]]]) -> None:
        sides: tuple[set[str], set[str]] = (set(), set())
        publisher, published = rows[0][4], rows[0][5]
        for key, of_statement in groupby(rows, key=lambda row: row[1]):
            listed = list(of_statement)
            before, now = bool(listed[0][2]), bool(listed[0][3])
            codes = {str(row[6]) for row in listed if row[6]}
            for side, is_there in zip(sides, (before, now), strict=True):
                side |= codes if is_there else set()
            if before != now:
                statement = int(str(key))
                self._count_statement(codes, publisher, quoted.get(statement, {}).values(), by=1 if now else -1)
                day = str(published) if published is not None else None
                self._noting.note(statement, codes, day, is_there=now)
        for code in sides[0] ^ sides[1]:
            self._presence[code][1] += 1 if code in sides[1] else -1

    def _count_statement(
        self, codes: set[str], publisher: object, sources: Iterable[tuple[str, str]], *, by: int
    ) -> None:
        listed = list(sources)
        if publisher:
            self._published[str(publisher)] += by
        for code in codes:
            self._presence[code][0] += by
            if publisher:
                self._voices[code, 0, str(publisher), "publishes"] += by
            for name, kind in listed:
                self._voices[code, 1, name, kind] += by

    def _write(self) -> None:
        run_many = self._connection.run_many
        run_many(_PRESENCE, ((code, *self._presence[code]) for code in sorted(self._presence)))
        run_many(_VOICE, ((*key, count) for key, count in sorted(self._voices.items()) if count))
        run_many(_PUBLISHED, sorted(self._published.items()))
        for table in ("derived_presence", "derived_voices", "derived_published"):
            self._connection.run(f"DELETE FROM {table} WHERE statements = 0")
        self._connection.run("INSERT OR REPLACE INTO derived_counted SELECT 1, coalesce(max(key), 0) FROM statements")


def voices(rows: Iterable[tuple[int, str, str, int]]) -> Iterator[tuple[int, str, str, int]]:
    """Whether quoted, name, kind and number of statements of each voice, of rows of `derived_voices` without party."""
    groups: dict[tuple[int, str], list[tuple[str, str, int]]] = {}
    for quoted, name, kind, count in rows:
        groups.setdefault((quoted, folded(name)), []).append((name, kind, count))
    for (quoted, _), members in groups.items():
        names, kinds = Counter[str](), Counter[str]()
        for name, kind, count in members:
            names[name] += count
            kinds[kind] += count
        yield quoted, _most(names), _most(kinds), names.total()


def _most(counted: Counter[str]) -> str:
    return min(counted.items(), key=lambda item: (-item[1], item[0]))[0]
