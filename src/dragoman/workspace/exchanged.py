"""What goes out of a ledger into the formats of others, and comes in from them."""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.errors import UnknownName
from dragoman.exchange import statements
from dragoman.exchange.delivery import deliver, placed
from dragoman.exchange.exported import Exported
from dragoman.exchange.formats import FORMATS, SOURCES
from dragoman.exchange.policy import Policy
from dragoman.ledger import Filters, Writer
from dragoman.records import Imported, Standing
from dragoman.settings import Settings
from dragoman.workspace.importing import Import
from dragoman.workspace.paired import Paired


class Exchanged(Paired):
    """Writes the statements of a ledger as others keep them, and takes theirs in."""

    _settings: Settings

    def export(self, filters: Filters | None = None) -> Iterator[str]:
        """The statements as lines of JSON, as docs/statement.md describes them."""
        return statements.lines(self.statements(filters))

    def export_to(
        self,
        path: str | Path,
        as_: str,
        filters: Filters | None = None,
        *,
        policy: str | None = None,
        expand: bool = False,
    ) -> tuple[Path, ...]:
        """Write statements in a format of docs/formats.md; returns the files, which appear all or not at all.

        A format of several files puts the others beside the first, which is at `path`, or in the folder that `path` is.
        `policy`, in TOML, says how disputed territories are written; `expand` asks for a row for each pair of parties.
        Formats of events hold what is asserted, unless the filters ask for other standings. Raises `UnknownName` for a
        format that there is not, `InvalidValue` if a file cannot be written or the policy is none.
        """
        if as_ not in FORMATS:
            raise UnknownName(as_, "format", tuple(FORMATS))
        form, standings = FORMATS[as_], filters.standings if filters is not None else ()
        exported = Exported(
            lambda: self.statements(filters),
            self.digest(),
            Policy.of(policy),
            standings or (Standing.ASSERTED,),
            expand,
            self._derived(filters if filters is not None else Filters()),
        )
        name = f"{os.fspath(path)}{os.sep}" if form.is_folder else os.fspath(path)
        target = placed(name, called=form.called, ending=form.ending)
        return deliver(target, lambda draft: form.write(exported, draft), never=self._ledger.files)

    def import_from(self, paths: Sequence[str | Path], as_: str) -> Imported:
        """Take in files of a data set of events, in a format of docs/formats.md: each row becomes a document, and the
        statement that it makes; what the ledger has already is passed over.

        Raises `UnknownName` for a format that there is not, `LedgerBusy`, or `InvalidValue` on a workspace of the past.
        """
        if as_ not in SOURCES:
            raise UnknownName(as_, "format", tuple(SOURCES))
        with self._writer() as writer:
            return Import(self._ledger, writer, self._settings.now(), as_).take(paths)

    @abstractmethod
    def _writer(self) -> Writer:
        """The one writer; raises `InvalidValue` on a workspace of the past."""

    def digest(self) -> str:
        """A hash of what this workspace answers from: two with the same one answer alike."""
        with self._view() as view:
            return view.digest()
