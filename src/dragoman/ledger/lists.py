"""The lists of what is derived, read part by part: forecasts, figures, and the lines of the page of a party."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dragoman.ledger import concerning
from dragoman.ledger.catalogue import Coverage, Presence
from dragoman.ledger.connection import Connection
from dragoman.ledger.tallying import voices as told_of

#: What came of a forecast, in the order in which outcomes are shown.
_OUTCOME = """
CASE WHEN happened IS NOT NULL AND (:on IS NULL OR happened <= :on) THEN 'happened'
  WHEN denied IS NOT NULL AND (:on IS NULL OR denied <= :on) THEN 'did not'
  WHEN "by" IS NULL THEN 'undated' WHEN :day > "by" THEN 'passed' ELSE 'open' END
"""
_RANK = f"""
CASE {_OUTCOME} WHEN 'happened' THEN 0 WHEN 'did not' THEN 1 WHEN 'passed' THEN 2 WHEN 'open' THEN 3 ELSE 4 END
"""
#: What forecasts and figures are sorted by.
_FORECASTS = {"speaker": "speaker", "what": "what", "by": '"by"', "chance": "chance", "outcome": _RANK}
_FORECASTS |= {"published": "published"}
_FIGURES = {each: each for each in ("what", "low", "high", "of", "time", "publisher", "published")}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which forecasts or figures are wanted: of all of some parties, by code; of an outcome, as judged by the reports
    published by `on` (all, if it is `None`), on `day`; of a type, of a kind of unit, only those in conflict. `sort` is
    the name of what they are sorted by, with a `-` before it if from the greatest on.
    """

    parties: tuple[str, ...] = ()
    on: date | None = None
    day: date | None = None
    outcome: str | None = None
    type: str | None = None
    kind: str | None = None
    conflicts: bool = False
    sort: str | None = None


_LINES = """
FROM derived_lines_of WHERE party = :party AND part >= :first AND part <= :last AND (:day IS NULL OR begun <= :day)
"""
_COVERAGE = """
SELECT d.publisher, d.documents, coalesce(p.statements, 0), d.first, d.last
FROM (SELECT publisher, count(*) AS documents, min(published_from) AS first,
    max(coalesce(published_to, published_from)) AS last
  FROM documents WHERE superseded IS NULL AND publisher IS NOT NULL GROUP BY publisher) d
LEFT JOIN derived_published p ON p.publisher = d.publisher ORDER BY d.documents DESC, d.publisher
"""


class Pages:
    """Reads the lists of what is derived."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def outcomes(self, wanted: Wanted) -> dict[str, int]:
        """How many forecasts have come to what, whatever outcome is wanted."""
        source, values = _of_forecasts(replace(wanted, outcome=None))
        return dict(self._connection.rows(f"SELECT {_OUTCOME}, count(*) {source} GROUP BY 1", values))

    def scored(self, wanted: Wanted) -> list[tuple[float, bool]]:
        """The probabilities that settled forecasts give as numbers, in order, and whether it happened."""
        source, values = _of_forecasts(replace(wanted, outcome=None))
        sql = f"SELECT chance, {_OUTCOME} {source} AND is_number AND (happened IS NOT NULL OR denied IS NOT NULL) "
        found = self._connection.rows(f"{sql} ORDER BY place", values)
        return [(chance, outcome == "happened") for chance, outcome in found if outcome in ("happened", "did not")]

    def forecasts(self, wanted: Wanted, limit: int, offset: int) -> list[tuple[str, str]]:
        """The ids of the statements that make some forecasts, with the matters that these are on."""
        source, values = _of_forecasts(wanted)
        order = _order(wanted.sort, _FORECASTS)
        sql = f"SELECT statement, matter {source} ORDER BY {order} LIMIT :limit OFFSET :offset"
        return [*self._connection.rows(sql, {**values, "limit": limit, "offset": offset})]

    def figure_count(self, wanted: Wanted) -> int:
        """How many figures there are of those wanted."""
        source, values = _of_figures(wanted)
        (found,) = self._connection.row(f"SELECT count(*) {source}", values) or (0,)
        return int(found)

    def figure_kinds(self, parties: tuple[str, ...]) -> list[tuple[str, str]]:
        """The types of events and ties, and the kinds of units, in which there are figures of some parties."""
        source, values = _of_figures(Wanted(parties))
        return [*self._connection.rows(f"SELECT DISTINCT type, kind {source} ORDER BY type, kind", values)]

    def figures(self, wanted: Wanted, limit: int, offset: int) -> list[tuple[str, int, str]]:
        """The ids of the statements that give some figures, their places in these, and what they measure."""
        source, values = _of_figures(wanted)
        order = _order(wanted.sort, _FIGURES)
        sql = f"SELECT statement, number, what {source} ORDER BY {order} LIMIT :limit OFFSET :offset"
        return [*self._connection.rows(sql, {**values, "limit": limit, "offset": offset})]

    def figured_alike(self, measured: Iterable[str]) -> list[str]:
        """The ids of all statements that give figures of what some measure."""
        sql = "SELECT DISTINCT statement FROM derived_figures WHERE what IN (SELECT value FROM json_each(?))"
        return [statement for (statement,) in self._connection.rows(sql, (json.dumps(sorted(measured)),))]

    def line_count(self, party: str, parts: Sequence[int], day: date | None = None) -> int:
        """How many lines the page of a party (of the whole ledger, if empty) has in some parts."""
        (found,) = self._connection.row(f"SELECT count(*) {_LINES}", _lines_of(party, parts, day)) or (0,)
        return int(found)

    def lines(
        self, party: str, parts: Sequence[int], day: date | None, limit: int, offset: int
    ) -> list[tuple[int, str, str, str]]:
        """Some of them: the part, the id of the event or tie, the standing, and of a tie the time."""
        sql = (
            "SELECT a.part, l.occurrence, l.standing, l.day FROM "
            f"(SELECT part, first, last, mark, line {_LINES} ORDER BY part, first, last, mark, line LIMIT :limit "
            "OFFSET :offset) a JOIN derived_lines l ON l.key = a.line "
            "ORDER BY a.part, a.first, a.last, a.mark, a.line"
        )
        return [*self._connection.rows(sql, {**_lines_of(party, parts, day), "limit": limit, "offset": offset})]

    def presence(self) -> list[Presence]:
        """In how much each party with a code takes part, those of the most statements first."""
        sql = "SELECT party, statements, documents FROM derived_presence ORDER BY statements DESC, party"
        return [Presence(*row) for row in self._connection.rows(sql)]

    def coverage(self) -> list[Coverage]:
        """How much each publisher covers, those of the most documents first."""
        return [Coverage(*row) for row in self._connection.rows(_COVERAGE)]

    def statements_about(self, party: str) -> int:
        """How many statements a party takes part in."""
        (found,) = self._connection.row("SELECT statements FROM derived_presence WHERE party = ?", (party,)) or (0,)
        return int(found)

    def number_about(self, parties: tuple[str, ...]) -> int:
        """How many statements are about one party, or about both of two."""
        return concerning.number(self._connection, parties)

    def about(self, parties: tuple[str, ...], most: int, day: date | None) -> list[int]:
        """The keys of those of them that were published last by a day, `most` and the rest of the earliest of their
        days; if there are not so many, with those that were published first after it.
        """
        return concerning.around(self._connection, parties, most, day)

    def tied(self, parties: tuple[str, ...], most: int) -> list[tuple[str, str | None, str | None]]:
        """The ties of a party, or between two, that most reports assert: the id of each, and those of the first
        statements that assert and deny it.
        """
        return concerning.tied(self._connection, parties, most)

    def report_count(self, ties: Iterable[str]) -> int:
        """How many reports assert some ties, by their ids."""
        sql = "SELECT coalesce(sum(reports), 0) FROM derived_ties WHERE occurrence IN (SELECT value FROM json_each(?))"
        (found,) = self._connection.row(sql, (json.dumps(sorted(ties)),)) or (0,)
        return int(found)

    def sharing(self, ties: Iterable[str]) -> set[str]:
        """The ids of those, of some ties by their ids, of which a report gives a figure in per cent."""
        sql = "SELECT occurrence FROM derived_ties WHERE shares > 0 AND occurrence IN (SELECT value FROM json_each(?))"
        return {tie for (tie,) in self._connection.rows(sql, (json.dumps(sorted(ties)),))}

    def voices(self, party: str) -> list[tuple[str, str, int]]:
        """Who publishes and who is quoted about a party: name, kind and number of statements; publishers come first,
        and in each those of the most statements.
        """
        sql = "SELECT quoted, name, kind, statements FROM derived_voices WHERE party = ?"
        found = told_of(self._connection.rows(sql, (party,)))
        return [each[1:] for each in sorted(found, key=lambda each: (each[0], -each[3], each[1]))]


def _lines_of(party: str, parts: Sequence[int], day: date | None) -> dict[str, object]:
    ordinal = day.toordinal() if day is not None else None
    return {"party": party, "first": parts[0], "last": parts[-1], "day": ordinal}


def _of_forecasts(wanted: Wanted) -> tuple[str, dict[str, object]]:
    values: dict[str, object] = {
        "on": str(wanted.on) if wanted.on is not None else None,
        "day": str(wanted.day) if wanted.day is not None else None,
    }
    clauses = ["(:on IS NULL OR published IS NULL OR published <= :on)"]
    if wanted.outcome is not None:
        clauses.append(f"{_OUTCOME} = :outcome")
        values["outcome"] = wanted.outcome
    return _source("forecasts", wanted.parties, clauses, values)


def _of_figures(wanted: Wanted) -> tuple[str, dict[str, object]]:
    given = {"type": wanted.type, "kind": wanted.kind}
    values: dict[str, object] = {name: value for name, value in given.items() if value is not None}
    clauses = [f"{name} = :{name}" for name in values]
    if wanted.conflicts:
        clauses.append("conflicts")
    return _source("figures", wanted.parties, clauses or ["1"], values)


def _source(
    table: str, parties: tuple[str, ...], clauses: list[str], values: dict[str, object]
) -> tuple[str, dict[str, object]]:
    among = [f"place IN (SELECT place FROM derived_{table}_of WHERE party = :p{n})" for n, _ in enumerate(parties)]
    named = {f"p{n}": code for n, code in enumerate(parties)}
    return f"FROM derived_{table} WHERE {' AND '.join([*clauses, *among])}", {**values, **named}


def _order(sort: str | None, by: dict[str, str]) -> str:
    """What is sorted; what has no value comes last, and what is alike stays in order."""
    if sort is None:
        return "place"
    key = by[sort.removeprefix("-")]
    return f"{key} IS NULL, {key}{' DESC' if sort.startswith('-') else ''}, place"
