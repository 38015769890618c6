"""Work in this process or in several, the answers in the order of the tasks."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing.connection import wait
from typing import TypeVar

Task = TypeVar("Task")
Answer = TypeVar("Answer")

#: Tasks handed out, for each worker, ahead of the one whose answer is due: enough to keep all busy.
AHEAD = 4


def run(work: Callable[[Task], Answer], tasks: Iterable[Task], *, workers: int = 1) -> Iterator[Answer]:
    """The answers to the tasks, in the order of the tasks; with several workers each is a process of its own.

    `work` and the tasks must be picklable if `workers` is over 1. Memory holds `AHEAD` answers a worker at most.
    """
    if workers <= 1:
        yield from map(work, tasks)
        return
    # A fresh interpreter for each worker: threads of this process (progress bars, ONNX) do not survive a fork.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_end_with_parent) as pool:
        waiting: deque[Future[Answer]] = deque()
        for task in tasks:
            waiting.append(pool.submit(work, task))
            if len(waiting) >= workers * AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _end_with_parent() -> None:
    """Let this worker end when the process that started it was killed; it would wait for tasks forever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
