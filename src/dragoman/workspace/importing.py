"""Taking rows of others' data sets into a ledger."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path

from dragoman.deriving.derive import derive
from dragoman.errors import DragomanError
from dragoman.exchange.events.imported import Known
from dragoman.exchange.events.rows import files
from dragoman.exchange.formats import SOURCES
from dragoman.ledger import Ledger, Offer, View, Writer
from dragoman.reconcile.signatures import unshared
from dragoman.records import Document, Failure, Imported, Reading

#: As many rows as are written at once.
_TOGETHER = 1_000
#: Failures of a file that are kept with their reasons; of more their number is.
_FAILURES = 1_000
#: Rows that others refer to and that are kept in mind: mentions of one event stand near each other.
_REMEMBERED = 1_000


class Import:
    """One run of taking files of a format in; `recorded` is an ISO timestamp."""

    def __init__(self, ledger: Ledger, writer: Writer, recorded: str, as_: str) -> None:
        self._ledger = ledger
        self._writer = writer
        self._recorded = recorded
        self._as = as_
        self._read = SOURCES[as_].read
        self._total = Imported()

    def take(self, paths: Sequence[str | Path]) -> Imported:
        """Take in what is new or changed, then reconcile; what mentions events comes after the events."""
        for path in sorted(dict.fromkeys(os.fspath(path) for path in paths), key=_is_of_mentions):
            self._file(path)
        derive(self._writer, recorded=self._recorded)
        return self._total

    def _file(self, path: str) -> None:
        offer = self._offer(path)
        with self._ledger.view() as view:
            before = view.offer(offer.path)
        # What failed for want of something else is tried again.
        if offer.size is not None and before is not None and replace(before, recorded=None) == offer:
            self._total = replace(self._total, unchanged=(*self._total.unchanged, path))
            return
        failures: list[Failure] = []
        more = 0
        for outcome in self._outcomes(path):
            if len(failures) < _FAILURES:
                failures.append(outcome)
            else:
                more += 1
        if more:
            failures.append(Failure(path, f"{more:,} more rows of it failed."))
        self._writer.note_offer(replace(offer, failures=tuple(failures)), recorded=self._recorded)
        self._total = replace(self._total, failures=(*self._total.failures, *failures))

    def _outcomes(self, path: str) -> Iterator[Failure]:
        """Take the rows of a file in; what fails is given."""
        with ExitStack() as stack:
            known = self._taken(stack)
            for lines in files(path):
                if isinstance(lines, Failure):
                    yield lines
                else:
                    yield from self._rows(_to_the_end(path, self._read(lines, known)))

    def _rows(self, outcomes: Iterator[Reading | Failure]) -> Iterator[Failure]:
        while batch := list(islice(outcomes, _TOGETHER)):
            yield from (each for each in batch if isinstance(each, Failure))
            self._keep([each for each in batch if isinstance(each, Reading)])

    def _keep(self, readings: Sequence[Reading]) -> None:
        self._writer.add_signatures(
            {each.document.id: unshared(each.document) for each in readings}, recorded=self._recorded
        )
        new = self._writer.add_many(readings, recorded=self._recorded)
        without = sum(not each.statements for each in readings)
        self._total = replace(
            self._total,
            new=self._total.new + new,
            known=self._total.known + len(readings) - new,
            without=self._total.without + without,
        )

    def _taken(self, stack: ExitStack) -> Known:
        """What finds the row that was taken in under a title, but for rows of the same file."""

        @cache
        def view() -> View:
            # Opened only by files that refer to rows: while it is open what is written stays in SQLite's log.
            return stack.enter_context(self._ledger.view())

        @lru_cache(_REMEMBERED)
        def known(title: str) -> Document | None:
            found = (hit.document for hit in view().search(f'"{title}"'))
            return next((each for each in found if each.title == title and each.is_row), None)

        return known

    def _offer(self, path: str) -> Offer:
        """How a file looks, under a name that is not that of the file as a document."""
        name, about = f"{self._as}:{path}", SOURCES[self._as].reader
        try:
            status = os.stat(path)
        except OSError:
            return Offer(name, digest=about)
        return Offer(name, status.st_size, status.st_mtime_ns, about)


def _to_the_end(path: str, outcomes: Iterator[Reading | Failure]) -> Iterator[Reading | Failure]:
    """All that a file gives; if it breaks off, what came before that and a failure."""
    try:
        yield from outcomes
    except DragomanError as error:
        yield Failure(path, str(error))


def _is_of_mentions(path: str) -> bool:
    return "mention" in os.path.basename(path).lower()
