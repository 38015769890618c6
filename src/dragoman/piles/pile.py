"""Reading a pile of files into a ledger."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from itertools import chain
from pathlib import Path

from dragoman.intake import Defaults
from dragoman.ledger import Ledger, Writer
from dragoman.piles.recording import Read, Recording
from dragoman.piles.surveyed import Surveyed, surveyed
from dragoman.piles.task import shared_out, work
from dragoman.records import Report
from dragoman.runners import Workers, number, run

#: Told after each item of a pile: how many are done, of how many, and the path of the one just done.
Progress = Callable[[int, int, str], None]


class Pile:
    """One run of reading files into a ledger; `recorded` is an ISO timestamp."""

    def __init__(self, ledger: Ledger, writer: Writer, recorded: str, defaults: Defaults) -> None:
        self._ledger = ledger
        self._recording = Recording(ledger, writer, recorded)
        self._defaults = defaults

    def read(
        self, paths: Sequence[str | Path], workers: Workers, progress: Progress | None, *, left: Collection[str] = ()
    ) -> Report:
        """Read what is new or changed, then find copies and reconcile; files in `left` are passed over."""
        found = self._surveyed(paths, left)
        self._recording.fail(found.failures)
        read, failures = list[str](), list(found.failures)
        items = [item for item, _ in found.fresh]
        shares = ((share, self._defaults) for share in shared_out(items, number(workers)))
        answers = chain.from_iterable(run(work, shares, workers=workers))
        try:
            for count, (done, (_, offer)) in enumerate(zip(answers, found.fresh, strict=True), start=1):
                self._recording.keep(Read(offer, done.readings, done.prints, done.failures))
                read += [done.item.path] if done.readings else []
                failures += done.failures
                if progress is not None:
                    progress(count, len(items), done.item.path)
        finally:
            self._recording.flush()
        return self._recording.report(tuple(read), tuple(found.unchanged), tuple(failures))

    def _surveyed(self, paths: Sequence[str | Path], left: Collection[str]) -> Surveyed:
        with self._ledger.view() as view:
            return surveyed(paths, self._defaults, before=view.offer, own=self._ledger.files, left=left)
