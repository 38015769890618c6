"""What deserves a second look, by what is derived: what rests on one origin, and what is disputed."""

from __future__ import annotations

from dragoman.ledger.connection import Connection

_SINGLE = "FROM derived_support WHERE standing = 'asserted' AND origins = 1"
#: What is asserted and denied, then figures that contradict each other; whoever reports an end denies no tie.
_DOUBTS = """
FROM (
  SELECT occurrence, 0 AS figures, reports FROM derived_ties WHERE reports > 0 AND denials > 0
  UNION ALL
  SELECT a.occurrence, 0, a.reports FROM derived_support d JOIN derived_support a ON a.occurrence = d.occurrence
  WHERE d.standing = 'denied' AND a.standing = 'asserted' AND a.kind = 'event'
  UNION ALL
  SELECT occurrence, 1, reports FROM derived_support WHERE conflicts > 0 AND standing = 'asserted'
)
"""


def single_count(connection: Connection) -> int:
    """How many events and ties are asserted on one origin alone."""
    return _count(connection, _SINGLE)


def single(connection: Connection, limit: int, offset: int) -> list[str]:
    """The ids of some of them, what most reports repeat first."""
    sql = f"SELECT occurrence {_SINGLE} ORDER BY reports DESC, occurrence LIMIT ? OFFSET ?"
    return [occurrence for (occurrence,) in connection.rows(sql, (limit, offset))]


def doubt_count(connection: Connection) -> int:
    """How many events and ties are both asserted and denied, or given in figures that contradict each other."""
    return _count(connection, _DOUBTS)


def doubts(connection: Connection, limit: int, offset: int) -> list[tuple[str, bool]]:
    """The ids of some of them, and whether it is for figures; those for which it is not, and of most reports, first."""
    sql = f"SELECT occurrence, figures {_DOUBTS} ORDER BY figures, reports DESC, occurrence LIMIT ? OFFSET ?"
    return [(occurrence, bool(figures)) for occurrence, figures in connection.rows(sql, (limit, offset))]


def _count(connection: Connection, of: str) -> int:
    (count,) = connection.row(f"SELECT count(*) {of}") or (0,)
    return int(count)
