"""The one way of reading a ledger."""

from __future__ import annotations

import weakref
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cached_property
from types import TracebackType
from typing import Self

from dragoman.ledger import catalogue, copying, judging, offering, outlines, searching, support, undone, unjudged
from dragoman.ledger.catalogue import Coverage, Listed, Presence, Shared
from dragoman.ledger.clock import end_of, shown
from dragoman.ledger.connection import Connection, unreadable
from dragoman.ledger.counts import Counts, count
from dragoman.ledger.deriving import is_complete
from dragoman.ledger.digest import digest
from dragoman.ledger.documents import Documents
from dragoman.ledger.entries import Entries, Written
from dragoman.ledger.filters import Filters
from dragoman.ledger.finding import Facets, Finding
from dragoman.ledger.head import Head
from dragoman.ledger.hit import Hit
from dragoman.ledger.lists import Pages
from dragoman.ledger.offer import Offer
from dragoman.ledger.outlines import ALL, Among
from dragoman.ledger.runs import Run, find_runs
from dragoman.ledger.verify import findings
from dragoman.records import Copy, Decision, Document, Entry, Failure, Outline, TurningDay
from dragoman.records.outline import Strand

_PRESENT = "({0}.recorded <= :known AND ({0}.superseded IS NULL OR {0}.superseded > :known))"
_SOURCES = f"""
SELECT DISTINCT c.name FROM chains c JOIN statements s ON s.key = c.statement WHERE {_PRESENT.format("s")}
"""
_LATEST = f"""
SELECT coalesce(d.published_to, d.published_from) FROM documents d
WHERE coalesce(d.published_to, d.published_from) IS NOT NULL AND {_PRESENT.format("d")}
  AND EXISTS (SELECT 1 FROM statements s WHERE s.document = d.key AND {_PRESENT.format("s")})
  AND (:ahead OR coalesce(d.published_from, d.published_to) <= date(d.recorded, '+1 day'))
ORDER BY coalesce(d.published_to, d.published_from) DESC LIMIT 1
"""
_CHANGED = """
SELECT (SELECT count(*) FROM statements WHERE recorded > :since)
  + (SELECT count(*) FROM statements WHERE superseded > :since)
"""
_TOUCHED = """
SELECT count(*) FROM (SELECT 1 FROM derived_occurrences WHERE matter IN (
  SELECT o.matter FROM statements s CROSS JOIN derived_occurrences o ON o.statement = s.id WHERE s.recorded > :since)
  LIMIT :most)
"""


class View:
    """What one ledger says, or said at an earlier moment; it has no way to write and does not change while open.

    What reconciling derived is shown only where nothing was recorded after the moment viewed: it belongs to the whole
    of what the ledger says now.
    """

    def __init__(self, connection: Connection, known: str | None = None, written: Written | None = None) -> None:
        self._close = weakref.finalize(self, connection.close)
        self._connection = connection
        self._known = end_of(known)
        (self._latest,) = connection.row("SELECT latest FROM clock") or ("",)
        if not isinstance(self._latest, str):
            self._close()
            raise unreadable(connection.path)
        #: Whether what reconciling found out belongs to this view.
        self.has_derived = self._latest <= self._known and is_complete(connection)
        self._documents = Documents(connection, self._known)
        self._entries = Entries(connection, self._known, derived=self.has_derived, written=written)
        self._finding = Finding(connection, self._known, derived=self.has_derived)
        #: The lists of what is derived; only where `has_outlines`.
        self.pages = Pages(connection)

    @property
    def moment(self) -> str:
        """The moment that is viewed, at whose end the ledger knew what this tells."""
        return self._known

    @cached_property
    def now(self) -> View:
        """What the same ledger says now, without what was written since this was opened."""
        return View(self._connection)

    @property
    def latest(self) -> str | None:
        """When the ledger last learnt something, as an ISO timestamp; `None` if it is empty."""
        return shown(self._latest or None)

    @cached_property
    def has_outlines(self) -> bool:
        """Whether that is all there is to find out, and so tells which ties stand."""
        return self.has_derived and not undone.waits(self._connection)

    @property
    def earliest(self) -> str | None:
        """When the ledger first learnt something, as an ISO timestamp; `None` if it holds no statement."""
        (first,) = self._connection.row("SELECT min(recorded) FROM statements") or (None,)
        return shown(first) if first is not None and first <= self._known else None

    def documents(self) -> Iterator[Document]:
        """All documents, by id."""
        return self._documents.all()

    def document(self, identity: str) -> Document:
        """The document with that id or unique beginning of one, superseded ones too; raises `UnknownId`."""
        return self._documents.one(identity)

    def unread(self, reader: str) -> Iterator[Document]:
        """The documents that this reader has not read, by id."""
        return self._documents.unread(reader)

    def entries(self, filters: Filters | None = None) -> Iterator[Entry]:
        """The statements that the filters let through (all without any), by document id, start of evidence and id."""
        return self._entries.select(filters if filters is not None else Filters())

    def recalled(self, filters: Filters) -> Iterator[Entry]:
        """The same as known at the moment that is viewed, with what is derived of them now."""
        return Entries(self._connection, self._known, derived=True).select(filters)

    def first(self, filters: Filters, limit: int) -> list[Entry]:
        """The first of these statements."""
        return self._entries.written(self._finding.keys(filters, limit))

    def written(self, keys: list[int]) -> list[Entry]:
        """The statements with some keys, in that order."""
        return self._entries.written(keys)

    def facets(self, filters: Filters, most: int) -> Facets:
        """How many of the first of these statements are of which standing, type, publisher and party."""
        return self._finding.facets(filters, most)

    def unjudged(self, filters: Filters, *, limit: int, at: str | None = None, is_before: bool = False) -> list[Entry]:
        """Some of the statements that no decision but one on a pair is about, the least certain first; `at` is the full
        id of the one to begin with, or before which they are wanted, the nearest first.
        """
        found = unjudged.keys(self._connection, self._known, filters, limit=limit, at=at, is_before=is_before)
        return self._entries.written(found)

    def unjudged_count(self, filters: Filters, *, most: int) -> int:
        """How many there are of these; counting ends at `most`."""
        return unjudged.count(self._connection, self._known, filters, most=most)

    def entry(self, identity: str) -> Entry:
        """The statement with that id or unique beginning of one, superseded ones too; raises `UnknownId`."""
        return self._entries.one(identity)

    def search(
        self, typed: str, limit: int = 20, *, among: int | None = None, publisher: str | None = None
    ) -> Iterator[Hit]:
        """The documents that hold all the words, best first; "words in quotes" are a phrase, `word*` any ending.

        Case and diacritics do not matter: `Turkiye` finds Türkiye. With `among`, the best of so many that were read
        last; with `publisher`, those of one, the case of a to z aside.
        """
        return searching.search(self._connection, typed, self._known, limit, among=among, publisher=publisher)

    def holding(self, typed: str, most: int) -> int:
        """How many documents hold all the words; counting ends at `most`."""
        return searching.holding(self._connection, typed, self._known, most)

    def reconciled(self) -> bool:
        """Whether all documents have been compared, and what reconciling found out covers every present statement and
        no other; a run that was killed leaves some out.
        """
        return undone.is_nothing(self._connection)

    def is_little_new(self, most: int) -> bool:
        """Whether no more statements than so many are to be noted, matters to be reconciled, or ties to be outlined."""
        return undone.is_little(self._connection, most)

    def uncompared(self) -> tuple[list[str], list[str]]:
        """The ids of the present documents that have not been compared with the others, and of those that have been and
        are not there any more.
        """
        return copying.uncompared(self._connection)

    def fresh(self, after: int = 0, limit: int = -1) -> tuple[list[Entry], int]:
        """The first of the present statements of which it is not noted yet on which matter they are and that were
        written after a key, at most so many, and the key of the last of them.
        """
        return self._entries.fresh(after, limit) if is_complete(self._connection) else (list(self.entries()), after)

    def pending(self) -> list[tuple[str, int]]:
        """The matters that are to be reconciled, in order, with the numbers of statements on them."""
        return outlines.pending(self._connection)

    def matters(self, start: str) -> list[str]:
        """The matters of statements that begin with some words, in order."""
        return outlines.matters(self._connection, start)

    def stale(self, limit: int) -> list[str]:
        """The first ids of the ties of which what is known in short is not that of today."""
        return outlines.stale(self._connection, limit)

    def on(self, matters: Iterable[str]) -> Iterator[Entry]:
        """The present statements on these matters."""
        return self._entries.on(matters)

    def of(self, occurrences: Iterable[str]) -> Iterator[Entry]:
        """The present statements that are reports of these events and ties, by their ids."""
        return self._entries.of(occurrences)

    def turning(self, between: Iterable[tuple[str, str]]) -> set[str]:
        """The ids of the events that may turn a tie between two parties, by their keys in order."""
        return outlines.turning(self._connection, between)

    def settling(self, ids: Iterable[str], matters: Iterable[str]) -> Iterator[Entry]:
        """The present statements with some ids, and those on some matters that are asserted or denied."""
        return self._entries.settling(ids, matters)

    def with_ids(self, ids: Iterable[str]) -> Iterator[Entry]:
        """The present statements with some ids."""
        return self._entries.with_ids(ids)

    def figured(self, occurrences: Iterable[str]) -> Iterator[Entry]:
        """The present statements that assert these events and ties, by their ids, and give a figure."""
        return self._entries.figured(occurrences)

    def asserting(self, ties: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The ids of the statements that assert some ties, by the ids of these, in the order of their publication."""
        return outlines.asserting(self._connection, ties)

    def beside(self, ties: Iterable[str]) -> dict[str, frozenset[str]]:
        """The ids of the ties that are asserted in the very words in which each of some others is, by its id."""
        return outlines.beside(self._connection, ties)

    def outlines(self, of: Iterable[str] | None = None) -> Iterator[Outline]:
        """The ties that are asserted, in short; those with some ids, if they are given."""
        return outlines.outlines(self._connection, of)

    def links(self, day: date | None, among: Among = ALL) -> list[Strand]:
        """The asserted ties that stand on a day (all, if it is `None`), as they are between each two of their parties,
        in the order of these.
        """
        return outlines.links(self._connection, day, among)

    def ends(self, day: date | None) -> list[tuple[str, str, str]]:
        """Giver and taker of the links that stand on a day (all, if it is `None`), in their order, with the channels of
        those between these, parted by commas.
        """
        return outlines.ends(self._connection, day)

    def turning_days(self, channels: Iterable[str] = (), *, without: Iterable[str] = ()) -> tuple[TurningDay, ...]:
        """The days from which on asserted ties stand, or stand no more: of some channels, and without those of some
        ids.
        """
        return outlines.turning_days(self._connection, channels, without=without)

    def ties_between(self, pairs: Iterable[tuple[str, str]]) -> set[str]:
        """The ids of the ties of which the first two parties, by their keys in order, are a pair of some."""
        return outlines.between(self._connection, pairs)

    def nameless_count(self, day: date | None, *, around: str | None = None) -> int:
        """How many asserted ties of parties without a code stand on a day; of a party and of transit, if given."""
        return outlines.nameless_count(self._connection, day, around=around)

    def single_count(self) -> int:
        """How many events and ties are asserted on one origin alone."""
        return support.single_count(self._connection)

    def single(self, limit: int, offset: int) -> list[str]:
        """The ids of some of them, what most reports repeat first."""
        return support.single(self._connection, limit, offset)

    def single_keys(self, limit: int) -> list[tuple[int, str]]:
        """What the first of them are sorted by: how many reports each has, with a minus, and its id."""
        return support.single_keys(self._connection, limit)

    def single_among(self, occurrences: Iterable[str]) -> int:
        """How many of some events and ties, by their ids, are among these."""
        return support.single_among(self._connection, occurrences)

    def doubt_keys(self) -> list[tuple[bool, int, str]]:
        """What doubts are sorted by: whether it is for figures, how many reports it has, with a minus, and its id."""
        return support.doubt_keys(self._connection)

    def doubt_count(self) -> int:
        """How many times an event or tie is asserted and denied, or given in figures that contradict each other."""
        return support.doubt_count(self._connection)

    def doubts(self, limit: int, offset: int) -> list[tuple[str, bool]]:
        """The ids of some of these, and whether it is for figures; those for which it is not come first."""
        return support.doubts(self._connection, limit, offset)

    def changed(self, since: str) -> Iterator[Entry]:
        """The statements that were recorded or superseded after a moment, and those of documents whose copies were."""
        return self._entries.changed(end_of(since))

    def changed_share(self, since: str) -> float:
        """How many statements were recorded or superseded after a moment, for each that there is."""
        (changed,) = self._connection.row(_CHANGED, {"since": end_of(since)}) or (0,)
        (all_,) = self._connection.row("SELECT count(*) FROM statements") or (0,)
        return float(changed) / max(int(all_), 1)

    def touched_count(self, since: str, most: int) -> int:
        """How many statements are on matters on which one was recorded after a moment, counted up to so many; only
        where `has_derived`.
        """
        (count,) = self._connection.row(_TOUCHED, {"since": end_of(since), "most": most}) or (0,)
        return int(count)

    def latest_publication(self) -> date | None:
        """The last day on which a document with a statement was published; of a month or a year its last day.

        What is dated after the day on which it was recorded counts only if all is: it is dated wrongly.
        """
        rows = (self._connection.row(_LATEST, {"known": self._known, "ahead": ahead}) for ahead in (False, True))
        row = next((each for each in rows if each is not None), None)
        return date.fromisoformat(row[0]) if row is not None else None

    def heads(self, among: Collection[str] | None = None) -> Iterator[Head]:
        """All documents without their texts, by id; of some, if their ids are given, those."""
        return self._documents.heads(among)

    def publishers(self) -> set[str]:
        """The names of those who published the documents."""
        return self._documents.publishers()

    def listed(self, publisher: str | None = None, limit: int | None = None, offset: int = 0) -> list[Listed]:
        """The documents without their texts, of one publisher if one is named, those published last first."""
        return catalogue.documents(self._connection, self._known, publisher=publisher, limit=limit, offset=offset)

    def coverage(self) -> list[Coverage]:
        """How much each publisher covers, those of the most documents first."""
        return self.pages.coverage() if self.has_outlines else catalogue.publishers(self._connection, self._known)

    def presence(self) -> list[Presence]:
        """In how much each party with a code takes part, those of the most statements first."""
        return self.pages.presence() if self.has_outlines else catalogue.parties(self._connection, self._known)

    def shared(self) -> list[Shared]:
        """Which publishers' documents are copies of which, those of the most documents first."""
        return catalogue.shared(self._connection, self._known)

    def sources(self) -> set[str]:
        """The names of those whom statements quote."""
        return {name for (name,) in self._connection.rows(_SOURCES, {"known": self._known})}

    def copies(self, among: Collection[str] | None = None) -> list[Copy]:
        """Which documents are copies of which, both being present; by ids. If some documents are given, by their ids,
        only what these have from others, and these from others again.
        """
        return copying.copies(self._connection, self._known, among)

    def signatures(self) -> dict[str, bytes]:
        """The signatures of the documents that are present now and have one, by document id."""
        return copying.signatures(self._connection)

    def decisions(self, *, undone: bool = False) -> list[Decision]:
        """The decisions that hold, in the order they were taken; if asked for, those that were undone too."""
        return [decision for _, decision in judging.decisions(self._connection, self._known, undone=undone)]

    def offers(self) -> Iterator[Offer]:
        """What was offered, by path; of several offers of one path the last."""
        return offering.find_all(self._connection, self._known)

    def offer(self, path: str) -> Offer | None:
        """The last offer of that path, or `None` if it was never offered."""
        return offering.find(self._connection, path, self._known)

    def failures(self) -> Iterator[Failure]:
        """What could not be read, by path."""
        return offering.find_failures(self._connection, self._known)

    def runs(self, most: int) -> list[Run]:
        """The last runs that fed it, the latest first."""
        return list(find_runs(self._connection, self._known, most))

    def digest(self) -> str:
        """A hash of all that answers are made of; two views with the same answer alike."""
        return digest(self._connection, self._known)

    def counts(self) -> Counts:
        """How many rows of each kind this view shows."""
        return count(self._connection, self._known)

    def verify(self) -> list[str]:
        """What is wrong with the ledger, as sentences; empty if nothing is.

        The whole file is checked, whatever moment is viewed: its pages, that every span lies in its document, that ids
        follow from the content, that no row refers to one that is not there.
        """
        return list(findings(self._connection))

    def close(self) -> None:
        """Let go of the ledger."""
        self._close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
