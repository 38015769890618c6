"""What is still to be derived of what a ledger holds."""

from __future__ import annotations

from dragoman.ledger import copying
from dragoman.ledger.connection import Connection
from dragoman.ledger.deriving import is_complete

_LEFT = """
SELECT 1 FROM statements
WHERE superseded IS NULL AND key > coalesce((SELECT upto FROM derived_noted), 0) LIMIT 1 OFFSET ?
"""
_GONE = """
SELECT 1 FROM statements s CROSS JOIN derived_occurrences o ON o.statement = s.id
WHERE s.superseded IS NOT NULL AND NOT EXISTS (SELECT 1 FROM statements p WHERE p.id = s.id AND p.superseded IS NULL)
LIMIT 1
"""
_UNTALLIED = """
SELECT 1 FROM statements WHERE key > coalesce((SELECT upto FROM derived_counted), 0)
UNION ALL
SELECT 1 FROM statements WHERE superseded IS NOT NULL AND key NOT IN (SELECT statement FROM derived_uncounted)
LIMIT 1
"""
_WAITING = "SELECT 1 FROM derived_pending UNION ALL SELECT 1 FROM derived_stale LIMIT 1 OFFSET ?"


def is_nothing(connection: Connection) -> bool:
    """Whether all documents have been compared, and what reconciling found out covers every present statement and no
    other.
    """
    if not copying.are_compared(connection):
        return False
    if not is_complete(connection):
        return connection.row("SELECT 1 FROM statements WHERE superseded IS NULL LIMIT 1") is None
    return is_little(connection, 0) and all(connection.row(sql) is None for sql in (_GONE, _UNTALLIED))


def is_little(connection: Connection, most: int) -> bool:
    """Whether of all but so many statements at most it is noted on which matter they are, and no more matters and ties
    than that wait.
    """
    return is_complete(connection) and connection.row(_LEFT, (most,)) is None and not waits(connection, most)


def waits(connection: Connection, most: int = 0) -> bool:
    """Whether more matters than so many are to be reconciled, or ties to be outlined."""
    return connection.row(_WAITING, (most,)) is not None
