"""Bringing a dataset, or a slice of it, into a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from dragoman.dataset.dataset import Dataset
from dragoman.dataset.manifest import Part
from dragoman.dataset.slice import COLUMNS, Slice
from dragoman.exchange.tabular.flat import Row, document_from, statement_from
from dragoman.exchange.tabular.parquet import rows_of
from dragoman.ledger import Ledger, Offer, Writer
from dragoman.piles.recording import Read, Recording
from dragoman.records import Document, Failure, Reading, Report

#: What tells the documents of a part apart: the item that gave it, and its id.
_Key = tuple[str, str]


class Loading:
    """One run of loading into a ledger; `recorded` is an ISO timestamp."""

    def __init__(self, ledger: Ledger, writer: Writer, recorded: str, wanted: Slice) -> None:
        self._ledger = ledger
        self._recording = Recording(ledger, writer, recorded)
        self._wanted = wanted

    def load(self, dataset: Dataset) -> Report:
        """Load the documents that are wanted, whole: with all their statements, so that they count as read.

        What is there already is passed over; a load that was killed goes on where it stopped.
        """
        read, unchanged, failures = list[str](), list[str](), list[Failure]()
        for each in chain.from_iterable(self._read(dataset, part) for part in dataset.parts()):
            if self._is_there(each):
                unchanged.append(each.offer.path)
                continue
            self._recording.keep(each)
            read += [each.offer.path] if each.readings else []
            failures += each.failures
        return self._recording.report(tuple(read), tuple(unchanged), tuple(failures))

    def _is_there(self, read: Read) -> bool:
        with self._ledger.view() as view:
            before = view.offer(read.offer.path)
        return before is not None and replace(before, recorded=None) == replace(read.noted, recorded=None)

    def _read(self, dataset: Dataset, part: Part) -> Iterator[Read]:
        """What is wanted of a part, in its order."""
        rows = {(row["item"], row["id"]): row for row in self._documents(dataset, part)}
        documents = {key: document_from(row) for key, row in rows.items()}
        statements = self._statements(dataset, part, documents)
        for offer in dataset.offers(part):
            keys = [(offer.path, each) for each in offer.documents if (offer.path, each) in rows]
            if not keys and not self._wanted.is_all:
                continue
            readings = [
                Reading(
                    documents[key],
                    tuple(statement_from(row, documents[key]) for row in statements.get(key, ())),
                    rows[key]["reader"],
                )
                for key in keys
            ]
            prints = {key[1]: rows[key]["print"] for key in keys}
            yield Read(self._whole(offer, len(keys)), readings, prints, offer.failures if self._wanted.is_all else ())

    def _whole(self, offer: Offer, count: int) -> Offer:
        """The offer; if not all of it is wanted, as one that reading the item itself does not take for the same."""
        return offer if count == len(offer.documents) else replace(offer, digest=None)

    def _documents(self, dataset: Dataset, part: Part) -> Iterator[Row]:
        wanted = self._keys(dataset, part) if self._wanted.is_of_statements else None
        for file in part.of("documents"):
            if not self._wanted.has_month(file.month):
                continue
            among = {"id": {identity for _, identity in wanted}} if wanted is not None else None
            for row in rows_of(dataset.folder / file.path, among=among):
                if self._wanted.has_document(row) and (wanted is None or (row["item"], row["id"]) in wanted):
                    yield row

    def _keys(self, dataset: Dataset, part: Part) -> set[_Key]:
        """Which documents of a part have a statement that is wanted."""
        return {
            (row["item"], row["document"])
            for file in part.of("statements")
            if self._wanted.has_month(file.month)
            for row in rows_of(dataset.folder / file.path, COLUMNS)
            if self._wanted.has_statement(row)
        }

    def _statements(self, dataset: Dataset, part: Part, documents: dict[_Key, Document]) -> dict[_Key, list[Row]]:
        found: dict[_Key, list[Row]] = {}
        among = {"document": {identity for _, identity in documents}}
        for file in part.of("statements"):
            if documents and self._wanted.has_month(file.month):
                for row in rows_of(dataset.folder / file.path, among=among):
                    found.setdefault((row["item"], row["document"]), []).append(row)
        return found
