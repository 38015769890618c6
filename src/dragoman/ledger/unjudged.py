"""The statements that nobody has judged, those of which the reader was least certain first."""

from __future__ import annotations

from dragoman.ledger.clock import FOREVER
from dragoman.ledger.connection import Connection
from dragoman.ledger.filters import Filters, conditions

#: What a decision that holds covers, or put in the place of something; one on a pair judges neither of the two.
_JUDGED = """
s.id NOT IN (
  SELECT j.id FROM (
    SELECT statement AS id, decision, recorded FROM decided
    UNION ALL SELECT put, decision, recorded FROM decided WHERE put IS NOT NULL
  ) j JOIN decisions v ON v.key = j.decision
  WHERE j.recorded <= :known AND v.recorded <= :known AND (v.superseded IS NULL OR v.superseded > :known)
)
"""
#: Statements come in their order, by the index; each then finds its document.
_FROM = """
FROM statements s CROSS JOIN documents d ON d.key = s.document LEFT JOIN {occurrences} o ON {on}
WHERE {conditions}
"""
_DERIVED = {"occurrences": "derived_occurrences", "on": "o.statement = s.id"}
_NOT_DERIVED = {"occurrences": "(SELECT NULL AS occurrence)", "on": "1"}


def keys(
    connection: Connection, known: str, filters: Filters, *, limit: int, at: str | None = None, is_before: bool = False
) -> list[int]:
    """The keys of some of them, in order: the first ones, those from a statement on (itself included), or those before
    it, the nearest first; by its full id.
    """
    place, values = _place(connection, at, is_before=is_before)
    order = "s.certainty DESC, s.id DESC" if is_before else "s.certainty, s.id"
    source, wanted = _source(connection, known, filters, place)
    sql = f"SELECT s.key {source} ORDER BY {order} LIMIT :limit"
    return [key for (key,) in connection.rows(sql, {**wanted, **values, "limit": limit})]


def count(connection: Connection, known: str, filters: Filters, *, most: int) -> int:
    """How many there are; counting ends at `most`."""
    source, values = _source(connection, known, filters, [])
    sql = f"SELECT count(*) FROM (SELECT 1 {source} LIMIT :most)"
    (found,) = connection.row(sql, {**values, "most": most}) or (0,)
    return int(found)


def _place(connection: Connection, at: str | None, *, is_before: bool) -> tuple[list[str], dict[str, object]]:
    row = connection.row("SELECT certainty FROM statements WHERE id = ? ORDER BY key DESC", (at,)) if at else None
    if row is None:
        return [], {}
    return [f"(s.certainty, s.id) {'<' if is_before else '>='} (:certain, :at)"], {"certain": row[0], "at": at}


def _source(connection: Connection, known: str, filters: Filters, more: list[str]) -> tuple[str, dict[str, object]]:
    clauses, values = conditions(filters)
    # Asked of today, the index of what is present answers.
    present = "s.superseded IS NULL" if known == FOREVER else "(s.superseded IS NULL OR s.superseded > :known)"
    wanted = " AND ".join([present, "s.recorded <= :known", *clauses, *more, _JUDGED])
    derived = _DERIVED if connection.has_table("derived_occurrences") else _NOT_DERIVED
    return _FROM.format(conditions=wanted, **derived), {**values, "known": known}
