"""Work on the machines of a Ray cluster, the answers in the order of the tasks; the only place that knows Ray.

A worker is an actor: a process that loads the encoder once and does one task after another. Tasks are pure, so one
whose worker or machine is lost is done again by another and gives the same answer; each answer is taken once.
"""

from __future__ import annotations

import os
import socket
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from dragoman.errors import InvalidValue, MissingExtra, WorkersLost
from dragoman.runners.cluster import Cluster

Task = TypeVar("Task")
Answer = TypeVar("Answer")

#: Tasks handed out or answered, for each worker, ahead of the one whose answer is due: enough to keep all busy.
AHEAD = 4
#: Tasks that a worker holds: it begins the second while the answer to the first is on its way.
HELD = 2
#: Workers that may be lost over one task; then it is taken to be what kills them.
TRIES = 5
#: Seconds in which the head of a cluster must answer.
PATIENCE = 10.0


def run(work: Callable[[Task], Answer], tasks: Iterable[Task], *, cluster: Cluster) -> Iterator[Answer]:
    """The answers to the tasks, in their order, whatever workers and machines are lost meanwhile.

    Raises what `work` raises, `MissingExtra` without Ray, `InvalidValue` if there is no cluster at the address, and
    `WorkersLost` if `TRIES` workers in turn are lost over one task.
    """
    with _joined(cluster) as ray:
        crew = _Crew(ray, work, cluster.workers or max(1, int(ray.cluster_resources().get("CPU", 1))))
        try:
            yield from crew.answers(tasks)
        finally:
            crew.dismiss()


class Worker:
    """A process of the cluster that does one kind of work; what that loads stays loaded."""

    def __init__(self, work: Callable[[Any], Any]) -> None:
        self._work = work

    def ready(self) -> None:
        """Answers as soon as the process is there."""

    def do(self, task: Any) -> Any:
        """The answer to a task."""
        return self._work(task)


@dataclass(slots=True)
class _Job(Generic[Task]):
    """A task, its place among all, and how many workers were lost over it."""

    place: int
    task: Task
    lost: int = 0


class _Crew:
    """The workers of one run. Only those that are there are given tasks; one that is lost is replaced."""

    def __init__(self, ray: Any, work: Callable[[Any], Any], count: int) -> None:
        self._ray = ray
        # What is lost is handed out anew here, to whoever is there: a restarted actor may wait for a machine for ever.
        self._actor = ray.remote(num_cpus=1, max_restarts=0, max_task_retries=0)(Worker)
        self._work = ray.put(work)
        self._count = count
        #: Workers that were lost before they were there, since the last that came.
        self._stillborn = 0
        #: By the promise of an answer, who is to give it.
        self._coming: dict[Any, Any] = {}
        self._promised: dict[Any, Any] = {}
        #: Of each worker that is there, what it was given, in the order in which it does it.
        self._given: dict[Any, deque[tuple[Any, _Job[Any]]]] = {}
        self._waiting: deque[_Job[Any]] = deque()
        for _ in range(count):
            self._call()

    def answers(self, tasks: Iterable[Any]) -> Iterator[Any]:
        """The answers in the order of the tasks, of which only as many are taken as are needed."""
        ahead, found, due, taken = iter(tasks), dict[int, Any](), 0, 0
        more = True
        while True:
            while more and taken < due + AHEAD * self._count:
                try:
                    self._waiting.append(_Job(taken, next(ahead)))
                    taken += 1
                except StopIteration:
                    more = False
            self._hand_out()
            if due == taken:
                return
            found.update(self._next())
            # What is free now is given work before whoever takes the answers goes about them.
            self._hand_out()
            while due in found:
                yield found.pop(due)
                due += 1

    def dismiss(self) -> None:
        """End the workers."""
        for worker in (*self._given, *self._coming.values()):
            self._ray.kill(worker)

    def _call(self) -> None:
        worker = self._actor.remote(self._work)
        self._coming[worker.ready.remote()] = worker

    def _hand_out(self) -> None:
        """Give waiting tasks to the workers, the first of them to those that hold the fewest."""
        for full in range(HELD):
            for worker, held in self._given.items():
                if self._waiting and len(held) == full:
                    job = self._waiting.popleft()
                    promise = worker.do.remote(job.task)
                    self._promised[promise] = worker
                    held.append((promise, job))

    def _next(self) -> dict[int, Any]:
        """The next answer by the place of its task; nothing if a worker came or was lost instead."""
        (promise,), _ = self._ray.wait([*self._promised, *self._coming], num_returns=1)
        errors = self._ray.exceptions
        try:
            answer = self._ray.get(promise)
        except errors.RayTaskError as error:
            raise (error.cause if isinstance(error.cause, Exception) else error) from None
        except errors.RayError as error:
            self._replace(promise, error)
            return {}
        if promise in self._coming:
            self._given[self._coming.pop(promise)] = deque()
            self._stillborn = 0
            return {}
        held = self._given[self._promised.pop(promise)]
        # Of two answers that are there, Ray may name the later one first.
        number = next(number for number, (each, _) in enumerate(held) if each == promise)
        _, job = held[number]
        del held[number]
        return {job.place: answer}

    def _replace(self, promise: Any, error: Exception) -> None:
        """Call another worker in the place of one that is lost, and take back what it was given."""
        if promise in self._coming:
            worker = self._coming.pop(promise)
            self._stillborn += 1
            if self._stillborn >= TRIES * self._count:
                raise WorkersLost(
                    f"No worker starts on the cluster ({_said(error)}); see that the same Dragoman is installed on "
                    "each of its machines."
                ) from error
        else:
            worker = self._promised[promise]
        held = self._given.pop(worker, deque())
        if held:
            # It had begun the first of them only.
            job = held[0][1]
            job.lost += 1
            if job.lost >= TRIES:
                raise WorkersLost(
                    f"{job.lost} workers in turn were lost over one share of the pile ({_said(error)}); a text "
                    "may be more than their memory holds. What was read before is kept."
                ) from error
        for given, _ in held:
            del self._promised[given]
        self._waiting.extendleft(job for _, job in reversed(held))
        self._ray.kill(worker)
        self._call()


@contextmanager
def _joined(cluster: Cluster) -> Iterator[Any]:
    """Ray, in the cluster; one that this process is already in is used as it is and stays."""
    # Ray would report to its makers; nothing leaves the machine unless asked to.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
    except ImportError as error:
        raise MissingExtra("Ray", "a cluster needs ray; `pip install 'dragoman[ray]'` brings it.") from error
    if ray.is_initialized():
        yield ray
        return
    try:
        _check(cluster.address)
        ray.init(cluster.address, log_to_driver=False, logging_level="ERROR", **_own(cluster))
    except (OSError, ValueError, RuntimeError) as error:
        raise InvalidValue(
            f"There is no Ray cluster at {cluster.address or 'this machine'} ({_said(error)}); give the address that "
            "`ray start --head` printed."
        ) from error
    try:
        yield ray
    finally:
        ray.shutdown()


def _check(address: str | None) -> None:
    """Raise `OSError` if nobody listens at an address of the form `host:port`; Ray would wait for minutes."""
    host, _, port = (address or "").rpartition(":")
    if host and port.isdecimal() and "//" not in host:
        socket.create_connection((host, int(port)), timeout=PATIENCE).close()


def _own(cluster: Cluster) -> dict[str, Any]:
    """What holds for a cluster that is started for this run only."""
    return {"include_dashboard": False} if cluster.address is None and "RAY_ADDRESS" not in os.environ else {}


def _said(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0].rstrip(".")
