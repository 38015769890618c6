"""The tables of what is derived, written.

All of them can be deleted: they are made again from the rest of the ledger. What is still to be done is kept in two of
them, so that a run that was killed goes on where it was: `derived_pending` holds the matters that are to be reconciled,
`derived_stale` the ties that are to be outlined.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dragoman.ledger import listing, tallying
from dragoman.ledger.connection import Connection, Row
from dragoman.ledger.derived import Derived, Lists, Support
from dragoman.ledger.listing import Listing
from dragoman.ledger.tallying import Tallying
from dragoman.records import Outline

#: A tie by its id, and its first two parties.
Untold = tuple[str, str, str]
#: Between the keys of the parties of one side; no name holds it.
SEPARATOR = "\x1f"
#: Between the two sides; sorts before that.
_SIDES = "\x1e"
#: When stands what stands on no day: between none.
_NO_DAY = ((date.max, date.min),)
TABLES = (
    "derived_occurrences",
    "derived_support",
    "derived_ties",
    "derived_links",
    "derived_turns",
    "derived_untold",
    "derived_pending",
    "derived_stale",
    "derived_noted",
    *listing.TABLES,
    *tallying.TABLES,
)
_CREATE = (
    "CREATE TABLE IF NOT EXISTS derived_occurrences "
    "(statement TEXT PRIMARY KEY, occurrence TEXT, origins INTEGER, matter TEXT, origin TEXT, original_source TEXT) "
    "STRICT, WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS derived_by_matter ON derived_occurrences (matter)",
    "CREATE INDEX IF NOT EXISTS derived_by_occurrence ON derived_occurrences (occurrence)",
    "CREATE TABLE IF NOT EXISTS derived_support (occurrence TEXT NOT NULL, standing TEXT NOT NULL, kind TEXT NOT NULL, "
    "reports INTEGER NOT NULL, origins INTEGER, conflicts INTEGER NOT NULL, PRIMARY KEY (occurrence, standing)) "
    "STRICT, WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS derived_support_by_origins "
    "ON derived_support (standing, origins, reports DESC, occurrence)",
    "CREATE INDEX IF NOT EXISTS derived_support_in_conflict ON derived_support (occurrence) WHERE conflicts > 0",
    "CREATE TABLE IF NOT EXISTS derived_ties (occurrence TEXT PRIMARY KEY, channel TEXT NOT NULL, actor TEXT NOT NULL, "
    "recipient TEXT NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, days TEXT, reports INTEGER NOT NULL, "
    "shares INTEGER NOT NULL, denials INTEGER NOT NULL, origins INTEGER, since TEXT, one TEXT NOT NULL, "
    "other TEXT NOT NULL, named INTEGER NOT NULL, report TEXT, denial TEXT) STRICT, WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS derived_ties_between ON derived_ties (one, other)",
    # A row for each time that a tie stands between two of its parties, in the order of the links of a network.
    "CREATE TABLE IF NOT EXISTS derived_links (giver TEXT NOT NULL, taker TEXT NOT NULL, channel TEXT NOT NULL, "
    "parties INTEGER NOT NULL, sides TEXT NOT NULL, occurrence TEXT NOT NULL, since TEXT, first TEXT NOT NULL, "
    "last TEXT NOT NULL, PRIMARY KEY (giver, taker, channel, parties, sides, occurrence, first)) STRICT, WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS derived_links_of ON derived_links (occurrence)",
    "CREATE INDEX IF NOT EXISTS derived_links_to ON derived_links (taker)",
    "CREATE TABLE IF NOT EXISTS derived_turns (one TEXT NOT NULL, other TEXT NOT NULL, occurrence TEXT NOT NULL, "
    "matter TEXT NOT NULL, PRIMARY KEY (one, other, occurrence)) STRICT, WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS derived_turns_by_matter ON derived_turns (matter)",
    # Ties that nobody asserts and no event turned: they have no row beside the others until one does.
    "CREATE TABLE IF NOT EXISTS derived_untold (occurrence TEXT PRIMARY KEY, one TEXT NOT NULL, other TEXT NOT NULL) "
    "STRICT, WITHOUT ROWID",
    "CREATE INDEX IF NOT EXISTS derived_untold_between ON derived_untold (one, other)",
    "CREATE TABLE IF NOT EXISTS derived_pending (matter TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS derived_stale (occurrence TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS derived_noted (one INTEGER PRIMARY KEY CHECK (one = 1), upto INTEGER NOT NULL) STRICT",
    *listing.CREATE,
    *tallying.CREATE,
)
#: The same as SQLite keeps them.
_SHAPES = frozenset(command.replace(" IF NOT EXISTS", "", 1) for command in _CREATE)
_NOTED = "INSERT OR REPLACE INTO derived_noted VALUES (1, ?)"
_GONE = """
SELECT o.statement FROM statements s CROSS JOIN derived_occurrences o ON o.statement = s.id
WHERE s.superseded IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM statements p WHERE p.id = o.statement AND p.superseded IS NULL)
"""
_ON = "matter IN (SELECT value FROM json_each(:on))"
_OF = "occurrence IN (SELECT value FROM json_each(:of))"
_THESE = "statement IN (SELECT value FROM json_each(:these))"
_OCCURRENCES = f"SELECT DISTINCT occurrence FROM derived_occurrences WHERE {_THESE} AND occurrence IS NOT NULL"
_WAIT = "INSERT OR IGNORE INTO derived_pending SELECT matter FROM derived_occurrences WHERE matter IS NOT NULL AND {}"
_STALE = (
    "INSERT OR IGNORE INTO derived_stale SELECT value FROM json_each(:of) WHERE EXISTS "
    "(SELECT 1 FROM derived_occurrences WHERE occurrence = value AND matter GLOB 'tie|*')"
)
_TURNED = (
    "INSERT OR IGNORE INTO derived_stale "
    f"SELECT t.occurrence FROM (SELECT DISTINCT matter, occurrence FROM derived_occurrences WHERE {_OF}) o "
    "CROSS JOIN derived_turns e ON e.matter = o.matter AND e.occurrence = o.occurrence "
    "CROSS JOIN derived_{0} t ON t.one = e.one AND t.other = e.other"
)
_NOTED_ALL = "INSERT OR REPLACE INTO derived_noted SELECT 1, coalesce(max(key), 0) FROM statements"
_EMPTIED = (
    "UPDATE derived_occurrences SET occurrence = NULL, origins = NULL, origin = NULL, original_source = NULL "
    f"WHERE {_THESE}"
)
_FOUND = "INSERT OR REPLACE INTO derived_occurrences VALUES (?, ?, ?, ?, ?, ?)"
_SUPPORT = "INSERT OR REPLACE INTO derived_support VALUES (?, ?, ?, ?, ?, ?)"
_TIE = "INSERT OR REPLACE INTO derived_ties VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_LINK = "INSERT INTO derived_links VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


def is_complete(connection: Connection) -> bool:
    """Whether all tables of what is derived are there, as this version makes them."""
    found = connection.rows("SELECT sql FROM sqlite_schema WHERE name GLOB 'derived_*' AND sql IS NOT NULL")
    return {command for (command,) in found} >= _SHAPES


class Deriving:
    """Writes what is derived; each call belongs in a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def prepare(self) -> None:
        """Make the tables that are missing; if any is, all is to be derived again."""
        if is_complete(self._connection):
            return
        self.drop()
        for command in _CREATE:
            self._connection.run(command)

    def drop(self) -> None:
        """Take away all that was derived: all is to be derived again."""
        for table in TABLES:
            self._connection.run(f"DROP TABLE IF EXISTS {table}")

    def unsettle(self, statements: Iterable[str]) -> None:
        """Empty what was derived of some statements, by their ids: all on their matters is to be reconciled."""
        if is_complete(self._connection):
            self._forget(statements, _EMPTIED)

    def forget_gone(self) -> None:
        """Take away what was derived of statements that are no longer there; their matters are to be reconciled."""
        gone = {statement for (statement,) in self._connection.rows(_GONE)}
        if gone:
            self._forget(gone, f"DELETE FROM derived_occurrences WHERE {_THESE}")

    def _forget(self, statements: Iterable[str], how: str) -> None:
        """Forget what was derived of some statements, and with it what was brought together with them."""
        these: dict[str, object] = {"these": json.dumps(sorted(statements))}
        of = {"of": json.dumps([each for (each,) in self._connection.rows(_OCCURRENCES, these)])}
        self._mark(of)
        self._connection.run(_WAIT.format(_OF), of)
        self._connection.run(_WAIT.format(_THESE), these)
        self._connection.run(f"DELETE FROM derived_support WHERE {_OF}", of)
        self._connection.run(how, these)

    def _mark(self, of: Mapping[str, object]) -> None:
        """The ties among some occurrences, and those that these turn, are to be outlined."""
        self._connection.run(_STALE, of)
        for table in ("ties", "untold"):
            self._connection.run(_TURNED.format(table), of)

    def note(self, matters: Iterable[tuple[str, str]], upto: int | None) -> None:
        """Write down on which matter statements are, by statement id; these are to be reconciled. `upto` is the key up
        to which all have been noted then, `None` if there are no more.
        """
        listed = list(matters)
        # What is there again under its old id may be told in other words.
        self.unsettle(statement for statement, _ in listed)
        self._connection.run_many(
            "INSERT OR IGNORE INTO derived_occurrences (statement, matter) VALUES (?, ?)", sorted(listed)
        )
        self._connection.run_many(
            "INSERT OR IGNORE INTO derived_pending VALUES (?)", sorted({(matter,) for _, matter in listed})
        )
        if upto is None:
            self._connection.run(_NOTED_ALL)
        else:
            self._connection.run(_NOTED, (upto,))

    def tally(self) -> None:
        """Count how much is said of each party, and by whom."""
        Tallying(self._connection).renew()

    def renew(
        self, derived: Iterable[Derived], support: Iterable[Support], matters: Iterable[str], *, lists: Lists
    ) -> None:
        """Put what reconciling found out on some matters in the place of what it found out on them before.

        What is as it was is left; the ties that changed, and those that changed events turn or turned, are to be
        outlined.
        """
        about, listed = sorted(matters), list(derived)
        on: dict[str, object] = {"on": json.dumps(about)}
        Listing(self._connection).renew(lists, about)
        before = {row[0]: row for row in self._connection.rows(f"SELECT * FROM derived_occurrences WHERE {_ON}", on)}
        after = {each.statement: _found_row(each) for each in listed}
        lost = [row for key, row in before.items() if after.get(key) != row]
        gained = [row for key, row in sorted(after.items()) if before.get(key) != row]
        occurrences = {row[1] for row in (*before.values(), *after.values())}
        changed = {"of": json.dumps(sorted({row[1] for row in (*lost, *gained)} - {None}))}
        self._mark(changed)
        # What was brought together with something on another matter is to be looked at again with that.
        self._connection.run(_WAIT.format(_OF), changed)
        gone = ((key,) for key in sorted(before.keys() - after.keys()))
        self._connection.run_many("DELETE FROM derived_occurrences WHERE statement = ?", gone)
        self._connection.run_many(_FOUND, gained)
        self._renew_support(support, of=occurrences - {None})
        self._renew_turns(listed, on)
        self._mark(changed)
        self._connection.run(f"DELETE FROM derived_pending WHERE {_ON}", on)

    def _renew_support(self, support: Iterable[Support], of: Iterable[str]) -> None:
        sql, values = f"SELECT * FROM derived_support WHERE {_OF}", {"of": json.dumps(sorted(of))}
        before = {row[:2]: row for row in self._connection.rows(sql, values)}
        after = {row[:2]: row for row in map(_support_row, support)}
        gone = sorted(before.keys() - after.keys())
        self._connection.run_many("DELETE FROM derived_support WHERE occurrence = ? AND standing = ?", gone)
        self._connection.run_many(_SUPPORT, (row for key, row in after.items() if before.get(key) != row))

    def _renew_turns(self, derived: Iterable[Derived], on: Mapping[str, object]) -> None:
        rows = self._connection.rows(f"SELECT one, other, occurrence, matter FROM derived_turns WHERE {_ON}", on)
        before = {row[:3]: row for row in rows}
        turns = sorted({(*two, each.occurrence, each.matter) for each in derived for two in each.turns})
        # Of an event on several matters the first.
        after = {row[:3]: row for row in reversed(turns)}
        gone = sorted(before.keys() - after.keys())
        self._connection.run_many("DELETE FROM derived_turns WHERE one = ? AND other = ? AND occurrence = ?", gone)
        new = (row for key, row in after.items() if before.get(key) != row)
        self._connection.run_many("INSERT OR REPLACE INTO derived_turns VALUES (?, ?, ?, ?)", new)

    def outline(self, of: Iterable[str], outlines: Iterable[Outline], untold: Iterable[Untold]) -> None:
        """Put the ties among some occurrences, by their ids, in the place of what was known of them; `untold` are those
        of which there is nothing to say yet.
        """
        ids = [(each,) for each in sorted(of)]
        found = sorted(outlines, key=lambda each: each.id)
        for table in ("ties", "links", "untold"):
            self._connection.run_many(f"DELETE FROM derived_{table} WHERE occurrence = ?", ids)
        self._connection.run_many(_TIE, map(_row, found))
        self._connection.run_many("INSERT INTO derived_untold VALUES (?, ?, ?)", sorted(untold))
        self._connection.run_many(_LINK, (row for each in found for row in _link_rows(each)))
        self._connection.run_many("DELETE FROM derived_stale WHERE occurrence = ?", ids)


def _link_rows(of: Outline) -> Iterator[Row]:
    """The times of a tie that is asserted between parties with codes, between each two of them."""
    if not (of.reports and of.is_named):
        return
    # Sorts as `Outline.order` does: what stands between the sides sorts before what stands within them.
    sides = _SIDES.join(SEPARATOR.join(side) for side in (of.actor, of.recipient))
    for giver, taker in of.ends:
        for first, last in of.days or _NO_DAY:
            yield giver, taker, of.channel, of.size, sides, of.id, _since(of), str(first), str(last)


def _found_row(of: Derived) -> Row:
    return (of.statement, of.occurrence, of.origins, of.matter, of.origin, of.original_source)


def _since(of: Outline) -> str | None:
    return str(of.since) if of.since is not None else None


def _support_row(of: Support) -> Row:
    return (of.occurrence, of.standing, of.kind, of.reports, of.origins, of.conflicts)


def _row(of: Outline) -> Row:
    sides = SEPARATOR.join(of.actor), SEPARATOR.join(of.recipient)
    times = of.days or _NO_DAY
    first, last = times[0][0], times[-1][1]
    days = json.dumps([[str(one), str(other)] for one, other in of.days]) if len(of.days) > 1 else None
    counts = (of.reports, of.shares, of.denials, of.origins, _since(of))
    return (
        of.id,
        of.channel,
        *sides,
        str(first),
        str(last),
        days,
        *counts,
        *of.between,
        int(of.is_named),
        of.report,
        of.denial,
    )
