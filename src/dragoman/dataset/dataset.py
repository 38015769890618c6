"""A folder of Parquet files for what outgrows a ledger: documents, statements and offers, in parts, by month."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Self

from dragoman.dataset import manifest
from dragoman.dataset.manifest import File, Part
from dragoman.exchange.tabular import parquet
from dragoman.exchange.tabular.flat import DOCUMENTS, STATEMENTS, Kind, Row, document_row, statement_row
from dragoman.intake import Defaults, Item
from dragoman.ledger import Offer
from dragoman.ledger.lock import Lock
from dragoman.piles.pile import Progress
from dragoman.piles.surveyed import surveyed
from dragoman.piles.task import Done, in_shares, work
from dragoman.reading.reader import version
from dragoman.records import Failure, Report
from dragoman.records.dates import from_iso
from dragoman.runners import Workers, run

#: Items of a part, at least: files of a month are not too small, and a kill does not lose much.
PART = 4_096
#: Columns of offers: how an item looked, the ids of its documents, and what failed.
OFFERS: dict[str, Kind] = {
    "path": "text",
    "size": "whole",
    "modified": "whole",
    "digest": "text",
    "documents": ["text"],
    "failures": [{"path": "text", "reason": "text"}],
}


@dataclass(frozen=True, slots=True)
class Packed:
    """What was read of some items: of each the ids of its documents and its failures; all rows as Arrow batches; the
    paths of documents without a date.
    """

    outcomes: list[tuple[tuple[str, ...], tuple[Failure, ...]]]
    documents: bytes
    statements: bytes
    statement_count: int
    undated: tuple[str, ...] = ()


@dataclass(slots=True)
class _Open:
    """The part that is being read."""

    number: int
    offers: list[Offer] = field(default_factory=list)
    documents: list[bytes] = field(default_factory=list)
    statements: list[bytes] = field(default_factory=list)
    statement_count: int = 0


class Dataset:
    """What was read of a pile, as files that any tool for Parquet opens; make one with `Dataset.open`.

    It only grows, by whole parts. The same pile gives the same bytes, whoever read it and however often that was
    killed; a part of which a kill left files behind is read again.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Self:
        """The dataset in a folder, made there if `create` is set and the folder is empty or missing.

        Raises `InvalidValue` if there is none.
        """
        folder = Path(path)
        if create and not (folder / manifest.NAME).exists():
            manifest.begin(folder)
        next(manifest.parts(folder), None)
        return cls(folder)

    def parts(self) -> Iterator[Part]:
        """What it holds, in the order in which it was read."""
        return manifest.parts(self.folder)

    def read(
        self,
        paths: Sequence[str | Path],
        *,
        workers: Workers = 1,
        publisher: str | None = None,
        published: str | None = None,
        progress: Progress | None = None,
    ) -> Report:
        """Read files, folders, patterns or `-` into the dataset, as `Workspace.read` does into a ledger.

        Copies are told when it is loaded into one. Raises `LedgerBusy` while somebody else writes into it,
        `InvalidValue`, or `MissingExtra` without Arrow.
        """
        defaults = Defaults(publisher, from_iso(published) if published is not None else None)
        with self._writing():
            before = {offer.path: offer for part in self.parts() for offer in self.offers(part)}
            found = surveyed(paths, defaults, before=before.get, own=self._files())
            news = [
                each for each in found.failures if (then := before.get(each.path)) is None or each not in then.failures
            ]
            report = Report((), tuple(found.unchanged), (), tuple(found.failures), {}, 0, ())
            return self._read(found.fresh, news, defaults, (workers, progress, report))

    def offers(self, part: Part) -> Iterator[Offer]:
        """What was offered for a part, in its order, with what became of it."""
        for file in part.of("offers"):
            for row in parquet.rows_of(self.folder / file.path):
                failures = tuple(Failure(each["path"], each["reason"]) for each in row["failures"])
                documents = tuple(row["documents"])
                yield Offer(row["path"], row["size"], row["modified"], row["digest"], documents, failures)

    def _read(
        self,
        fresh: Sequence[tuple[Item, Offer]],
        news: Sequence[Failure],
        defaults: Defaults,
        how: tuple[Workers, Progress | None, Report],
    ) -> Report:
        workers, progress, report = how
        offers, count, read = iter(fresh), 0, list[str]()
        failures, statement_count, undated = list(report.failures), 0, list[str]()
        part = _Open(sum(1 for _ in self.parts()) + 1, [Offer(each.path, failures=(each,)) for each in news])
        # The shares do not depend on the workers, nor on what a run before this one did: parts end where they ended.
        shares = ((share, defaults) for share in in_shares([item for item, _ in fresh]))
        for packed in run(read_into_batches, shares, workers=workers):
            for (documents, failed), (_, offer) in zip(
                packed.outcomes, islice(offers, len(packed.outcomes)), strict=True
            ):
                part.offers.append(replace(offer, documents=documents, failures=failed))
                read += [offer.path] if documents else []
                failures += failed
                count += 1
                if progress is not None:
                    progress(count, len(fresh), offer.path)
            part.documents.append(packed.documents)
            part.statements.append(packed.statements)
            part.statement_count += packed.statement_count
            statement_count += packed.statement_count
            undated += packed.undated
            if len(part.offers) >= PART:
                self._add(part)
                part = _Open(part.number + 1)
        if part.offers:
            self._add(part)
        told = replace(report, read=tuple(read), failures=tuple(failures), statements=statement_count)
        return replace(told, undated=tuple(undated))

    def _add(self, part: _Open) -> None:
        """Write the files of a part, and then the line that says they are there."""
        number, offers = part.number, [_offer_row(each) for each in part.offers]
        files = [self._put("offers", None, number, parquet.file_of(offers, OFFERS), len(offers))]
        for table, batches, columns in (
            ("documents", part.documents, DOCUMENTS),
            ("statements", part.statements, STATEMENTS),
        ):
            for piece in parquet.pieces(batches, columns, by="month"):
                files.append(self._put(table, piece.value, number, piece.content, piece.row_count))
        manifest.append(
            self.folder,
            Part(
                number,
                version(),
                len(part.offers),
                sum(len(each.documents) for each in part.offers),
                part.statement_count,
                sum(len(each.failures) for each in part.offers),
                tuple(files),
            ),
        )

    def _put(self, table: str, month: str | None, number: int, content: bytes, rows: int) -> File:
        steps = (table, *([f"month={month}"] if month is not None else []), f"{number:06}.parquet")
        path = self.folder.joinpath(*steps)
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".part")
        draft.write_bytes(content)
        draft.replace(path)
        return File("/".join(steps), table, month, rows, len(content), hashlib.sha256(content).hexdigest())

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """The right to write, held by one at a time; what a kill left behind is taken away."""
        lock = Lock(self.folder / manifest.NAME)
        try:
            held = {file.path for part in self.parts() for file in part.files}
            for path in [*self.folder.rglob("*.parquet"), *self.folder.rglob("*.part")]:
                if path.relative_to(self.folder).as_posix() not in held:
                    path.unlink()
            yield
        finally:
            lock.release()

    def _files(self) -> frozenset[str]:
        return frozenset(os.path.realpath(path) for path in self.folder.rglob("*"))


def read_into_batches(task: tuple[Sequence[Item], Defaults]) -> Packed:
    """What a worker does for a dataset: load and read some items, and make the rows of what they say."""
    done = work(task)
    return Packed(
        [(tuple(each.document.id for each in one.readings), one.failures) for one in done],
        parquet.batch([row for one in done for row in _document_rows(one)], DOCUMENTS),
        parquet.batch([row for one in done for row in _statement_rows(one)], STATEMENTS),
        sum(len(reading.statements) for one in done for reading in one.readings),
        tuple(_undated(done)),
    )


def _undated(done: Sequence[Done]) -> Iterator[str]:
    documents = (reading.document for one in done for reading in one.readings)
    return (each.path or each.id for each in documents if each.published is None)


def _document_rows(done: Done) -> Iterator[Row]:
    for reading in done.readings:
        yield document_row(reading, done.item.path, done.prints[reading.document.id])


def _statement_rows(done: Done) -> Iterator[Row]:
    for reading in done.readings:
        for statement in reading.statements:
            yield statement_row(statement, reading.document, done.item.path)


def _offer_row(offer: Offer) -> Mapping[str, object]:
    return {
        "path": offer.path,
        "size": offer.size,
        "modified": offer.modified,
        "digest": offer.digest,
        "documents": list(offer.documents),
        "failures": [{"path": each.path, "reason": each.reason} for each in offer.failures],
    }
