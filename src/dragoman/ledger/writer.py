"""The one way into a ledger."""

from __future__ import annotations

import json
import weakref
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Self

from dragoman.errors import InvalidValue, LedgerError
from dragoman.ledger import differing, rows, sums
from dragoman.ledger.clock import moment
from dragoman.ledger.connection import Connection, Row
from dragoman.ledger.derived import Derived, Lists, Support
from dragoman.ledger.deriving import Deriving, Untold
from dragoman.ledger.judging import Judging, Place
from dragoman.ledger.lock import Lock
from dragoman.ledger.offer import Offer
from dragoman.ledger.offering import note
from dragoman.ledger.pending import Pending
from dragoman.ledger.view import View
from dragoman.records import Copy, Decision, Document, Outline, Reading, Statement

_DOCUMENT = rows.insertion("documents", f"recorded, {rows.DOCUMENT_COLUMNS}")
_READING = rows.insertion("readings", "document, reader, statements, recorded")
_COPIES = "SELECT document, of, kind, likeness FROM copies WHERE superseded IS NULL"
_COPY = rows.insertion("copies", "document, of, kind, likeness, recorded")
_COPY_GONE = "UPDATE copies SET superseded = ? WHERE document = ? AND of = ? AND superseded IS NULL"
_SIGNATURE = (
    "INSERT INTO signatures (document, signature, recorded) VALUES (?, ?, ?) ON CONFLICT (document) DO UPDATE "
    "SET signature = excluded.signature, recorded = excluded.recorded"
)
_NO_LISTS = Lists()
#: As many statements as are kept in mind, some 50 MB.
_IN_MIND = 20_000
_COPIES_BETWEEN = f"{_COPIES} AND (document, of) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))"
_COMPARED = "INSERT OR IGNORE INTO compared VALUES (?)"
#: Some documents, those that have their text from them, and so on, as it is and as it was before a moment.
_BELOW = """
WITH RECURSIVE below (moment, document) AS (
  SELECT ?, value FROM json_each(?)
  UNION SELECT b.moment, c.document FROM below b CROSS JOIN copies c ON c.of = b.document
  WHERE c.superseded IS NULL OR c.superseded >= b.moment
)
SELECT document FROM below
"""
_IN = """
SELECT s.id FROM documents d JOIN statements s ON s.document = d.key
WHERE s.superseded IS NULL AND d.id IN (SELECT value FROM json_each(?))
"""


class Writer:
    """Adds to one ledger; each call is one transaction, so that a kill at any moment leaves whole documents only.

    `recorded` is an ISO timestamp. The ledger's clock never goes back: an earlier one than the latest that the ledger
    holds counts as that latest one, because what the ledger said then must stay what it said.
    """

    def __init__(self, connection: Connection, lock: Lock) -> None:
        self._connection = connection
        sums.keep(connection)
        self._deriving = Deriving(connection)
        #: How often statements read by this writer were judged by a decision.
        self.needed = 0
        #: What it has written, as records by the keys of their rows, as far as it is kept in mind: rows stay what they
        #: are, so what is asked of it at once need not be made of them again.
        self.written: dict[int, tuple[Document, Statement]] = {}
        self._close = weakref.finalize(self, _let_go, connection, lock)

    def add(self, reading: Reading, *, recorded: str) -> bool:
        """Add a document with all statements that one reader found in it; returns whether anything was written.

        Nothing is if the document and that reader's reading of it are there. A reading by another reader supersedes the
        statements that it does not find again, adds those that are new, and leaves the others as they are.
        Raises `InvalidValue` if a statement's words do not stand in the document, with nothing written.
        """
        return self.add_many([reading], recorded=recorded) == 1

    def add_many(self, readings: Iterable[Reading], *, recorded: str) -> int:
        """Add several readings in one transaction, all or none; returns how many of them were not there yet."""
        return sum(self.add_each(readings, recorded=recorded))

    def add_each(self, readings: Iterable[Reading], *, recorded: str, in_mind: bool = False) -> list[bool]:
        """Add several readings in one transaction, all or none; returns of each whether it was not there yet.

        This is the fast path: a few hundred documents a call. `in_mind`: they will soon be asked for.
        """
        with self._recording(recorded) as now:
            pending, judging = Pending(self._connection), Judging(self._connection)
            added = [self._add(reading, pending, judging, now) for reading in readings]
            pending.flush()
            judging.flush()
        self.needed += judging.needed
        if in_mind and len(self.written) < _IN_MIND:
            self.written |= pending.written
        return added

    def decide(self, decision: Decision, *, recorded: str, fallen: Collection[str] = ()) -> int:
        """Take a decision: the statements it covers, and those that fall with them by id, are superseded, and what it
        says is put in their place; returns how many it covers. It holds for what is read later as well.

        Raises `InvalidValue` if it was taken already or covers nothing, with nothing written.
        """
        return self._decide([decision], {decision.id: fallen}, recorded, ahead=False)

    def take_over(self, decisions: Sequence[Decision], *, recorded: str, fallen: Mapping[str, Collection[str]]) -> int:
        """Take decisions that were taken elsewhere, all or none, also those on what is not here yet; `fallen` gives
        what falls with each by its id. Returns how many statements they cover.
        """
        return self._decide(decisions, fallen, recorded, ahead=True)

    def carry_on(self, decision: Decision, statements: Collection[str], *, recorded: str) -> None:
        """Supersede more statements, by their ids, on account of a decision that holds."""
        with self._recording(recorded) as now:
            Judging(self._connection).carry_on(decision.id, statements, now)

    def _decide(
        self, decisions: Sequence[Decision], fallen: Mapping[str, Collection[str]], recorded: str, *, ahead: bool
    ) -> int:
        covered = 0
        with self._recording(recorded) as now:
            for each in decisions:
                pending, judging = Pending(self._connection), Judging(self._connection)
                covered += judging.decide(each, pending, now, ahead=ahead)
                pending.flush()
                Judging(self._connection).carry_on(each.id, fallen.get(each.id, ()), now)
        return covered

    def undo(self, identity: str, *, recorded: str, who: str | None = None) -> Decision:
        """Take back the decision with that id or unique beginning of one; raises `UnknownId`."""
        with self._recording(recorded) as now:
            pending, judging = Pending(self._connection), Judging(self._connection)
            undone = judging.undo(identity, who, pending, now)
            pending.flush()
            judging.flush()
        return undone

    def note_offer(self, offer: Offer, *, recorded: str) -> bool:
        """Record what was offered and what became of it; returns whether that is news.

        Call it after the documents it gave were added. Documents that an earlier offer of the same path gave and that
        no present offer gives are superseded, with their statements.
        """
        return self.note_offers([offer], recorded=recorded) == 1

    def note_offers(self, offers: Iterable[Offer], *, recorded: str) -> int:
        """Record several offers in one transaction, as `note_offer` does one; returns how many are news."""
        with self._recording(recorded) as now:
            return note(self._connection, offers, now)

    def add_signatures(self, signatures: Mapping[str, bytes], *, recorded: str) -> None:
        """Add, by document id, what finding copies needs of the documents' texts."""
        with self._recording(recorded) as now:
            self._connection.run_many(
                _SIGNATURE,
                ((document, signature, now) for document, signature in signatures.items()),
            )

    def renew_signatures(self, signatures: Mapping[str, bytes], *, recorded: str) -> None:
        """Put signatures in the place of those of documents, by id, that another version of this program made: no
        document has been compared with the others then.
        """
        with self._recording(recorded) as now:
            self._connection.run_many(_SIGNATURE, ((document, each, now) for document, each in signatures.items()))
            self._connection.run("DELETE FROM compared")

    def replace_copies(self, copies: Iterable[Copy], *, compared: Iterable[str], recorded: str) -> int:
        """Put which documents have what from which in the place of what was found before; returns how many are new.

        `compared` are the ids of all documents that were looked at. What was derived of the statements of documents
        that have their text from elsewhere than before, and of those that have it from them, is taken away.
        """
        after = {_copy_row(copy) for copy in copies}
        with self._recording(recorded) as now:
            before = set(self._connection.rows(_COPIES))
            self._change_copies(before - after, after - before, now)
            self._connection.run("DELETE FROM compared")
            self._connection.run_many(_COMPARED, ((each,) for each in sorted(compared)))
            return len(after - before)

    def add_copies(
        self, copies: Iterable[Copy], *, without: Iterable[tuple[str, str]], compared: Iterable[str], recorded: str
    ) -> int:
        """Add to which documents have what from which what was found with new ones, whose ids are `compared`; no longer
        one of the other are those `without`. Returns how many are new. What was derived goes as in `replace_copies`.
        """
        after = {_copy_row(copy) for copy in copies}
        apart = {each for one, other in without for each in ((one, other), (other, one))}
        pairs = json.dumps(sorted(apart | {row[:2] for row in after}))
        with self._recording(recorded) as now:
            before = set(self._connection.rows(_COPIES_BETWEEN, (pairs,)))
            self._change_copies(before - after, after - before, now)
            self._connection.run_many(_COMPARED, ((each,) for each in sorted(compared)))
            return len(after - before)

    def _change_copies(self, gone: Set[Row], new: Set[Row], now: str) -> None:
        self._connection.run_many(_COPY_GONE, ((now, *row[:2]) for row in sorted(gone)))
        self._connection.run_many(_COPY, ((*row, now) for row in sorted(new)))
        changed = json.dumps(sorted({row[0] for row in gone | new}))
        below = json.dumps(sorted(document for (document,) in self._connection.rows(_BELOW, (now, changed))))
        self._deriving.unsettle(statement for (statement,) in self._connection.rows(_IN, (below,)))

    def note_matters(self, matters: Iterable[tuple[str, str]], *, upto: int | None) -> None:
        """Write down on which matters statements are, by their ids: what is to be reconciled next. `upto` is the key of
        the last of them, as `View.fresh` gives it, `None` if there are no more.
        """
        with self._connection.transaction():
            self._deriving.note(matters, upto)

    def prepare_derived(self) -> None:
        """Make ready for deriving: the tables are there, and hold nothing of statements that are not."""
        with self._connection.transaction():
            self._deriving.prepare()
            self._deriving.forget_gone()

    def drop_derived(self) -> None:
        """Take away all that was derived, and index the words of the documents anew."""
        with self._connection.transaction():
            self._deriving.drop()
            self._connection.run("INSERT INTO search (search) VALUES ('rebuild')")

    def set_derived_aside(self) -> None:
        """Keep what was derived beside, to be compared with what is derived anew; only for a copy of a ledger."""
        with self._connection.transaction():
            differing.set_aside(self._connection)

    def differing(self) -> list[str]:
        """How what was set aside differs from what was derived since, as sentences."""
        return list(differing.differing(self._connection))

    def renew_derived(
        self,
        derived: Iterable[Derived],
        *,
        matters: Iterable[str],
        support: Iterable[Support] = (),
        lists: Lists = _NO_LISTS,
    ) -> None:
        """Put what reconciling found out on some matters in the place of what it found out on them before.

        `support` is that of all events and ties that statements on these matters are reports of, `lists` what is listed
        of these.
        """
        with self._connection.transaction():
            self._deriving.prepare()
            self._deriving.renew(derived, support, matters, lists=lists)

    def renew_tallies(self) -> None:
        """Count how much is said of each party, and by whom."""
        with self._connection.transaction():
            self._deriving.tally()

    def renew_outlines(self, outlines: Iterable[Outline], *, of: Iterable[str], untold: Iterable[Untold] = ()) -> None:
        """Put the ties among some occurrences, by their ids, in the place of what was known of them; `untold` are those
        of which there is nothing to say yet, with their first two parties.
        """
        with self._connection.transaction():
            self._deriving.outline(of, outlines, untold)

    def view(self) -> View:
        """What the ledger says with all that was written by this so far, and with what it writes next; only while this
        is open.
        """
        return View(self._connection.shared(), written=self.written)

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is written inside is kept together, or none of it is: whoever reads sees it all at once."""
        with self._connection.transaction():
            yield

    def close(self) -> None:
        """Let go of the ledger, so that another writer can open it."""
        self._close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _recording(self, recorded: str) -> Iterator[str]:
        with self._connection.transaction():
            (latest,) = self._connection.row("SELECT latest FROM clock") or ("",)
            now = max(moment(recorded), latest)
            if now != latest:
                self._connection.run("UPDATE clock SET latest = ?", (now,))
            yield now

    def _add(self, reading: Reading, pending: Pending, judging: Judging, now: str) -> bool:
        document, there = reading.document, set[str]()
        # Of two statements with one id the first stays.
        found = {statement.id: statement for statement in reversed(reading.statements)}
        present = self._connection.row("SELECT key FROM documents WHERE id = ? AND superseded IS NULL", (document.id,))
        if present is None:
            key = self._add_document(document, pending, now)
        else:
            (key,) = present
            if self._is_read(key, reading.reader):
                return False
            pending.flush()
            there = self._supersede_others(key, found.keys() | judging.kept(), now)
        self._connection.run(_READING, (key, reading.reader, len(reading.statements), now))
        all_there = there | found.keys()
        for statement in reversed(found.values()):
            if statement.id not in there:
                judging.add(pending, Place(key, document, now), statement, there=all_there)
        return True

    def _add_document(self, document: Document, pending: Pending, now: str) -> int:
        try:
            row = rows.document_row(document)
            document.text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise InvalidValue(
                f"Document {document.id} ({document.path or document.title}) holds half a character at {error.start}; "
                "put U+FFFD in its place before reading it."
            ) from error
        key = self._connection.run(_DOCUMENT, (now, *row))
        pending.add_words(key, document)
        return key

    def _is_read(self, document: int, reader: str) -> bool:
        sql = "SELECT 1 FROM readings WHERE document = ? AND reader = ?"
        return self._connection.row(sql, (document, reader)) is not None

    def _supersede_others(self, document: int, found: Set[str], now: str) -> set[str]:
        """Supersede the document's statements that are not among the found ones, by ids; return those of the others."""
        there: dict[str, int] = dict(
            self._connection.rows(
                "SELECT id, key FROM statements WHERE document = ? AND superseded IS NULL", (document,)
            )
        )
        gone = [(now, key) for identity, key in there.items() if identity not in found]
        self._connection.run_many("UPDATE statements SET superseded = ? WHERE key = ?", gone)
        return there.keys() & found


def _copy_row(copy: Copy) -> Row:
    return (copy.document, copy.of, copy.kind, copy.likeness)


def _let_go(connection: Connection, lock: Lock) -> None:
    # A forked worker that ends must not close what its parent still writes with.
    if not lock.ours:
        return
    # The last one out folds the log into the file and removes it, so that an analyst carries one file. Nobody is let in
    # meanwhile, which is long on a slow disk; so it is folded before, beside whoever reads.
    try:
        with suppress(LedgerError):
            connection.run("PRAGMA wal_checkpoint(PASSIVE)")
    finally:
        connection.close()
        lock.release()
