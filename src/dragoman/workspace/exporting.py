"""What follows from the statements that are exported, as formats are given it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from dragoman.analysis import Forecasts, Frame, forecasts, gathered, outline, ties
from dragoman.errors import DragomanError
from dragoman.exchange.exported import Derived
from dragoman.exchange.judged import Judged
from dragoman.ledger import Filters
from dragoman.records import Decision, Document, Outline, Statement
from dragoman.workspace.guarded import Guarded

_ALL = Filters()


class Exporting(Guarded):
    """Tells what formats ask for beside the statements that the filters let through."""

    def _derived(self, wanted: Filters) -> Derived:
        return Derived(
            lambda: self._outlines(wanted),
            lambda: self._predicted(wanted),
            lambda: self._judged(wanted),
            lambda: self._every_document() if wanted == _ALL else iter(()),
        )

    def _outlines(self, wanted: Filters) -> list[Outline]:
        with self._view() as view:
            if wanted == _ALL and view.has_outlines:
                return list(view.outlines())
        # Events tell when ties begin and end, whether or not they are wanted themselves.
        entries = self.statements(replace(wanted, kind=None, types=()))
        return [outline(tie) for tie in ties(gathered(entries)) if tie.reports]

    def _predicted(self, wanted: Filters) -> Frame:
        # What is asserted later settles a forecast, whether or not it is wanted itself.
        found = forecasts(self.statements(replace(wanted, standings=())))
        standings = wanted.standings or tuple({each.entry.statement.standing for each in found})
        return Forecasts(each for each in found if each.entry.statement.standing in standings).table()

    def _judged(self, wanted: Filters) -> Iterator[Judged]:
        with self._view() as view:
            taken = view.decisions()
        for decision in taken:
            about = tuple(self._about(decision, wanted))
            if about or wanted == _ALL or decision.scope is not None:
                yield Judged(decision, about)

    def _about(self, decision: Decision, wanted: Filters) -> Iterator[tuple[Statement, Statement | None]]:
        """The statements that a decision is about, and what stands in their places."""
        documents = {each.document for each in decision.anchors if wanted.document in (None, each.document)}
        seen: set[str] = set()
        for document in sorted(documents):
            for entry in self.statements(replace(wanted, document=document, superseded=not decision.changes_nothing)):
                if entry.statement.id in seen or not decision.covers(entry.statement, entry.document):
                    continue
                seen.add(entry.statement.id)
                with suppress(DragomanError):
                    instead = decision.applied(entry.statement) if not decision.changes_nothing else entry.statement
                    # A decision holds for what it put in place too, and changes that no more.
                    if decision.changes_nothing or instead is None or instead.id != entry.statement.id:
                        yield entry.statement, instead

    def _every_document(self) -> Iterator[Document]:
        with self._view() as view:
            yield from view.documents()
