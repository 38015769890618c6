"""The lists of what is derived, written: forecasts, figures and the lines of the pages of parties."""

from __future__ import annotations

import json
from collections.abc import Iterable

from dragoman.ledger.connection import Connection
from dragoman.ledger.derived import Figured, Foretold, Line, Lists

TABLES = (
    "derived_forecasts",
    "derived_forecasts_of",
    "derived_figures",
    "derived_figures_of",
    "derived_lines",
    "derived_lines_of",
)
CREATE = (
    "CREATE TABLE IF NOT EXISTS derived_forecasts (place TEXT PRIMARY KEY, statement TEXT NOT NULL, matter TEXT "
    "NOT NULL, speaker TEXT NOT NULL, what TEXT NOT NULL, by TEXT, chance REAL, is_number INTEGER NOT NULL, "
    "published TEXT, happened TEXT, denied TEXT, parties TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS derived_forecasts_by_matter ON derived_forecasts (matter)",
    "CREATE TABLE IF NOT EXISTS derived_forecasts_of (party TEXT NOT NULL, place TEXT NOT NULL, "
    "PRIMARY KEY (party, place)) STRICT, WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS derived_figures (place TEXT PRIMARY KEY, statement TEXT NOT NULL, number INTEGER "
    "NOT NULL, matter TEXT NOT NULL, what TEXT NOT NULL, type TEXT NOT NULL, kind TEXT NOT NULL, low REAL, high REAL, "
    "of TEXT, time TEXT, publisher TEXT, published TEXT, conflicts INTEGER NOT NULL, parties TEXT NOT NULL) "
    "STRICT, WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS derived_figures_by_matter ON derived_figures (matter)",
    "CREATE INDEX IF NOT EXISTS derived_figures_by_what ON derived_figures (what)",
    "CREATE INDEX IF NOT EXISTS derived_figures_by_kind ON derived_figures (type, kind)",
    "CREATE TABLE IF NOT EXISTS derived_figures_of (party TEXT NOT NULL, place TEXT NOT NULL, "
    "PRIMARY KEY (party, place)) STRICT, WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS derived_lines (key INTEGER PRIMARY KEY, part INTEGER NOT NULL, occurrence TEXT "
    "NOT NULL, matter TEXT NOT NULL, standing TEXT NOT NULL, day TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER "
    "NOT NULL, begun INTEGER NOT NULL, parties TEXT NOT NULL) STRICT",
    "CREATE INDEX IF NOT EXISTS derived_lines_by_matter ON derived_lines (matter)",
    "CREATE TABLE IF NOT EXISTS derived_lines_of (party TEXT NOT NULL, part INTEGER NOT NULL, first INTEGER NOT NULL, "
    "last INTEGER NOT NULL, mark INTEGER NOT NULL, line INTEGER NOT NULL, begun INTEGER NOT NULL, "
    "PRIMARY KEY (party, part, first, last, mark, line)) STRICT, WITHOUT ROWID",
)
_ON = "matter IN (SELECT value FROM json_each(:on))"
_FORECAST = f"INSERT OR REPLACE INTO derived_forecasts VALUES ({', '.join('?' * 12)})"
_FIGURE = f"INSERT OR REPLACE INTO derived_figures VALUES ({', '.join('?' * 15)})"
_LINE = f"INSERT INTO derived_lines VALUES ({', '.join('?' * 10)})"
_LINE_OF = "INSERT INTO derived_lines_of VALUES (?, ?, ?, ?, ?, ?, ?)"
_LINE_GONE = (
    "DELETE FROM derived_lines_of WHERE party = ? AND part = ? AND first = ? AND last = ? AND mark = ? AND line = ?"
)
#: Between the codes of parties; no code holds it.
_BETWEEN = " "


class Listing:
    """Writes the lists of what is derived; each call belongs in a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def renew(self, lists: Lists, matters: Iterable[str]) -> None:
        """Put what is listed on some matters in the place of what was listed on them before."""
        on: dict[str, object] = {"on": json.dumps(sorted(matters))}
        for table in ("forecasts", "figures"):
            self._forget(table, on)
        self._forget_lines(on)
        self._add_forecasts(sorted(lists.forecasts, key=lambda each: each.place))
        self._add_figures(sorted(lists.figures, key=lambda each: each.place))
        self._add_lines(lists.lines)

    def _forget(self, table: str, on: dict[str, object]) -> None:
        found = self._connection.rows(f"SELECT place, parties FROM derived_{table} WHERE {_ON}", on)
        gone = [(party, place) for place, parties in found for party in parties.split(_BETWEEN)]
        self._connection.run_many(f"DELETE FROM derived_{table}_of WHERE party = ? AND place = ?", gone)
        self._connection.run(f"DELETE FROM derived_{table} WHERE {_ON}", on)

    def _forget_lines(self, on: dict[str, object]) -> None:
        sql = f"SELECT key, part, first, last, occurrence, parties FROM derived_lines WHERE {_ON}"
        gone = [
            (party, part, first, last, mark(occurrence), key)
            for key, part, first, last, occurrence, parties in self._connection.rows(sql, on)
            for party in parties.split(_BETWEEN)
        ]
        self._connection.run_many(_LINE_GONE, gone)
        self._connection.run(f"DELETE FROM derived_lines WHERE {_ON}", on)

    def _add_forecasts(self, found: Iterable[Foretold]) -> None:
        for each in found:
            judged = (each.published, each.happened, each.denied)
            told = (each.speaker, each.what, each.by, each.chance, int(each.is_number), *judged)
            self._connection.run(
                _FORECAST, (each.place, each.statement, each.matter, *told, _BETWEEN.join(each.parties))
            )
            self._add_parties("forecasts", each)

    def _add_figures(self, found: Iterable[Figured]) -> None:
        for each in found:
            of = (each.what, each.type, each.kind, each.low, each.high, each.of, each.time)
            said = (each.publisher, each.published, int(each.conflicts), _BETWEEN.join(each.parties))
            self._connection.run(_FIGURE, (each.place, each.statement, each.number, each.matter, *of, *said))
            self._add_parties("figures", each)

    def _add_parties(self, table: str, of: Foretold | Figured) -> None:
        rows = ((party, of.place) for party in of.parties)
        self._connection.run_many(f"INSERT OR REPLACE INTO derived_{table}_of VALUES (?, ?)", rows)

    def _add_lines(self, lines: Iterable[Line]) -> None:
        (last,) = self._connection.row("SELECT coalesce(max(key), 0) FROM derived_lines") or (0,)
        numbered = list(enumerate(lines, last + 1))
        self._connection.run_many(
            _LINE,
            (
                (
                    *(key, each.part, each.occurrence, each.matter, each.standing, each.day, each.first, each.last),
                    *(each.begun, _BETWEEN.join(each.parties)),
                )
                for key, each in numbered
            ),
        )
        self._connection.run_many(
            _LINE_OF,
            sorted(
                (party, each.part, each.first, each.last, mark(each.occurrence), key, each.begun)
                for key, each in numbered
                for party in each.parties
            ),
        )


def mark(occurrence: str) -> int:
    """A number by which occurrences are sorted as by their ids."""
    return int(occurrence.partition(":")[2][:15] or "0", 16)
