"""Where work runs: one process, several, or the machines of a cluster, with the same answers in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from dragoman.runners import local
from dragoman.runners.cluster import Cluster

__all__ = ["Cluster", "Workers", "number", "run"]

Task = TypeVar("Task")
Answer = TypeVar("Answer")

#: Processes of this machine by their number, or those of a cluster.
Workers = int | Cluster

#: As many workers a cluster is taken to have, when work is shared out, if nobody says.
_UNKNOWN = 16


def run(work: Callable[[Task], Answer], tasks: Iterable[Task], *, workers: Workers = 1) -> Iterator[Answer]:
    """The answers to the tasks, in the order of the tasks; `work` and the tasks must be picklable unless all is done in
    this process. Memory holds a few answers for each worker. Raises `MissingExtra` or `WorkersLost` for a cluster.
    """
    if isinstance(workers, Cluster):
        from dragoman.runners import ray

        return ray.run(work, tasks, cluster=workers)
    return local.run(work, tasks, workers=workers)


def number(workers: Workers) -> int:
    """Among how many work is to be shared out."""
    return (workers.workers or _UNKNOWN) if isinstance(workers, Cluster) else workers
