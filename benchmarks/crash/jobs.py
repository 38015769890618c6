"""What is killed: each kind of work that writes into a ledger, from a start that is made once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.crash import older
from benchmarks.scale.pile import readings
from dragoman.errors import InvalidValue
from dragoman.ledger import Ledger
from dragoman.ledger.migrations import VERSION
from dragoman.reconcile.signatures import packed
from dragoman.records import Reading
from dragoman.records.decision import Confirmation, Fault
from dragoman.settings import Settings
from dragoman.workspace import Workspace

#: The moment that all runs write on what they record: the same work gives the same bytes.
SETTINGS = Settings(epoch=1_790_000_000)
RECORDED = "2026-01-01"
#: Statements in the ledgers that are reconciled and judged.
STATEMENTS = 400
STATES = ("Israel", "Azerbaijan", "Türkiye", "Iran", "Russia", "Germany", "France")
DOCUMENTS, SENTENCES = 12, 6
#: So many of them are judged.
JUDGED = 6
BY = {"who": "an analyst", "why": "to see what a kill does"}


@dataclass(frozen=True)
class Job:
    """Work on a ledger, which can be done again after it was cut off; `start` is the ledger before it, or nothing."""

    name: str
    start: Path | None
    work: Callable[[Path], object]

    def begin(self, path: Path) -> None:
        """Put the ledger as it is before the work at a path."""
        if self.start is not None:
            shutil.copy(self.start, path)


def jobs(folder: Path, *, statements: int = STATEMENTS) -> list[Job]:
    """All of them; what they begin with, ledgers of so many statements, lies in the folder, which is empty before."""
    pile, read = folder / "pile", folder / "read"
    _write(pile)
    _read(pile, read)
    unreconciled, unjudged = (made(folder / each, statements) for each in ("unreconciled", "unjudged"))
    _reconcile(unjudged)
    with Ledger.open(unjudged) as ledger, ledger.view() as view:
        judged = sorted(each.statement.id for each in view.entries())[:: statements // JUDGED]
        publisher = min(view.publishers())
    return [
        Job("read", None, lambda path: _read(pile, path)),
        Job("reread", _unread(folder / "unread", read), _reread),
        Job("reconcile", unreconciled, _reconcile),
        Job("decide", unjudged, lambda path: _decide(path, judged, publisher)),
        Job("back up", None, lambda path: _back_up(unjudged, path)),
        *(
            Job(
                f"migrate from version {version}", _earlier(folder / f"version{version}", unjudged, version), _reconcile
            )
            for version in range(1, VERSION)
        ),
    ]


def made(path: Path, statements: int) -> Path:
    """A ledger of made-up documents, without what follows from them."""
    with Ledger.open(path, create=True) as ledger, ledger.writer() as writer:
        read = list(readings(statements))
        writer.add_many(read, recorded=RECORDED)
        prints = {each.document.id: packed(each.document.text) for each in read}
        writer.add_signatures(prints, recorded=RECORDED)
    return path


def _earlier(path: Path, of: Path, version: int) -> Path:
    older.make(path, of, version=version)
    return path


def _unread(path: Path, of: Path) -> Path:
    """A ledger with the documents of another one, in which an earlier reader found nothing."""
    with Ledger.open(of) as read, read.view() as view:
        documents, prints = list(view.documents()), view.signatures()
    with Ledger.open(path, create=True) as ledger, ledger.writer() as writer:
        writer.add_many((Reading(each, (), "earlier 1") for each in documents), recorded=RECORDED)
        writer.add_signatures(prints, recorded=RECORDED)
    return path


def _write(pile: Path) -> None:
    """A few short documents, every third a reprint of the one before it."""
    pile.mkdir()
    for number in range(DOCUMENTS):
        text = _text(number - 1 if number % 3 == 2 else number)
        (pile / f"{number:02}.txt").write_text(text, encoding="utf-8")


def _text(number: int) -> str:
    one, other = STATES[number % 7], STATES[(number + 1 + number // 7) % 7]
    return " ".join(
        f"The minister of {one} visited {other} on {day} May {1990 + number} with {number + day} officials."
        for day in range(1, SENTENCES)
    )


def _read(pile: Path, path: Path) -> None:
    with Workspace.open(path, create=True, settings=SETTINGS) as workspace:
        workspace.read([pile])


def _reread(path: Path) -> None:
    with Workspace.open(path, settings=SETTINGS) as workspace:
        workspace.reread()


def _reconcile(path: Path) -> None:
    # What a reading does after the last document.
    with Workspace.open(path, settings=SETTINGS) as workspace:
        workspace.read([])


def _decide(path: Path, judged: Sequence[str], publisher: str) -> None:
    """Judge some statements by id, and retract a publisher; what was judged before the last kill is refused."""
    with Workspace.open(path, settings=SETTINGS) as workspace:
        for number, identity in enumerate(judged):
            verdict: Fault | Confirmation = "confirmed" if number % 3 == 2 else "not stated"
            with suppress(InvalidValue):
                workspace.decide(identity, verdict, **BY)
        with suppress(InvalidValue):
            workspace.same(*judged[-2:], **BY)
        with suppress(InvalidValue):
            workspace.retract("publisher", publisher, **BY)


def _back_up(ledger: Path, path: Path) -> None:
    """Copy a ledger to the path; a copy that was made before the last kill is replaced."""
    with Workspace.open(ledger) as workspace:
        workspace.backup(path, replace=True)
