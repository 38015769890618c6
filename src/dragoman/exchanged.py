"""What goes out of a ledger into the formats of others."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from dragoman.analysis import Forecasts, Frame, forecasts, gathered, outline, ties
from dragoman.errors import DragomanError, UnknownName
from dragoman.exchange import statements
from dragoman.exchange.delivery import deliver, placed
from dragoman.exchange.exported import Exported
from dragoman.exchange.formats import FORMATS
from dragoman.exchange.judged import Judged
from dragoman.ledger import Filters
from dragoman.records import Decision, Document, Outline, Statement
from dragoman.reviewed import Reviewed

_ALL = Filters()


class Exchanged(Reviewed):
    """Writes the statements of a ledger as others keep them."""

    def export(self, filters: Filters | None = None) -> Iterator[str]:
        """The statements as lines of JSON, as docs/statement.md describes them."""
        return statements.lines(self.statements(filters))

    def export_to(self, path: str | Path, as_: str, filters: Filters | None = None) -> tuple[Path, ...]:
        """Write statements in a format of docs/formats.md; returns the files, which appear all or not at all.

        A format of several files puts the others beside the first, which is at `path`, or in the folder that `path` is.
        Raises `UnknownName` for a format that there is not, `InvalidValue` if a file cannot be written.
        """
        if as_ not in FORMATS:
            raise UnknownName(as_, "format", tuple(FORMATS))
        form, exported = FORMATS[as_], self._exported(filters if filters is not None else _ALL)
        target = placed(os.fspath(path), form)
        files = self._ledger.files
        return deliver(target, lambda draft: form.write(exported, draft), never=files, makes_folder=form.is_folder)

    def digest(self) -> str:
        """A hash of what this workspace answers from: two with the same one answer alike."""
        with self._view() as view:
            return view.digest()

    def _exported(self, wanted: Filters) -> Exported:
        return Exported(
            lambda: self.statements(wanted),
            self.digest(),
            wanted.standings,
            lambda: self._outlines(wanted),
            lambda: self._forecasts(wanted),
            lambda: self._judged(wanted),
            lambda: self._every_document() if wanted == _ALL else iter(()),
        )

    def _outlines(self, wanted: Filters) -> list[Outline]:
        with self._view() as view:
            if wanted == _ALL and view.has_outlines:
                return list(view.outlines(None))
        # Events tell when ties begin and end, whether or not they are wanted themselves.
        entries = self.statements(replace(wanted, kind=None, types=()))
        return [outline(tie) for tie in ties(gathered(entries)) if tie.reports]

    def _forecasts(self, wanted: Filters) -> Frame:
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
            for entry in self.statements(replace(wanted, document=document, superseded=True)):
                if entry.statement.id in seen or not decision.covers(entry.statement, entry.document):
                    continue
                seen.add(entry.statement.id)
                with suppress(DragomanError):
                    instead = entry.statement if decision.changes_nothing else decision.applied(entry.statement)
                    yield entry.statement, instead

    def _every_document(self) -> Iterator[Document]:
        with self._view() as view:
            yield from view.documents()
