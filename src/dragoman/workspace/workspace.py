"""One ledger, one reader, one runner: everything a face can ask for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from dragoman import brief
from dragoman.analysis import (
    Account,
    Borrowings,
    Change,
    Changes,
    Descent,
    Network,
    Rereading,
    Scenario,
    Told,
    WhatIf,
    borrowings,
    changes,
    descents,
    network,
    of_document,
    of_publisher,
    whatif,
)
from dragoman.asking.pairing import check_alike, contradicting, needed
from dragoman.asking.supposing import discounted, supposed
from dragoman.asking.telling import findings, paragraph, renewed, reports, stated, told
from dragoman.brief import Mark
from dragoman.dataset import Dataset, Loading, Slice
from dragoman.deriving.derive import derive, deriving, retracted
from dragoman.errors import InvalidValue, UnknownName
from dragoman.exchange import scenarios
from dragoman.intake import Defaults
from dragoman.ledger import Counts, Coverage, Filters, Hit, Ledger, Listed, Run, Shared, View, Writer
from dragoman.ledger.clock import day_or_moment, end_of
from dragoman.piles.pile import Pile, Progress
from dragoman.piles.task import TOGETHER, read_again
from dragoman.reading.reader import version
from dragoman.reconcile import normalised
from dragoman.records import Anchor, Decision, Document, Entry, Failure, Passage, Reading, Report
from dragoman.records.dates import from_iso
from dragoman.records.decision import Confirmation, Fault, Pairing, Scope
from dragoman.runners import Workers, run
from dragoman.settings import Settings
from dragoman.workspace.fed import Fed


class Workspace(Fed):
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
        workers: Workers = 1,
        publisher: str | None = None,
        published: str | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """Read files, folders, patterns or `-` into the ledger; what has not changed since it was read is passed over.

        `workers` are processes of this machine, or those of a `Cluster`: the ledger comes out the same. `publisher` and
        `published` (an ISO date) hold for documents that give none themselves. Raises `LedgerBusy`, and `InvalidValue`
        on a workspace of the past.
        """
        defaults = Defaults(publisher, from_iso(published) if published is not None else None)
        with self._writer() as writer:
            return Pile(self._ledger, writer, self._settings.now(), defaults).read(paths, workers, progress)

    def load(self, dataset: str | Path, *, where: Iterable[str] = ()) -> Report:
        """Bring a dataset into the ledger, or of it the documents for which conditions such as `party=Kenya` hold."""
        with self._writer() as writer:
            loading = Loading(self._ledger, writer, self._settings.now(), Slice.of(where))
            return loading.load(Dataset.open(dataset))

    def reread(self, *, workers: Workers = 1) -> Rereading:
        """Read anew what an earlier reader read, and tell what is found otherwise. Decisions hold."""
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
            derive(writer, recorded=recorded)
        with self._ledger.view() as view:
            found.needed = writer.needed + needed(view, anew)
            for identity in sorted(anew):
                found.compare(before[identity], stated(view, identity))
        return found

    def brief(
        self,
        *parties: str,
        channel: str | None = None,
        as_of: date | None = None,
        since: date | Mark | None = None,
        in_full: bool = False,
    ) -> brief.Brief:
        """What the pile says of a party, of two, of any two of several, or of a channel, by any name or code.

        `as_of` defaults to the day of the latest publication of all; `since` is a day of knowledge, a moment
        of it (a `datetime`), or the mark of an earlier brief, and tells first what changed after it. Of a party or two
        of which more than `brief.MOST` statements speak it tells those that were published last, unless it is wanted
        `in_full`. Raises `UnknownName`, or `InvalidValue` if nothing is named, or if the mark is of another subject or
        ledger.
        """
        most = None if in_full else brief.MOST
        composed = self.account(*parties, channel=channel, as_of=as_of, most=most)
        latest = self.latest()
        mark = Mark.made(latest, composed) if latest is not None else None
        if since is None:
            return brief.compose(composed, mark=mark)
        known = since.known if isinstance(since, Mark) else since.isoformat()
        new = self._changed_since(known, composed, since if isinstance(since, Mark) else None)
        return brief.compose(composed, since=day_or_moment(known), changes=new, mark=mark)

    def _changed_since(self, known: str, now: Account, mark: Mark | None) -> Sequence[Change]:
        """What has changed of what an account tells; raises `InvalidValue` if a brief with the mark is of another."""
        before = self._before(known)
        if mark is None and now.whole is not None:
            return self.changes(known, *now.parties)
        most = brief.MOST if now.whole is not None else None
        then = before.account(*now.parties, channel=now.channel, most=most)
        if mark is not None:
            mark.check(Mark.made(known, then))
        return self.changes(known, *now.parties) if now.whole is not None else changes(then.entries, now.entries)

    def _before(self, known: str) -> Self:
        """This ledger as of an earlier moment; raises `InvalidValue` if this workspace is of a past before that."""
        if self._known is not None and end_of(known) > end_of(self._known):
            raise InvalidValue(f"{known} is after {self._known}, of which it is told; give an earlier day.")
        return self.at(known)

    def statements(self, filters: Filters | None = None) -> Told:
        """The statements that the filters let through, in the order of documents and of their texts."""
        return Told(self._told(filters if filters is not None else Filters()))

    def _told(self, filters: Filters) -> Iterator[Entry]:
        with self._view() as view:
            yield from told(view, filters)

    def show(self, identity: str) -> Passage:
        """The statement with that id, or the unique beginning of one, in its paragraph; raises `UnknownId`."""
        with self._view() as view:
            entry = view.entry(identity)
        return Passage(entry, paragraph(entry))

    def lineage(self, identity: str) -> tuple[Descent, ...]:
        """From whom each report of the event or tie that a statement is about has it; raises `UnknownId`."""
        with self._view() as view:
            entry = view.entry(identity)
            return descents(reports(view, entry), view.copies(), view.document)

    def borrowings(self, about: str | None = None) -> Borrowings:
        """Which documents copy, excerpt, retell, translate or cite which, by their age; `dragoman.branches` makes
        trees of it.

        `about` is the id of a document, or the beginning of one with its `d1:`, for all that are bound to it; or a
        publisher who takes part. Raises `UnknownId` or `UnknownName`.
        """
        with self._view() as view:
            found = borrowings([each for each in view.documents() if not each.is_row], view.copies(), view.entries())
            if about is None:
                return Borrowings(found)
            if about.strip().startswith("d1:"):
                return Borrowings(of_document(found, view.document(about).id))
            names = view.publishers() | {name for each in found for name in each.chain}
        if not any(normalised(each) == normalised(about) for each in names):
            raise UnknownName(about, "publisher", get_close_matches(about, sorted(names), 3))
        return Borrowings(of_publisher(found, about))

    def decide(
        self, identity: str, verdict: Fault | Confirmation, *, change: str | None = None, who: str, why: str
    ) -> Decision:
        """Judge a statement: `confirmed` (it stays as it is), `not stated`, `turned`, or wrong in type, party or date.

        `change` is the right one: a type ("SANCTION.expel"), two codes ("AZE=ARM") or an ISO date. It holds for all
        readings of the same words, those to come included, until it is undone. Raises `UnknownId`, `UnknownName` or
        `InvalidValue`.
        """
        with self._view() as view:
            statement = view.entry(identity).statement
        return self._carry_out(Decision(verdict, who, why, Anchor.of(statement), change))

    def same(self, one: str, other: str, *, who: str, why: str) -> Decision:
        """Judge two statements to be reports of one event or tie, with all that is brought together with either; raises
        `UnknownId`, or `InvalidValue` if it was judged that they are not, or if they cannot be.
        """
        return self._pair("same", one, other, who, why)

    def not_same(self, one: str, other: str, *, who: str, why: str) -> Decision:
        """Judge two statements not to be reports of one event or tie; what is brought together with them goes with the
        one that it is more like. Raises `UnknownId`, or `InvalidValue` if it was judged that they are.
        """
        return self._pair("not the same", one, other, who, why)

    def _pair(self, verdict: Pairing, one: str, other: str, who: str, why: str) -> Decision:
        with self._view() as view:
            statements = [view.entry(identity).statement for identity in (one, other)]
            if verdict == "same":
                check_alike(*statements)
            anchors = [Anchor.of(each) for each in statements]
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

    def would_lose(self, scope: Scope, name: str) -> Changes:
        """What would lose support or fall altogether if a document, publisher or source were retracted."""
        decision = self._retraction(scope, name, "nobody", "to see what would happen")
        with self._view() as view:
            entries = list(view.entries())
            fallen = set(retracted(decision, entries, view))
            left = [entry for entry in entries if entry.statement.id not in fallen]
            found = findings(view, left)
        return Changes(changes(self.statements(), (renewed(entry, found[entry.statement.id]) for entry in left)))

    def whatif(self, scenario: Scenario, *, as_of: date | None = None, before: Network | None = None) -> WhatIf:
        """What a scenario does to the network of a day, on that of the latest publication if none is given; `before` is
        that network, where it is at hand.

        Raises `UnknownName` if the ledger knows nobody of a name that is discounted.
        """
        before = before if before is not None else self.network(as_of=as_of)
        if not scenario.discounted:
            return whatif(before, scenario)
        entries = list(self.statements())
        with self._view() as view:
            fallen = discounted(scenario, entries, view)
            kept = [entry for entry in entries if entry.statement.id not in fallen]
            found = findings(view, kept)
        left = [renewed(entry, found[entry.statement.id]) for entry in kept]
        believed = network(left, as_of=before.as_of)
        return whatif(before, scenario, believed=believed, claims=changes(entries, left))

    def scenario(self, given: str | Mapping[str, Any]) -> Scenario:
        """A scenario from what a file of it holds, as text in TOML or as a table of the keys of docs/scenarios.md.

        A name in `without` that is no party is a publisher or a quoted source. Raises `InvalidValue` or `UnknownName`.
        """
        table = scenarios.parse(given) if isinstance(given, str) else given
        with self._view() as view:
            return supposed(table, lambda: {*view.publishers(), *view.sources()})

    def undo(self, identity: str, *, who: str | None = None) -> Decision:
        """Take back the decision with that id or unique beginning of one, in a name if given; raises `UnknownId`."""
        recorded = self._settings.now()
        with self._writer() as writer, deriving(writer, recorded=recorded):
            return writer.undo(identity, recorded=recorded, who=who)

    def decisions(self, *, undone: bool = False) -> list[Decision]:
        """The decisions that hold, in the order they were taken; if asked for, those that were undone too."""
        with self._view() as view:
            return view.decisions(undone=undone)

    def take_over(self, taken: Iterable[Decision]) -> int:
        """Take decisions that were taken elsewhere, all or none; returns how many of them were not known here."""
        recorded, known = self._settings.now(), {each.id for each in self.decisions()}
        new = list({each.id: each for each in taken if each.id not in known}.values())
        with self._writer() as writer, deriving(writer, recorded=recorded):
            writer.take_over(new, recorded=recorded, fallen={each.id: self._fallen(each) for each in new})
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
        with self._writer() as writer, deriving(writer, recorded=recorded):
            writer.decide(decision, recorded=recorded, fallen=self._fallen(decision))
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

    def documents(self, *, publisher: str | None = None, limit: int | None = None, offset: int = 0) -> list[Listed]:
        """The documents without their texts, the latest first; of one publisher, the case of a to z aside, if named."""
        with self._view() as view:
            return view.listed(publisher, limit, offset)

    def publishers(self) -> list[Coverage]:
        """Who published the documents, and how much, those of the most documents first."""
        with self._view() as view:
            return view.coverage()

    def shared(self) -> list[Shared]:
        """How many documents of which publishers are copies of whose, the most first."""
        with self._view() as view:
            return view.shared()

    def search(
        self, words: str, *, limit: int = 20, among: int | None = None, publisher: str | None = None
    ) -> list[Hit]:
        """The documents that hold all the words, best first; with `among`, the best of so many that were read last; of
        one publisher, the case of a to z aside, if named.
        """
        with self._view() as view:
            return list(view.search(words, limit, among=among, publisher=publisher))

    def counts(self) -> Counts:
        """How much the ledger holds."""
        with self._view() as view:
            return view.counts()

    def mark(self) -> tuple[int | str | None, ...]:
        """What is another one after anything was written into the ledger; inside `still`, that of its moment."""
        return self._ledger.mark

    def latest(self) -> str | None:
        """The last moment at which the ledger learnt something that this workspace knows, as an ISO timestamp."""
        with self._view() as view:
            return self._known or view.latest

    def failures(self) -> list[Failure]:
        """What could not be read, by path."""
        with self._view() as view:
            return list(view.failures())

    def runs(self, *, most: int = 20) -> list[Run]:
        """The last runs that brought something, the latest first, with what could not be read in them."""
        with self._view() as view:
            return view.runs(most)

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
