"""Reading that goes on behind the pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Literal

from dragoman.errors import DragomanError, LedgerBusy
from dragoman.records import Report

Progress = Callable[[int, int, str], None]
Work = Callable[[Progress], Report]


@dataclass(slots=True)
class Run:
    """One reading of documents that were added: how far it is, and in the end its report or why there is none."""

    names: tuple[str, ...]
    done: int = 0
    total: int = 0
    report: Report | None = None
    error: str | None = None

    @property
    def status(self) -> Literal["reading", "done", "failed"]:
        """Whether it goes on, or how it ended."""
        return "failed" if self.error is not None else "reading" if self.report is None else "done"

    def tell(self, done: int, total: int, _: str) -> None:
        """Note how far it is."""
        self.done, self.total = done, total


@dataclass
class Runs:
    """The runs of a desk, one at a time; the last is remembered."""

    latest: Run | None = None
    _lock: Lock = field(default_factory=Lock)

    def check(self) -> None:
        """Raises `LedgerBusy` while a run goes on."""
        if self.latest is not None and self.latest.status == "reading":
            raise LedgerBusy("Documents are being read already; add more when that has finished.")

    def start(self, names: tuple[str, ...], work: Work) -> Run:
        """Begin a run in a thread of its own; raises `LedgerBusy` while another goes on.

        It does not keep the program from ending: a ledger is whole whenever its writer stops.
        """
        with self._lock:
            self.check()
            run = self.latest = Run(names)
        Thread(target=_carry_out, args=(run, work), daemon=True, name="reading").start()
        return run


def _carry_out(run: Run, work: Work) -> None:
    try:
        run.report = work(run.tell)
    except DragomanError as error:
        run.error = str(error)
    except BaseException:
        run.error = "Something went wrong in the desk itself; the terminal it was started in says what."
        raise
