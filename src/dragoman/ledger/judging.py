"""Decisions carried out: what they cover is set aside, and what they say is put in its place.

A statement that is set aside stays in the ledger as superseded, so that the decision can be undone.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass

from dragoman.errors import DragomanError, InvalidValue, UnknownId
from dragoman.ledger.clock import FOREVER, shown
from dragoman.ledger.connection import Connection, Row
from dragoman.ledger.deriving import Deriving
from dragoman.ledger.entries import Entries
from dragoman.ledger.filters import Filters
from dragoman.ledger.pending import Pending
from dragoman.ledger.rows import insertion
from dragoman.records import Anchor, Decision, Document, Entry, Statement

_COLUMNS = "id, verdict, who, why, anchor, change, scope, name, other"
_DECISION = insertion("decisions", f"{_COLUMNS}, recorded")
_DECIDED = insertion("decided", "decision, statement, put, recorded")
_KNOWN = f"""
SELECT key, {_COLUMNS}, recorded, CASE WHEN superseded <= :known THEN superseded END,
  CASE WHEN superseded <= :known THEN undone_by END FROM decisions
WHERE recorded <= :known ORDER BY recorded, key
"""
_DONE = "SELECT DISTINCT statement, put FROM decided WHERE decision = ?"
_DOCUMENT_THERE = "SELECT 1 FROM documents WHERE id = ? AND superseded IS NULL"
_PUT_IN_VAIN = """
SELECT 1 FROM decided x JOIN decisions d ON d.key = x.decision WHERE x.put = ? AND d.superseded IS NOT NULL
"""
#: The reading of the document that stands last still found it: what it finds and a decision covers is noted each time.
_STILL_FOUND = """
SELECT 1 FROM decided x WHERE x.statement = ? AND x.recorded >= (
  SELECT max(r.recorded) FROM readings r JOIN documents d ON d.key = r.document WHERE d.id = ?)
"""
_PRESENT = "SELECT 1 FROM statements WHERE id = ? AND superseded IS NULL"
_ASIDE = "UPDATE statements SET superseded = ? WHERE id = ? AND superseded IS NULL"


def decisions(connection: Connection, known: str, *, undone: bool = False) -> Iterator[tuple[int, Decision]]:
    """The decisions known at a moment with their keys, in the order they were taken; those undone too if asked for."""
    for row in connection.rows(_KNOWN, {"known": known}):
        if row[11] is None or undone:
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
        self._put_in: set[str] = set()
        self._aside: list[tuple[str, str]] = []
        self._decided: list[Row] = []
        self._confirmed: list[Row] = []

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
        """Put in a statement, or what decisions say instead; `there` are the ids of those present now or soon."""
        steps = list(self._steps(statement, at.document))
        for number, (key, judged, instead) in enumerate(steps):
            if not self._is_aside(key, judged) and not (number and self._is_there(judged)):
                pending.add(at.key, at.document, judged, at.now)
                self._aside.append((at.now, judged.id))
            self._decided.append((key, judged.id, instead.id if instead is not None else None, at.now))
        last = steps[-1][2] if steps else statement
        if last is not None:
            self._confirmed += [
                (key, last.id, None, at.now)
                for key, each in self._decisions
                if each.verdict == "confirmed" and each.covers(last, at.document)
            ]
        if last is not None and not (steps and last.id in there) and last.id not in self._put_in:
            pending.add(at.key, at.document, last, at.now)
            self._put_in.add(last.id)

    def _steps(self, statement: Statement, document: Document) -> Iterator[tuple[int, Statement, Statement | None]]:
        """Each decision that covers a statement, or what an earlier one made of it, with what it covers and makes."""
        faults = [each for each in self._decisions if not each[1].changes_nothing]
        left = sorted(faults, key=lambda each: each[1].scope is None)
        current: Statement | None = statement
        while current is not None:
            step = next((one for each in left if (one := _step(*each, current, document)) is not None), None)
            if step is None:
                return
            left = [each for each in left if each[0] != step[0]]
            yield step
            current = step[2]

    def flush(self) -> None:
        """Write what was decided of the statements put in; call it after these were written."""
        self._connection.run_many(_ASIDE, self._aside)
        self._connection.run_many(_DECIDED, [*self._decided, *self._confirmed])
        self._aside.clear()

    def decide(self, decision: Decision, pending: Pending, now: str, *, ahead: bool = False) -> int:
        """Write down a decision and carry it out; returns how many present statements it covers.

        One that covers none is refused, unless it is taken `ahead` of what it is about.
        """
        if any(each.id == decision.id for _, each in self._decisions):
            raise InvalidValue("This was decided already, by the same person for the same reason.")
        covered = [entry for entry in self._entries(decision) if decision.covers(entry.statement, entry.document)]
        if not covered and not ahead:
            raise InvalidValue(self._about_nothing(decision))
        key = self._connection.run(_DECISION, (*_row(decision), now))
        if decision.is_pairing:
            self._reconcile_anew(decision, covered, ahead=ahead)
            return len(covered)
        if decision.verdict == "confirmed":
            # Nothing stands in its place: what was put in by a decision goes when that is undone.
            self._connection.run_many(_DECIDED, ((key, each.statement.id, None, now) for each in covered))
            return len(covered)
        kept = self.kept()
        made = [(entry, decision.applied(entry.statement)) for entry in covered]
        changed = [(entry, instead) for entry, instead in made if instead is None or instead.id != entry.statement.id]
        if not changed and not ahead:
            raise InvalidValue("That is what the statement says already; give what it should say.")
        for entry, instead in changed:
            self._connection.run(_ASIDE, (now, entry.statement.id))
            put = None
            # What stands without decisions is not put in, and stays when this one is undone.
            if instead is not None and (instead.id in kept or not self._is_there(instead)):
                put = instead.id
                self._put(pending, instead, entry.document, now)
            self._connection.run(_DECIDED, (key, entry.statement.id, put, now))
        return len(covered)

    def _about_nothing(self, decision: Decision) -> str:
        """Why a decision covers nothing: the same was retracted before, or there is none of it."""
        same = (each for _, each in self._decisions if each.scope is not None and each.scope == decision.scope)
        before = next((each for each in same if each.names(decision.name or "")), None)
        if before is not None:
            return f"It was retracted already, by {before.who} ({before.why}); `dragoman decisions LEDGER` lists it."
        return "The decision is about nothing that stands in the ledger; check the id or the name."

    def _reconcile_anew(self, decision: Decision, covered: Sequence[Entry], *, ahead: bool) -> None:
        """Forget what was derived of the statements of a pair; raises `InvalidValue` if one of the two is not there."""
        if not ahead and not all(any(side.holds(each.statement) for each in covered) for side in decision.anchors):
            raise InvalidValue("One of the two statements does not stand in the ledger; check the ids.")
        Deriving(self._connection).unsettle(each.statement.id for each in covered)

    def carry_on(self, identity: str, statements: Collection[str], now: str) -> None:
        """Set aside more statements, by their ids, that a decision covers."""
        key = next(key for key, each in self._decisions if each.id == identity)
        for statement in statements:
            self._connection.run(_ASIDE, (now, statement))
            self._connection.run(_DECIDED, (key, statement, None, now))

    def undo(self, identity: str, who: str | None, pending: Pending, now: str) -> Decision:
        """Take a decision back: what it put in is set aside, and what it set aside is put in again."""
        if not identity.strip():
            raise UnknownId("No id of a decision was given; `dragoman decisions LEDGER` lists them.")
        found = [(key, each) for key, each in self._decisions if each.id.startswith(identity)]
        if len(found) != 1:
            what = "No decision that holds has" if not found else "Several decisions have"
            raise UnknownId(f"{what} an id that begins with {identity!r}; `dragoman decisions LEDGER` lists them.")
        ((key, decision),) = found
        self._connection.run("UPDATE decisions SET superseded = ?, undone_by = ? WHERE key = ?", (now, who, key))
        self._decisions.remove((key, decision))
        if decision.is_pairing:
            covered = [each for each in self._entries(decision) if decision.covers(each.statement, each.document)]
            self._reconcile_anew(decision, covered, ahead=True)
        if decision.changes_nothing:
            return decision
        entries = Entries(self._connection, FOREVER, derived=False)
        kept = self.kept()
        for statement, put in list(self._connection.rows(_DONE, (key,))):
            if put is not None and put != statement and put not in kept:
                self._connection.run(_ASIDE, (now, put))
            entry = entries.one(statement)
            if entry.superseded is not None and self._may_come_back(entry):
                self.add(pending, Place(self._document(entry.document), entry.document, now), entry.statement)
        return decision

    def _may_come_back(self, entry: Entry) -> bool:
        """Whether a statement that was set aside is still its document's: the document is present, its last reading
        found the statement, and that was not itself put in by a decision that holds no more.
        """
        document, statement = entry.document.id, entry.statement.id
        present = self._connection.row(_DOCUMENT_THERE, (document,)) is not None
        found = self._connection.row(_STILL_FOUND, (statement, document)) is not None
        return present and found and self._connection.row(_PUT_IN_VAIN, (statement,)) is None

    def _put(self, pending: Pending, statement: Statement, document: Document, now: str) -> None:
        if not self._is_there(statement) and statement.id not in self._put_in:
            pending.add(self._document(document), document, statement, now)
            self._put_in.add(statement.id)

    def _is_there(self, statement: Statement) -> bool:
        return self._connection.row(_PRESENT, (statement.id,)) is not None

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
        documents: set[str | None] = {each.document for each in decision.anchors}
        if decision.scope == "document":
            documents = {decision.name}
        for document in sorted(documents, key=str) or [None]:
            yield from entries.select(Filters(document=document))


def _step(
    key: int, decision: Decision, statement: Statement, document: Document
) -> tuple[int, Statement, Statement | None] | None:
    """What a decision makes of a statement, `None` if it does not cover it or changes nothing of it."""
    if not decision.covers(statement, document):
        return None
    try:
        instead = decision.applied(statement)
    except DragomanError:
        # It was taken of other words; a document must not stay unread for it.
        return None
    return None if instead is not None and instead.id == statement.id else (key, statement, instead)


def _row(decision: Decision) -> Row:
    anchor, other = (each and json.dumps(asdict(each)) for each in (decision.anchor, decision.other))
    what = (decision.change, decision.scope, decision.name, other)
    return (decision.id, decision.verdict, decision.who, decision.why, anchor, *what)


def _decision(row: Row) -> Decision:
    _, verdict, who, why, anchor, change, scope, name, other, recorded, superseded, undone_by = row
    at, beside = (Anchor.from_values(json.loads(each)) if each is not None else None for each in (anchor, other))
    moments = (shown(recorded), shown(superseded))
    return Decision(verdict, who, why, at, change, scope, name, beside, *moments, undone_by)
