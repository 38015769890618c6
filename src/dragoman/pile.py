"""Reading a pile of files into a ledger."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain
from pathlib import Path

from dragoman.derive import derive
from dragoman.intake import Defaults, Item, survey
from dragoman.ledger import Ledger, Offer, Writer
from dragoman.reading.reader import version
from dragoman.records import Copy, Failure, Reading, Report
from dragoman.runners import run
from dragoman.task import Done, shared_out, work

#: Told after each item of a pile: how many are done, of how many, and the path of the one just done.
Progress = Callable[[int, int, str], None]


class Pile:
    """One run of reading files into a ledger; `recorded` is an ISO timestamp."""

    def __init__(self, ledger: Ledger, writer: Writer, recorded: str, defaults: Defaults) -> None:
        self._ledger = ledger
        self._writer = writer
        self._recorded = recorded
        self._defaults = defaults
        self._repeats: list[tuple[str, str]] = []

    def read(
        self, paths: Sequence[str | Path], workers: int, progress: Progress | None, *, left: Collection[str] = ()
    ) -> Report:
        """Read what is new or changed, then find copies and reconcile; files in `left` are passed over."""
        named = {os.path.realpath(path) for path in paths}
        own = self._ledger.files - named
        found = [
            each
            for each in survey([os.fspath(path) for path in paths], left=left)
            if os.path.realpath(each.path) not in own
        ]
        items = [each for each in found if isinstance(each, Item)]
        failures = [each for each in found if isinstance(each, Failure)]
        for failure in failures:
            self._writer.note_offer(Offer(failure.path, failures=(failure,)), recorded=self._recorded)
        fresh, unchanged = self._sorted_out(items)
        read, statement_count = list[str](), 0
        shares = ((share, self._defaults) for share in shared_out(fresh, workers=workers))
        answers = chain.from_iterable(run(work, shares, workers=workers))
        for number, done in enumerate(answers, start=1):
            statement_count += self._keep(done)
            read += [done.item.path] if done.readings else []
            failures += done.failures
            if progress is not None:
                progress(number, len(fresh), done.item.path)
        copies = _nearest(derive(self._ledger, self._writer, recorded=self._recorded))
        repeats = tuple(self._repeats)
        names = self._named(copies)
        return Report(tuple(read), tuple(unchanged), copies, tuple(failures), names, statement_count, repeats)

    def _named(self, copies: Sequence[Copy]) -> dict[str, str]:
        """The paths of the documents that copies speak of."""
        spoken = {identity for copy in copies for identity in (copy.document, copy.of)}
        with self._ledger.view() as view:
            return {each.id: each.path or each.id for each in view.heads() if each.id in spoken} if spoken else {}

    def _sorted_out(self, items: Iterable[Item]) -> tuple[list[Item], list[str]]:
        fresh, unchanged = [], []
        with self._ledger.view() as view:
            for item in items:
                before, now = view.offer(item.path), self._offer(item)
                same = before is not None and (before.size, before.modified, before.digest) == (
                    now.size, now.modified, now.digest
                )  # fmt: skip
                if same:
                    unchanged.append(item.path)
                else:
                    fresh.append(item)
        return fresh, unchanged

    def _offer(self, item: Item) -> Offer:
        """How an item looks: a file by size and time, what else decides its reading by digest."""
        about = repr((item.known, item.part, self._defaults, version(), item.content))
        digest = hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()[:24]
        if not item.file:
            return Offer(item.path, digest=digest)
        status = os.stat(item.file)
        return Offer(item.path, status.st_size, status.st_mtime_ns, digest)

    def _keep(self, done: Done) -> int:
        """Write the readings of an item; returns the number of statements that are new by it."""
        new = [reading for reading in done.readings if self._is_new(reading)]
        self._writer.add_signatures(done.prints, recorded=self._recorded)
        offer = self._offer(done.item)
        documents = tuple(reading.document.id for reading in done.readings)
        # The offer comes last: a run that is killed before it reads the item again.
        self._writer.note_offer(
            Offer(offer.path, offer.size, offer.modified, offer.digest, documents, done.failures),
            recorded=self._recorded,
        )
        return sum(len(reading.statements) for reading in new)

    def _is_new(self, reading: Reading) -> bool:
        """Write a reading; a document that another path gave before is noted as a repeat of it."""
        if self._writer.add(reading, recorded=self._recorded):
            return True
        with self._ledger.view() as view:
            first = view.document(reading.document.id).path
        if first is not None and reading.document.path not in (None, first):
            self._repeats.append((str(reading.document.path), first))
        return False


def _nearest(copies: Iterable[Copy]) -> tuple[Copy, ...]:
    """Of each document that has its text from others the one that it is most like, by id."""
    ordered = sorted(copies, key=lambda copy: (copy.document, copy.nearness()))
    return tuple({copy.document: copy for copy in reversed(ordered)}.values())[::-1]
