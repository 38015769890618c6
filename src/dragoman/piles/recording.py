"""Writing down in a ledger what was read, wherever it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.deriving.derive import derive
from dragoman.ledger import Ledger, Offer, Writer
from dragoman.records import Copy, Document, Failure, Reading, Report

#: Items that are written down in one transaction each for documents, signatures and offers.
TOGETHER = 8
#: Where it is a day later already, and what a paper bears that is printed the evening before.
_AHEAD = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Read:
    """What became of an offer: the readings of its documents, what finding copies of them takes, and what failed."""

    offer: Offer
    readings: Sequence[Reading]
    prints: Mapping[str, bytes]
    failures: Sequence[Failure] = ()

    @property
    def noted(self) -> Offer:
        """The offer with what became of it."""
        documents = tuple(reading.document.id for reading in self.readings)
        return replace(self.offer, documents=documents, failures=tuple(self.failures))


class Recording:
    """One run of writing into a ledger; `recorded` is an ISO timestamp."""

    def __init__(self, ledger: Ledger, writer: Writer, recorded: str) -> None:
        self._ledger = ledger
        self._writer = writer
        self._recorded = recorded
        #: The paths of documents that another path gave before, with that path.
        self.repeats: list[tuple[str, str]] = []
        #: The paths of documents without a date, and of those with one that is still to come, with that.
        self.undated: list[str] = []
        self.ahead: list[tuple[str, str]] = []
        #: The number of statements that are new.
        self.statements = 0
        self._waiting: list[Read] = []

    def keep(self, read: Read) -> None:
        """Write down what was read, `TOGETHER` at once whoever reads, so that the ledger is the same to the byte.

        The offers come last: a run that is killed before reads their items again.
        """
        self._waiting.append(read)
        if len(self._waiting) >= TOGETHER:
            self.flush()

    def flush(self) -> None:
        """Write down what waits."""
        several, self._waiting = self._waiting, []
        readings = [reading for each in several for reading in each.readings]
        new = self._writer.add_each(readings, recorded=self._recorded, in_mind=True)
        self._writer.add_signatures(
            {document: mark for each in several for document, mark in each.prints.items()}, recorded=self._recorded
        )
        self._writer.note_offers([each.noted for each in several], recorded=self._recorded)
        for reading in readings:
            self._note_date(reading.document)
        self._note_repeats([reading for reading, is_new in zip(readings, new, strict=True) if not is_new])
        self.statements += sum(len(reading.statements) for reading, is_new in zip(readings, new, strict=True) if is_new)

    def fail(self, failures: Sequence[Failure]) -> None:
        """Write down what could not even be listed."""
        self._writer.note_offers([Offer(each.path, failures=(each,)) for each in failures], recorded=self._recorded)

    def report(self, read: tuple[str, ...], unchanged: tuple[str, ...], failures: tuple[Failure, ...]) -> Report:
        """Find copies and reconcile, and tell what became of all."""
        copies, names = self._finish()
        told = tuple(self.repeats), tuple(self.undated), tuple(self.ahead)
        return Report(read, unchanged, copies, failures, names, self.statements, *told)

    def _finish(self) -> tuple[tuple[Copy, ...], dict[str, str]]:
        """Find copies and reconcile; returns the nearest of the new copies, and their documents' paths by id."""
        self.flush()
        copies = _nearest(derive(self._writer, recorded=self._recorded))
        spoken = {identity for copy in copies for identity in (copy.document, copy.of)}
        with self._ledger.view() as view:
            names = {each.id: each.path or each.id for each in view.heads() if each.id in spoken} if spoken else {}
        return copies, names

    def _note_date(self, document: Document) -> None:
        path, published = document.path or document.id, document.published
        if published is None:
            self.undated.append(path)
        elif published.start is not None and published.start >= date.fromisoformat(self._recorded[:10]) + _AHEAD:
            self.ahead.append((path, published.iso() or ""))

    def _note_repeats(self, known: Sequence[Reading]) -> None:
        if not known:
            return
        with self._ledger.view() as view:
            for reading in known:
                first = view.document(reading.document.id).path
                if first is not None and reading.document.path not in (None, first):
                    self.repeats.append((str(reading.document.path), first))


def _nearest(copies: Sequence[Copy]) -> tuple[Copy, ...]:
    """Of each document that has its text from others the one that it is most like, by id."""
    ordered = sorted(copies, key=lambda copy: (copy.document, copy.nearness()))
    return tuple({copy.document: copy for copy in reversed(ordered)}.values())[::-1]
