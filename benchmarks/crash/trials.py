"""Rounds of killing: a job is killed at random moments, checked after each, and then done to its end."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from benchmarks.crash.jobs import Job
from benchmarks.crash.killing import done, killed
from dragoman.errors import DragomanError
from dragoman.ledger import Filters, Ledger
from dragoman.workspace import Workspace

#: As many times at most one ledger is killed before the job is done to its end.
IN_A_ROW = 3


@dataclass(slots=True)
class Outcome:
    """What came of killing one job: how many kills, how many of them found it at work, how many left a log beside the
    ledger, and a sentence for each thing that was not as it should be.
    """

    name: str
    kills: int = 0
    at_work: int = 0
    logs: int = 0
    wrong: list[str] = field(default_factory=list)


def tried(job: Job, folder: Path, *, times: int, chance: random.Random) -> Outcome:
    """Kill a job so many times, in an empty folder."""
    outcome = Outcome(job.name)
    folder.mkdir()
    path = folder / "l"
    job.begin(path)
    seconds = done(lambda: job.work(path))
    expected = held(path)
    while outcome.kills < times:
        _clear(folder)
        job.begin(path)
        before = _ids(path)
        for _ in range(min(chance.randint(1, IN_A_ROW), times - outcome.kills)):
            after = chance.uniform(0, seconds)
            outcome.kills += 1
            outcome.at_work += killed(lambda: job.work(path), after)
            outcome.logs += path.with_name("l-wal").exists()
            place = f"{job.name}, kill {outcome.kills}"
            outcome.wrong += [f"{place}: {each}" for each in found(path)]
            now = _ids(path)
            outcome.wrong += [f"{place}: {each} is gone" for each in sorted(before - now)]
            before = now
        outcome.wrong += [
            f"{job.name}, gone on with after kill {outcome.kills}: {each}" for each in ended(job, path, expected)
        ]
    return outcome


def found(path: Path) -> list[str]:
    """What `verify` finds in a ledger; nothing in one that is not there yet."""
    if not path.exists():
        return []
    try:
        with Workspace.open(path) as workspace:
            return workspace.verify()
    except DragomanError as error:
        return [str(error)]


def ended(job: Job, path: Path, expected: str) -> list[str]:
    """What is wrong with the ledger once a job was done to its end."""
    try:
        done(lambda: job.work(path))
    except RuntimeError as error:
        return [str(error)]
    wrong = found(path)
    if not wrong and held(path) != expected:
        wrong.append("it holds something else than that of a run that nobody disturbed")
    return wrong + [f"{each.name} is left over" for each in sorted(path.parent.iterdir()) if each != path]


def held(path: Path) -> str:
    """A hash of all that a ledger answers from: documents, statements, decisions, and what follows from them."""
    hashed = hashlib.sha256()
    with Workspace.open(path) as workspace:
        hashed.update(workspace.digest().encode())
        for line in workspace.export(Filters(superseded=True)):
            hashed.update(line.encode())
    with Ledger.open(path) as ledger, ledger.view() as view:
        outlines: Sequence[dict[str, object]] = [asdict(each) for each in view.outlines(None)]
        hashed.update(json.dumps([view.reconciled(), outlines], default=str, sort_keys=True).encode())
    return hashed.hexdigest()


def _ids(path: Path) -> set[str]:
    """All documents, statements and decisions, those that were superseded too."""
    if not path.exists():
        return set()
    with Ledger.open(path) as ledger, ledger.view() as view:
        statements = {each.statement.id for each in view.entries(Filters(superseded=True))}
        decisions = {each.id for each in view.decisions(undone=True)}
        return statements | decisions | {each.id for each in view.heads()}


def _clear(folder: Path) -> None:
    for each in folder.iterdir():
        each.unlink()
