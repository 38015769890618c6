"""The tables of what is derived, read: which ties stand, and what is still to be done."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from dragoman.ledger.connection import Connection, Row
from dragoman.ledger.deriving import SEPARATOR
from dragoman.ledger.ids import beyond
from dragoman.records import Outline, TurningDay
from dragoman.records.outline import Strand

_COLUMNS = (
    "occurrence, channel, actor, recipient, first, last, days, reports, shares, denials, origins, since, report, denial"
)
_ON = "(:day IS NULL OR (first <= :day AND last >= :day))"
_IN = "channel = :channel"
_TOUCHING = "(giver IN (SELECT value FROM json_each(:touching)) OR taker IN (SELECT value FROM json_each(:touching)))"
_PART_OF = f"""
(giver, taker, channel) IN (SELECT giver, taker, channel FROM derived_links
  WHERE occurrence IN (SELECT value FROM json_each(:ties)) AND {_ON})
"""
#: The ties of a party and those of transit.
_AROUND = """
occurrence IN (SELECT occurrence FROM derived_links WHERE giver = :around UNION ALL
  SELECT occurrence FROM derived_links WHERE taker = :around UNION ALL
  SELECT occurrence FROM derived_ties WHERE channel = 'transit')
"""
_LINKS = """
SELECT giver, taker, channel, parties, occurrence, since FROM derived_links
WHERE {0} ORDER BY giver, taker, channel, parties, sides, occurrence
"""
_ENDS = f"SELECT giver, taker, group_concat(DISTINCT channel) FROM derived_links WHERE {_ON} GROUP BY giver, taker"
_NAMELESS = f"""
SELECT count(*) FROM derived_ties WHERE NOT named AND reports > 0 AND {_ON} AND (days IS NULL OR :day IS NULL
  OR EXISTS (SELECT 1 FROM json_each(days) WHERE value ->> 0 <= :day AND value ->> 1 >= :day))
"""
_OF = "instr(:between || actor || :between || recipient || :between, :between || :around || :between)"
_TURNING = """
SELECT DISTINCT e.occurrence FROM derived_turns e WHERE (e.one, e.other) IN (
  SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))
"""

#: On the last of its days a tie stands still.
_TURNING_DAYS = """
WITH known AS (
  SELECT first, last, days FROM derived_ties WHERE named AND reports > 0 AND first <= last
    AND (recipient <> '' OR instr(actor, :between)) AND occurrence NOT IN (SELECT value FROM json_each(:without))
    AND (:channels = '[]' OR channel IN (SELECT value FROM json_each(:channels)))),
times AS (
  SELECT first, last FROM known WHERE days IS NULL UNION ALL
  SELECT value ->> 0, value ->> 1 FROM known, json_each(known.days) WHERE days IS NOT NULL)
SELECT day, sum(begun), sum(ended) FROM (
  SELECT first AS day, count(*) AS begun, 0 AS ended FROM times WHERE first > :first GROUP BY first UNION ALL
  SELECT date(last, '+1 day'), 0, count(*) FROM times WHERE last < :last GROUP BY last)
GROUP BY day ORDER BY day
"""

_BETWEEN = """
SELECT occurrence FROM derived_ties WHERE (one, other) IN (
  SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))
"""
#: In the order of `analysis.ordered`.
_ASSERTING = """
SELECT o.occurrence, s.id FROM derived_occurrences o CROSS JOIN statements s ON s.id = o.statement
CROSS JOIN documents d ON d.key = s.document
WHERE o.occurrence IN (SELECT value FROM json_each(?)) AND s.superseded IS NULL AND s.standing = 'asserted'
ORDER BY coalesce(d.published_from, '9999-12-31'), coalesce(d.published_to, '9999-12-31'), d.id, s.evidence_start, s.id
"""
_BESIDE = """
SELECT DISTINCT o.occurrence, b.occurrence FROM derived_occurrences o CROSS JOIN statements s ON s.id = o.statement
CROSS JOIN statements t ON t.document = s.document CROSS JOIN derived_occurrences b ON b.statement = t.id
WHERE o.occurrence IN (SELECT value FROM json_each(?)) AND s.superseded IS NULL AND s.standing = 'asserted'
  AND t.superseded IS NULL AND t.standing = 'asserted' AND t.kind = 'tie'
  AND t.evidence_start = s.evidence_start AND t.evidence_end = s.evidence_end AND b.occurrence IS NOT NULL
"""


@dataclass(frozen=True, slots=True)
class Among:
    """Which links are wanted, where not all: those in a channel, those of which one end is one of some parties, by
    their keys, those that some ties, by their ids, are a part of, those `around` a party, its own and those of transit.
    """

    channel: str | None = None
    touching: frozenset[str] | None = None
    ties: frozenset[str] | None = None
    around: str | None = None

    def where(self) -> Iterator[str]:
        """The conditions in SQL, of which all are to hold."""
        conditions = {_IN: self.channel, _TOUCHING: self.touching, _PART_OF: self.ties, _AROUND: self.around}
        return (condition for condition, given in conditions.items() if given is not None)

    def values(self) -> dict[str, str | None]:
        """What the conditions compare with."""
        touching, ties = (json.dumps(sorted(each)) if each is not None else None for each in (self.touching, self.ties))
        return {"channel": self.channel, "touching": touching, "ties": ties, "around": self.around}


#: All links.
ALL = Among()


def links(connection: Connection, day: date | None, among: Among = ALL) -> list[Strand]:
    """The asserted ties that stand on a day (all, if it is `None`), as they are between each two of their parties, in
    the order of these.
    """
    values = {"day": str(day) if day is not None else None, **among.values()}
    found = connection.all_rows(_LINKS.format(" AND ".join((_ON, *among.where()))), values)
    # Of all days a tie that stands several times comes as often.
    return found if day is not None else [row for row, _ in groupby(found)]


def ends(connection: Connection, day: date | None) -> list[tuple[str, str, str]]:
    """Giver and taker of the links that stand on a day (all, if it is `None`), in their order, with the channels of
    those between these, parted by commas.
    """
    return connection.all_rows(_ENDS, {"day": str(day) if day is not None else None})


def nameless_count(connection: Connection, day: date | None, *, around: str | None = None) -> int:
    """How many asserted ties of parties without a code stand on a day; of a party and of transit, if it is given."""
    values = {"day": str(day) if day is not None else None, "around": around, "between": SEPARATOR}
    among = f" AND (channel = 'transit' OR {_OF})" if around is not None else ""
    (count,) = connection.row(_NAMELESS + among, values) or (0,)
    return int(count)


def turning_days(
    connection: Connection, channels: Iterable[str], *, without: Iterable[str] = ()
) -> tuple[TurningDay, ...]:
    """The days from which on asserted ties between parties with codes stand, or stand no more: those of some channels,
    or of all, if none is given; ties with some ids are left out.
    """
    values = {
        "between": SEPARATOR,
        "channels": json.dumps(sorted(channels)),
        "without": json.dumps(sorted(without)),
        "first": str(date.min),
        "last": str(date.max),
    }
    return tuple(TurningDay(_day(day), begun, ended) for day, begun, ended in connection.rows(_TURNING_DAYS, values))


def outlines(connection: Connection, of: Iterable[str] | None = None) -> Iterator[Outline]:
    """The ties that are asserted, in short; those with some ids, if they are given."""
    among = " AND occurrence IN (SELECT value FROM json_each(?))" if of is not None else ""
    values = (json.dumps(list(of)),) if of is not None else ()
    for row in connection.rows(f"SELECT {_COLUMNS} FROM derived_ties WHERE reports > 0{among}", values):
        yield _outline(row)


def turning(connection: Connection, between: Iterable[tuple[str, str]]) -> set[str]:
    """The occurrence ids of the events that may turn a tie between two parties, by their keys in order."""
    pairs = json.dumps(sorted({*between}))
    return {occurrence for (occurrence,) in connection.rows(_TURNING, (pairs,))}


def between(connection: Connection, pairs: Iterable[tuple[str, str]]) -> set[str]:
    """The ids of the ties of which the first two parties, by their keys in order, are a pair of some."""
    return {occurrence for (occurrence,) in connection.rows(_BETWEEN, (json.dumps(sorted({*pairs})),))}


def asserting(connection: Connection, ties: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The ids of the statements that assert some ties, by the ids of these, in the order of their publication."""
    listed = list(ties)
    found: dict[str, list[str]] = {each: [] for each in listed}
    for occurrence, statement in connection.rows(_ASSERTING, (json.dumps(listed),)):
        found[occurrence].append(statement)
    return {each: tuple(statements) for each, statements in found.items()}


def beside(connection: Connection, ties: Iterable[str]) -> dict[str, frozenset[str]]:
    """The ids of the ties that are asserted in the very words in which each of some others is, by its id."""
    listed = list(ties)
    found: dict[str, set[str]] = {each: set() for each in listed}
    for one, other in connection.rows(_BESIDE, (json.dumps(listed),)):
        found[one].add(other)
    return {each: frozenset(others) for each, others in found.items()}


def pending(connection: Connection) -> list[tuple[str, int]]:
    """The matters that are to be reconciled, in order, with the numbers of statements on them."""
    sql = (
        "SELECT p.matter, count(o.statement) FROM derived_pending p LEFT JOIN derived_occurrences o "
        "ON o.matter = p.matter GROUP BY p.matter ORDER BY p.matter"
    )
    return [(matter, count) for matter, count in connection.rows(sql)]


def matters(connection: Connection, start: str) -> list[str]:
    """The matters of statements that begin with some words, in order."""
    sql = "SELECT DISTINCT matter FROM derived_occurrences WHERE matter >= ? AND matter < ? ORDER BY matter"
    return [matter for (matter,) in connection.rows(sql, (start, beyond(start)))]


def stale(connection: Connection, limit: int) -> list[str]:
    """The first ids of the ties that are to be outlined."""
    found = connection.rows("SELECT occurrence FROM derived_stale ORDER BY occurrence LIMIT ?", (limit,))
    return [occurrence for (occurrence,) in found]


def _outline(row: Row) -> Outline:
    identity, channel, actor, recipient, first, last, days, reports, shares, denials, origins, since, *said = row
    spans = json.loads(days) if days is not None else ((first, last),)
    return Outline(
        identity,
        channel,
        tuple(actor.split(SEPARATOR)),
        tuple(recipient.split(SEPARATOR)) if recipient else (),
        tuple((_day(one), _day(other)) for one, other in spans),
        reports,
        shares,
        denials,
        origins,
        _day(since) if since is not None else None,
        *said,
    )


#: Many ties have the same days.
_day = lru_cache(maxsize=100_000)(date.fromisoformat)
