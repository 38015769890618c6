"""Sources that keep coming."""

from __future__ import annotations

import os
from abc import abstractmethod
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.fetching import Door
from dragoman.intake import Defaults
from dragoman.ledger import Writer
from dragoman.piles.fetched import Fetching, Told
from dragoman.piles.pile import Pile, Progress
from dragoman.piles.watching import Watch
from dragoman.records import Report
from dragoman.records.dates import from_iso
from dragoman.settings import Settings
from dragoman.workspace.exchanged import Exchanged

#: What the name of a ledger gets to name the folder of what was fetched for it.
FOLDER = ".fetched"


class Fed(Exchanged):
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

    def fetch(
        self,
        urls: Sequence[str],
        *,
        keep: str | Path | None = None,
        articles: int = 0,
        door: Door | None = None,
        told: Told | None = None,
    ) -> Report:
        """Fetch addresses over the network, keep what was sent, and read it; with `articles`, the addresses are feeds,
        and as many pages of each are fetched and read.

        What was sent is kept in the folder `keep`, or beside the ledger in one named after it, with a `sources.csv`
        that says from where and when. `door` bounds what an address may cost; docs/security.md says what is refused.
        What could not be fetched is among the failures. Raises as `read` does.
        """
        folder = keep if keep is not None else f"{os.fspath(self._ledger.path)}{FOLDER}"
        fetching = Fetching(folder, door or Door(), self._settings.now(), told)
        paths = fetching.articles(urls, articles) if articles else fetching.pages(urls)
        with self._writer() as writer:
            report = Pile(self._ledger, writer, self._settings.now(), Defaults()).read(paths, 1, None)
        return replace(report, failures=(*fetching.failures, *report.failures))

    def offered(self, path: str) -> tuple[str, ...]:
        """The ids of the documents that were read from a path when it was offered last; none if it never was."""
        with self._view() as view:
            offer = view.offer(path)
            return offer.documents if offer is not None else ()
