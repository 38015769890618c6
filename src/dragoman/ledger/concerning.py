"""Which present statements are about each party with a code, and about each two, by when they were published.

What is spoken of much is looked at from its latest end, without a look at all of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from dragoman.ledger.connection import Connection, Row
from dragoman.records.latest import reach

TABLES = ("derived_about",)
#: `other` is empty where it is about one party, `day` an ordinal, 0 where nothing says when it was published.
CREATE = (
    "CREATE TABLE IF NOT EXISTS derived_about (one TEXT NOT NULL, other TEXT NOT NULL, day INTEGER NOT NULL, "
    "statement INTEGER NOT NULL, PRIMARY KEY (one, other, day, statement)) STRICT, WITHOUT ROWID",
)
_ADD = "INSERT OR IGNORE INTO derived_about VALUES (?, ?, ?, ?)"
_TAKE = "DELETE FROM derived_about WHERE one = ? AND other = ? AND day = ? AND statement = ?"
_OF = "FROM derived_about WHERE one = :one AND other = :other"
_BEFORE = f"SELECT day {_OF} AND day <= :until ORDER BY day DESC LIMIT :most"
_AFTER = f"SELECT day {_OF} AND day > :until ORDER BY day LIMIT :most"
_TIES = """
SELECT t.occurrence, max(t.report), max(t.denial)
FROM derived_links l JOIN derived_ties t ON t.occurrence = l.occurrence
WHERE {0} GROUP BY t.occurrence ORDER BY max(t.reports) DESC, t.occurrence LIMIT :most
"""
_BETWEEN = "(l.giver = :one AND l.taker = :other) OR (l.giver = :other AND l.taker = :one)"
_AROUND = "l.giver = :one OR l.taker = :one"


class Noting:
    """Writes down what statements are about; what was noted is written by `flush`, in a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._come: list[Row] = []
        self._gone: list[Row] = []

    def note(self, statement: int, codes: Iterable[str], published: str | None, *, is_there: bool) -> None:
        """Note that a statement about some codes, by its key, has come, or is gone."""
        day = date.fromisoformat(published).toordinal() if published is not None else 0
        (self._come if is_there else self._gone).extend((*two, day, statement) for two in subjects(codes))

    def flush(self) -> None:
        """Write what was noted."""
        self._connection.run_many(_TAKE, sorted(self._gone))
        self._connection.run_many(_ADD, sorted(self._come))
        self._come, self._gone = [], []


def subjects(codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each of some codes alone, and each two of them."""
    listed = sorted({*codes})
    yield from ((code, "") for code in listed)
    yield from combinations(listed, 2)


def number(connection: Connection, codes: Iterable[str]) -> int:
    """How many present statements are about one party, or about both of two."""
    (found,) = connection.row(f"SELECT count(*) {_OF}", _of(codes)) or (0,)
    return int(found)


def around(connection: Connection, codes: Iterable[str], most: int, day: date | None) -> list[int]:
    """The keys of the statements about them that were published last by a day, `most` and the rest of the earliest of
    their days; if there are not so many, with those that were published first after it.
    """
    until = (day or date.max).toordinal()
    values: dict[str, object] = {**_of(codes), "until": until, "most": most}
    before, after = ([day for (day,) in connection.rows(sql, values)] for sql in (_BEFORE, _AFTER))
    first, last = reach(before, after, most, until)
    found = connection.rows(
        f"SELECT statement {_OF} AND day BETWEEN :first AND :last", {**values, "first": first, "last": last}
    )
    return [statement for (statement,) in found]


def tied(connection: Connection, codes: Iterable[str], most: int) -> list[tuple[str, str | None, str | None]]:
    """The ties of a party, or between two, that most reports assert: ids of the ties, and of the first statements that
    assert and deny each.
    """
    values = _of(codes)
    return [*connection.rows(_TIES.format(_BETWEEN if values["other"] else _AROUND), {**values, "most": most})]


def _of(codes: Iterable[str]) -> dict[str, object]:
    one, *others = sorted(codes)
    return {"one": one, "other": others[0] if others else ""}
