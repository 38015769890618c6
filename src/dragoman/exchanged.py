"""What goes out of a ledger into the formats of others."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import UnknownName
from dragoman.exchange import statements
from dragoman.exchange.delivery import deliver, placed
from dragoman.exchange.exported import Exported
from dragoman.exchange.formats import FORMATS
from dragoman.ledger import Filters
from dragoman.reviewed import Reviewed


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
        form = FORMATS[as_]
        exported = Exported(lambda: self.statements(filters), self.digest())
        target = placed(os.fspath(path), called=form.name, ending=form.ending)
        return deliver(target, lambda draft: form.write(exported, draft), never=self._ledger.files)

    def digest(self) -> str:
        """A hash of what this workspace answers from: two with the same one answer alike."""
        with self._view() as view:
            return view.digest()
