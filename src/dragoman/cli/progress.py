"""How far a reading has come, on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from dragoman.cli.output import say
from dragoman.plain import one_line

#: Told after each item: how many are done, of how many, and the path of the one just done.
Told = Callable[[int, int, str], None]
#: Seconds between two lines where there is no terminal to draw a bar on.
PAUSE = 10.0


@contextmanager
def progress() -> Iterator[Told]:
    """A bar if standard error is a terminal, else a line every `PAUSE` seconds."""
    if sys.stderr.isatty():
        with _bar() as told:
            yield told
    else:
        yield lines(time.monotonic)


def lines(clock: Callable[[], float]) -> Told:
    """A line on standard error every `PAUSE` seconds of the clock."""
    last = clock()

    def told(done: int, total: int, path: str) -> None:
        nonlocal last
        now = clock()
        if now - last >= PAUSE:
            last = now
            say(f"{done:,} of {total:,} read, last {one_line(path)}")

    return told


@contextmanager
def _bar() -> Iterator[Told]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    # The bar goes when it is done: what is left to see is the report.
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("looking through the pile", total=None)

        def told(done: int, total: int, path: str) -> None:
            bar.update(task, completed=done, total=total, description=one_line(path))

        yield told
