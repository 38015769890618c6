"""Decisions carried out: what they cover is set aside, and what they say is put in its place.

A statement that is set aside stays in the ledger as superseded, so that the decision can be undone.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import asdict, dataclass

from dragoman.errors import InvalidValue, UnknownId
from dragoman.ledger.clock import FOREVER, shown
from dragoman.ledger.connection import Connection, Row
from dragoman.ledger.entries import Entries
from dragoman.ledger.filters import Filters
from dragoman.ledger.pending import Pending
from dragoman.ledger.rows import insertion
from dragoman.records import Anchor, Decision, Document, Entry, Statement

_COLUMNS = "id, verdict, who, why, anchor, change, scope, name"
_DECISION = insertion("decisions", f"{_COLUMNS}, recorded")
_DECIDED = insertion("decided", "decision, statement, put, recorded")
_KNOWN = f"""
SELECT key, {_COLUMNS}, recorded, CASE WHEN superseded <= :known THEN superseded END FROM decisions
WHERE recorded <= :known ORDER BY recorded, key
"""
_DONE = "SELECT DISTINCT statement, put FROM decided WHERE decision = ?"
_PRESENT = "SELECT 1 FROM statements WHERE id = ? AND superseded IS NULL"
_ASIDE = "UPDATE statements SET superseded = ? WHERE id = ? AND superseded IS NULL"


def decisions(connection: Connection, known: str, *, undone: bool = False) -> Iterator[tuple[int, Decision]]:
    """The decisions known at a moment with their keys, in the order they were taken; those undone too if asked for."""
    for row in connection.rows(_KNOWN, {"known": known}):
        if row[10] is None or undone:
            yield row[0], _decision(row[1:])


@dataclass(frozen=True, slots=True)
class Place:
    """A document, the key of its row, and the moment at which something is put in."""

    key: int
    document: Document
    now: str


class Judging:
    """The decisions that hold, applied to statements on their way into the ledger."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._decisions = list(decisions(connection, FOREVER))
        self._aside: list[tuple[str, str]] = []
        self._decided: list[Row] = []

    @property
    def needed(self) -> int:
        """How often a decision was needed since this began."""
        return len(self._decided)

    def kept(self) -> set[str]:
        """The ids of the statements that decisions put in the place of others."""
        keys = {key for key, _ in self._decisions}
        sql = "SELECT decision, put FROM decided WHERE put IS NOT NULL"
        return {put for decision, put in self._connection.rows(sql) if decision in keys}

    def add(self, pending: Pending, at: Place, statement: Statement, *, there: Collection[str] = ()) -> None:
        """Put in a statement, or what a decision says instead; `there` are the ids of its document's present ones."""
        key, document, now = at.key, at.document, at.now
        decision = next((each for each in self._decisions if each[1].covers(statement, document)), None)
        if decision is None:
            pending.add(key, document, statement, now)
            return
        instead = decision[1].applied(statement)
        if not self._is_aside(decision[0], statement):
            pending.add(key, document, statement, now)
            self._aside.append((now, statement.id))
        if instead is not None and instead.id not in there:
            pending.add(key, document, instead, now)
        self._decided.append((decision[0], statement.id, instead.id if instead is not None else None, now))

    def flush(self) -> None:
        """Write what was decided of the statements put in; call it after these were written."""
        self._connection.run_many(_ASIDE, self._aside)
        self._connection.run_many(_DECIDED, self._decided)
        self._aside.clear()

    def decide(self, decision: Decision, pending: Pending, now: str) -> int:
        """Write down a decision and carry it out; returns how many present statements it covers."""
        if any(each.id == decision.id for _, each in self._decisions):
            raise InvalidValue("This was decided already, by the same person for the same reason.")
        covered = [entry for entry in self._entries(decision) if decision.covers(entry.statement, entry.document)]
        anchor = json.dumps(asdict(decision.anchor)) if decision.anchor is not None else None
        row = (decision.id, decision.verdict, decision.who, decision.why, anchor)
        key = self._connection.run(_DECISION, (*row, decision.change, decision.scope, decision.name, now))
        for entry in covered:
            instead = decision.applied(entry.statement)
            self._connection.run(_ASIDE, (now, entry.statement.id))
            if instead is not None:
                self._put(pending, instead, entry.document, now)
            self._connection.run(_DECIDED, (key, entry.statement.id, instead.id if instead is not None else None, now))
        return len(covered)

    def undo(self, identity: str, pending: Pending, now: str) -> Decision:
        """Take a decision back: what it put in is set aside, and what it set aside is put in again."""
        found = [(key, each) for key, each in self._decisions if each.id.startswith(identity)]
        if len(found) != 1:
            what = "No decision that holds has" if not found else "Several decisions have"
            raise UnknownId(f"{what} an id that begins with {identity!r}; `dragoman decisions LEDGER` lists them.")
        ((key, decision),) = found
        self._connection.run("UPDATE decisions SET superseded = ? WHERE key = ?", (now, key))
        self._decisions.remove((key, decision))
        entries = Entries(self._connection, FOREVER, derived=False)
        for statement, put in list(self._connection.rows(_DONE, (key,))):
            if put is not None:
                self._connection.run(_ASIDE, (now, put))
            entry = entries.one(statement)
            if entry.superseded is not None:
                self.add(pending, Place(self._document(entry.document), entry.document, now), entry.statement)
        return decision

    def _put(self, pending: Pending, statement: Statement, document: Document, now: str) -> None:
        if self._connection.row(_PRESENT, (statement.id,)) is None:
            pending.add(self._document(document), document, statement, now)

    def _document(self, document: Document) -> int:
        (key,) = self._connection.row(
            "SELECT key FROM documents WHERE id = ? ORDER BY superseded IS NULL DESC, key DESC", (document.id,)
        ) or (0,)
        return int(key)

    def _is_aside(self, decision: int, statement: Statement) -> bool:
        sql = "SELECT 1 FROM decided WHERE decision = ? AND statement = ?"
        return self._connection.row(sql, (decision, statement.id)) is not None

    def _entries(self, decision: Decision) -> Iterator[Entry]:
        """The present entries among which those are that a decision covers."""
        entries = Entries(self._connection, FOREVER, derived=False)
        document = decision.anchor.document if decision.anchor is not None else None
        if decision.scope == "document":
            document = decision.name
        return entries.select(Filters(document=document))


def _decision(row: Row) -> Decision:
    _, verdict, who, why, anchor, change, scope, name, recorded, superseded = row
    at = None
    if anchor is not None:
        values = json.loads(anchor)
        at = Anchor(**{**values, "actor": tuple(values["actor"]), "recipient": tuple(values["recipient"])})
    return Decision(verdict, who, why, at, change, scope, name, shown(recorded), shown(superseded))
