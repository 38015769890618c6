"""What is said when somebody stops a command that writes into a ledger."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import typer

from dragoman.cli.output import say

#: A shell's exit codes for a program that was interrupted (Ctrl-C) and one that was told to end.
INTERRUPTED, TOLD_TO_END = 130, 143
SENTENCE = "The ledger is whole and keeps what was {done} so far; the same command goes on from there."


@contextmanager
def stoppable(done: str) -> Iterator[None]:
    """Ends the command in order, and says so, if it is interrupted or told to end (SIGTERM), as `kill` and a computer
    that shuts down do; `done` is what it does.
    """
    told: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        # Once is enough: a second one while the ledger is closed would cut that short.
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        told.append(number)
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    except KeyboardInterrupt:
        # SQLite does not pass on what interrupted one of its functions.
        say(f"{'Told to end' if told else 'Interrupted'}. {SENTENCE.format(done=done)}")
        raise typer.Exit(TOLD_TO_END if told else INTERRUPTED) from None
    finally:
        signal.signal(signal.SIGTERM, before)
