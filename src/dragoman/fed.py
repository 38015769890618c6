"""Sources that keep coming."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection
from pathlib import Path

from dragoman.intake import Defaults
from dragoman.ledger import Writer
from dragoman.pile import Pile, Progress
from dragoman.records import Report
from dragoman.records.dates import from_iso
from dragoman.reviewed import Reviewed
from dragoman.settings import Settings
from dragoman.watching import Watch


class Fed(Reviewed):
    """Reads into a ledger what comes after it was made."""

    _settings: Settings

    @abstractmethod
    def _writer(self) -> Writer:
        """The one writer."""

    def watch(
        self,
        folder: str | Path,
        *,
        workers: int = 1,
        publisher: str | None = None,
        published: str | None = None,
    ) -> Watch:
        """A watch over a folder: each `look()` reads what has come and settled since the last, as `read` does.

        A file has settled when nothing has written to it for three seconds. `look()` raises `LedgerBusy` while another
        process writes into the ledger; the next one makes up for it.
        """
        defaults = Defaults(publisher, from_iso(published) if published is not None else None)

        def read(left: Collection[str], progress: Progress | None) -> Report:
            with self._writer() as writer:
                pile = Pile(self._ledger, writer, self._settings.now(), defaults)
                return pile.read([folder], workers, progress, left=left)

        return Watch(folder, read, own=self._ledger.files)
