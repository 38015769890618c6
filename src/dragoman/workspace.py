"""One ledger, one reader, one runner: everything a face can ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from types import TracebackType
from typing import Self

from dragoman import brief
from dragoman.analysis import (
    Borrowing,
    Change,
    Descent,
    Forecast,
    Measured,
    Rereading,
    Tie,
    borrowings,
    changes,
    descents,
    dyad,
    forecasts,
    gathered,
    of_document,
    of_publisher,
    one_a_day,
    quantities,
    stands,
    ties,
)
from dragoman.codebook.names import code
from dragoman.derive import derive, retracted
from dragoman.errors import InvalidValue, UnknownName
from dragoman.exchange import statements
from dragoman.intake import Defaults
from dragoman.ledger import Counts, Filters, Hit, Ledger, View, Writer
from dragoman.pairing import contradicting, needed
from dragoman.pile import Pile, Progress
from dragoman.reading.reader import version
from dragoman.reading.sentences import paragraphs
from dragoman.reconcile import normalised
from dragoman.records import Anchor, Decision, Document, Entry, Failure, Passage, Reading, Report, Span
from dragoman.records.dates import from_iso
from dragoman.records.decision import Fault, Pairing, Scope
from dragoman.runners import run
from dragoman.settings import Settings
from dragoman.task import TOGETHER, read_again
from dragoman.telling import findings, renewed, reports, stated, told


class Workspace:
    """A ledger and what can be done with it; make one with `dragoman.open`."""

    def __init__(self, ledger: Ledger, settings: Settings, *, known: str | None = None) -> None:
        self._ledger = ledger
        self._settings = settings
        self._known = known

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False, settings: Settings | None = None) -> Self:
        """The workspace of the ledger at a path, made there if `create` is set; raises `LedgerError`s."""
        return cls(Ledger.open(path, create=create), settings if settings is not None else Settings.of())

    def at(self, known: str) -> Self:
        """The same ledger as it was known at a moment: an ISO timestamp, or a day (its end, in UTC).

        All questions answer as they would have then; nothing can be read into it. Raises `InvalidValue`.
        """
        with self._ledger.view(known=known):
            return type(self)(self._ledger, self._settings, known=known)

    def read(
        self,
        paths: Sequence[str | Path],
        *,
        workers: int = 1,
        publisher: str | None = None,
        published: str | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """Read files, folders, patterns or `-` into the ledger; what has not changed since it was read is passed over.

        `publisher` and `published` (an ISO date) hold for documents that give none themselves. Raises `LedgerBusy`,
        and `InvalidValue` on a workspace of the past.
        """
        defaults = Defaults(publisher, from_iso(published) if published is not None else None)
        with self._writer() as writer:
            return Pile(self._ledger, writer, self._settings.now(), defaults).read(paths, workers, progress)

    def reread(self, *, workers: int = 1) -> Rereading:
        """Read the documents that this program's reader has not read, as they stand in the ledger; tells what it finds
        otherwise than the reader before. Decisions hold.
        """
        recorded, found = self._settings.now(), Rereading()
        with self._writer() as writer:
            with self._ledger.view() as view:
                unread = list(view.unread(version()))
                before = {each.id: stated(view, each.id) for each in unread}
            shares = [unread[start : start + TOGETHER] for start in range(0, len(unread), TOGETHER)]
            anew: set[str] = set()
            for outcomes in run(read_again, shares, workers=workers):
                readings = [each for each in outcomes if isinstance(each, Reading)]
                writer.add_many(readings, recorded=recorded)
                anew |= {each.document.id for each in readings}
                found.failures += [each for each in outcomes if isinstance(each, Failure)]
            derive(self._ledger, writer, recorded=recorded)
        with self._ledger.view() as view:
            found.needed = writer.needed + needed(view, anew)
            for identity in sorted(anew):
                found.compare(before[identity], stated(view, identity))
        return found

    def brief(self, one: str, other: str, *, as_of: date | None = None) -> brief.Brief:
        """What the pile says of two parties, by any name or code; raises `UnknownName`.

        `as_of` defaults to the latest publication date of what speaks of both.
        """
        pair = code(one), code(other)
        return brief.compose(dyad(list(self.statements(Filters(parties=pair))), *pair, as_of=as_of))

    def statements(self, filters: Filters | None = None) -> Iterator[Entry]:
        """The statements that the filters let through, in the order of documents and of their texts."""
        with self._view() as view:
            yield from told(view, filters if filters is not None else Filters())

    def one_a_day(self, filters: Filters | None = None) -> Iterator[Entry]:
        """Of the asserted events that the filters let through the first report of each type, sides and day."""
        return one_a_day(self.statements(filters))

    def export(self, filters: Filters | None = None) -> Iterator[str]:
        """The statements as lines of JSON, as docs/statement.md describes them."""
        return statements.lines(self.statements(filters))

    def show(self, identity: str) -> Passage:
        """The statement with that id, or the unique beginning of one, in its paragraph; raises `UnknownId`."""
        with self._view() as view:
            entry = view.entry(identity)
        return Passage(entry, _paragraph(entry))

    def lineage(self, identity: str) -> tuple[Descent, ...]:
        """From whom each report of the event or tie that a statement is about has it; raises `UnknownId`."""
        with self._view() as view:
            entry = view.entry(identity)
            return descents(reports(view, entry), view.copies(), view.document)

    def borrowings(self, about: str | None = None) -> tuple[Borrowing, ...]:
        """Which documents copy, excerpt, retell, translate or cite which, by their age; `dragoman.branches` makes
        trees of it.

        `about` is the id of a document, or the beginning of one with its `d1:`, for all that are bound to it; or a
        publisher who takes part. Raises `UnknownId` or `UnknownName`.
        """
        with self._view() as view:
            found = borrowings(list(view.documents()), view.copies(), view.entries())
            if about is None:
                return found
            if about.strip().startswith("d1:"):
                return of_document(found, view.document(about).id)
            names = view.publishers() | {name for each in found for name in each.chain}
        if not any(normalised(each) == normalised(about) for each in names):
            raise UnknownName(about, "publisher", get_close_matches(about, sorted(names), 3))
        return of_publisher(found, about)

    def ties(self, *parties: str, on: date | None = None) -> tuple[Tie, ...]:
        """What stands or stood between parties, and from when to when, by statements in which all of them take part;
        raises `UnknownName`.

        `on` leaves those that stand on that day.
        """
        filters = Filters(parties=tuple(code(name) for name in parties))
        found = ties(gathered(self.statements(filters)))
        return tuple(tie for tie in found if on is None or stands(tie, on))

    def quantities(self, *parties: str) -> tuple[Measured, ...]:
        """All figures side by side, of statements in which all of the parties take part; raises `UnknownName`."""
        return quantities(self.statements(Filters(parties=tuple(code(name) for name in parties))))

    def forecasts(self, *parties: str, on: date | None = None) -> tuple[Forecast, ...]:
        """What was predicted in statements in which all of the parties take part, and what came of it by a day; raises
        `UnknownName`.

        `on` defaults to the latest publication date of what speaks of them.
        """
        return forecasts(self.statements(Filters(parties=tuple(code(name) for name in parties))), on=on)

    def changes(self, since: str, *parties: str) -> tuple[Change, ...]:
        """What this workspace knows that the ledger did not know at the end of a day, and what it knows no more; raises
        `UnknownName` or `InvalidValue`.

        `workspace.at(b).changes(a)` tells what changed from a to b.
        """
        filters = Filters(parties=tuple(code(name) for name in parties))
        return changes(self.at(since).statements(filters), self.statements(filters))

    def decide(self, identity: str, fault: Fault, *, change: str | None = None, who: str, why: str) -> Decision:
        """Judge a statement: `not stated`, or wrong in type, party or date, with the right one in `change`.

        `change` is a type ("SANCTION.expel"), two codes ("AZE=ARM") or an ISO date. It holds for all readings of the
        same words, those to come included, until it is undone. Raises `UnknownId`, `UnknownName` or `InvalidValue`.
        """
        with self._view() as view:
            statement = view.entry(identity).statement
        return self._carry_out(Decision(fault, who, why, Anchor.of(statement), change))

    def same(self, one: str, other: str, *, who: str, why: str) -> Decision:
        """Judge two statements to be reports of one event or tie, with all that is brought together with either; raises
        `UnknownId`, or `InvalidValue` if it was judged that they are not.
        """
        return self._pair("same", one, other, who, why)

    def not_same(self, one: str, other: str, *, who: str, why: str) -> Decision:
        """Judge two statements not to be reports of one event or tie; what is brought together with them goes with the
        one that it is more like. Raises `UnknownId`, or `InvalidValue` if it was judged that they are.
        """
        return self._pair("not the same", one, other, who, why)

    def _pair(self, verdict: Pairing, one: str, other: str, who: str, why: str) -> Decision:
        with self._view() as view:
            anchors = [Anchor.of(view.entry(identity).statement) for identity in (one, other)]
            decision = Decision(verdict, who, why, anchors[0], other=anchors[1])
            contradiction = contradicting(decision, view)
        if contradiction is not None:
            raise InvalidValue(
                f"{contradiction.who} judged this {contradiction.verdict} ({contradiction.why}), which does not go "
                f"together; `dragoman decisions LEDGER --undo {contradiction.id}` takes that back."
            )
        return self._carry_out(decision)

    def retract(self, scope: Scope, name: str, *, who: str, why: str) -> Decision:
        """No longer rely on a document (by its id), a publisher or a quoted source, nor on what is read of it later;
        raises `UnknownId` or `UnknownName` if the ledger knows none.
        """
        return self._carry_out(self._retraction(scope, name, who, why))

    def would_lose(self, scope: Scope, name: str) -> tuple[Change, ...]:
        """What would lose support or fall altogether if a document, publisher or source were retracted."""
        decision = self._retraction(scope, name, "nobody", "to see what would happen")
        with self._view() as view:
            entries = list(view.entries())
            fallen = set(retracted(decision, entries, view))
            left = [entry for entry in entries if entry.statement.id not in fallen]
            found = findings(view, left)
        return changes(self.statements(), (renewed(entry, found[entry.statement.id]) for entry in left))

    def undo(self, identity: str) -> Decision:
        """Take back the decision with that id or unique beginning of one; raises `UnknownId`."""
        recorded = self._settings.now()
        with self._writer() as writer:
            undone = writer.undo(identity, recorded=recorded)
            derive(self._ledger, writer, recorded=recorded)
        return undone

    def decisions(self, *, undone: bool = False) -> list[Decision]:
        """The decisions that hold, in the order they were taken; if asked for, those that were undone too."""
        with self._view() as view:
            return view.decisions(undone=undone)

    def take_over(self, taken: Iterable[Decision]) -> int:
        """Take decisions that were taken elsewhere, all or none; returns how many of them were not known here."""
        recorded, known = self._settings.now(), {each.id for each in self.decisions()}
        new = list({each.id: each for each in taken if each.id not in known}.values())
        with self._writer() as writer:
            writer.take_over(new, recorded=recorded, fallen={each.id: self._fallen(each) for each in new})
            derive(self._ledger, writer, recorded=recorded)
        return len(new)

    def _retraction(self, scope: Scope, name: str, who: str, why: str) -> Decision:
        if scope == "document":
            return Decision("retracted", who, why, scope=scope, name=self.document(name).id)
        decision = Decision("retracted", who, why, scope=scope, name=name)
        with self._view() as view:
            names = view.publishers() if scope == "publisher" else view.sources()
        if not any(decision.names(each) for each in names):
            raise UnknownName(name, scope, get_close_matches(name, sorted(names), 3))
        return decision

    def _fallen(self, decision: Decision) -> list[str]:
        """What falls with what a decision retracts, by id."""
        with self._view() as view:
            return retracted(decision, list(view.entries()), view) if decision.scope is not None else []

    def _carry_out(self, decision: Decision) -> Decision:
        recorded = self._settings.now()
        with self._writer() as writer:
            writer.decide(decision, recorded=recorded, fallen=self._fallen(decision))
            derive(self._ledger, writer, recorded=recorded)
        return decision

    def _writer(self) -> Writer:
        """The one writer; raises `InvalidValue` on a workspace of the past."""
        if self._known is not None:
            raise InvalidValue(f"The ledger as known on {self._known} takes nothing in; use the ledger of today.")
        return self._ledger.writer()

    def document(self, identity: str) -> Document:
        """The document with that id or the unique beginning of one; raises `UnknownId`."""
        with self._view() as view:
            return view.document(identity)

    def search(self, words: str, *, limit: int = 20) -> list[Hit]:
        """The documents that hold all the words, best first."""
        with self._view() as view:
            return list(view.search(words, limit))

    def verify(self) -> list[str]:
        """What is wrong with the ledger, as sentences; empty if nothing is."""
        with self._view() as view:
            return view.verify()

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with self._view() as view:
            return view.counts()

    def digest(self) -> str:
        """A hash of what this workspace answers from: two with the same one answer alike."""
        with self._view() as view:
            return view.digest()

    def latest(self) -> str | None:
        """The last moment at which the ledger learnt something that this workspace knows, as an ISO timestamp."""
        with self._view() as view:
            return self._known or view.latest

    def failures(self) -> list[Failure]:
        """What could not be read, by path."""
        with self._view() as view:
            return list(view.failures())

    def _view(self) -> View:
        return self._ledger.view(known=self._known)

    def close(self) -> None:
        """Let go of the ledger."""
        self._ledger.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _paragraph(entry: Entry) -> Span:
    text, evidence = entry.document.text, entry.statement.evidence
    for start, end in paragraphs(text):
        if start <= evidence.start and evidence.end <= end:
            return Span.of(text, start, end)
    return evidence
