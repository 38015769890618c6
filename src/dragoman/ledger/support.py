"""What deserves a second look, by what is derived: what rests on one origin, and what is disputed."""

from __future__ import annotations

import json
from collections.abc import Iterable

from dragoman.ledger.connection import Connection
from dragoman.ledger.derived import HOW_MUCH, WHETHER

_SINGLE = "FROM derived_support WHERE standing = 'asserted' AND origins = 1"
#: The lines of the whole ledger: whether something is so, then how much it is.
_DOUBTS = f"FROM derived_lines_of a WHERE a.party = '' AND a.part IN ({WHETHER}, {HOW_MUCH})"


def single_count(connection: Connection) -> int:
    """How many events and ties are asserted on one origin alone."""
    return _count(connection, _SINGLE)


def single(connection: Connection, limit: int, offset: int) -> list[str]:
    """The ids of some of them, what most reports repeat first."""
    sql = f"SELECT occurrence {_SINGLE} ORDER BY reports DESC, occurrence LIMIT ? OFFSET ?"
    return [occurrence for (occurrence,) in connection.rows(sql, (limit, offset))]


def single_keys(connection: Connection, limit: int) -> list[tuple[int, str]]:
    """How many reports each of the first of them has, with a minus, and its id."""
    return [
        *connection.rows(f"SELECT -reports, occurrence {_SINGLE} ORDER BY reports DESC, occurrence LIMIT ?", (limit,))
    ]


def single_among(connection: Connection, occurrences: Iterable[str]) -> int:
    """How many of some events and ties are asserted on one origin alone."""
    sql = f"SELECT count(*) {_SINGLE} AND occurrence IN (SELECT value FROM json_each(?))"
    (count,) = connection.row(sql, (json.dumps(list(occurrences)),)) or (0,)
    return int(count)


def doubt_keys(connection: Connection) -> list[tuple[bool, int, str]]:
    """Whether each is for figures, how many reports assert it, with a minus, and the id of the event or tie."""
    sql = (
        f"SELECT a.part, a.first, l.occurrence FROM (SELECT part, first, line {_DOUBTS}) a "
        "JOIN derived_lines l ON l.key = a.line"
    )
    return [(part == HOW_MUCH, first, occurrence) for part, first, occurrence in connection.rows(sql)]


def doubt_count(connection: Connection) -> int:
    """How many events and ties are both asserted and denied, or given in figures that contradict each other."""
    return _count(connection, _DOUBTS)


def doubts(connection: Connection, limit: int, offset: int) -> list[tuple[str, bool]]:
    """The ids of some of them, and whether it is for figures; those for which it is not, and of most reports, first."""
    sql = (
        f"SELECT l.occurrence, l.part FROM (SELECT line, part, first, last, mark {_DOUBTS} "
        "ORDER BY part, first, last, mark, line LIMIT ? OFFSET ?) a JOIN derived_lines l ON l.key = a.line "
        "ORDER BY a.part, a.first, a.last, a.mark, a.line"
    )
    return [(occurrence, part == HOW_MUCH) for occurrence, part in connection.rows(sql, (limit, offset))]


def _count(connection: Connection, of: str) -> int:
    (count,) = connection.row(f"SELECT count(*) {of}") or (0,)
    return int(count)
