"""A cluster of several machines, all of them this one; workers and machines of it are killed in the middle."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dragoman.dataset import Dataset
from dragoman.errors import InvalidValue, MissingExtra, WorkersLost
from dragoman.runners import Cluster, run
from dragoman.settings import Settings
from dragoman.workspace import Workspace
from tests.functional.piles import write_long_pile, write_pile
from tests.functional.shell import dragoman
from tests.unit.dataset.test_dataset import held, rows

ray = pytest.importorskip("ray")

#: Bytes of the memory that a machine shares out among its workers: small, there are several on one.
SHARED = 80_000_000


@pytest.fixture(scope="module")
def machines() -> Iterator[Any]:
    """A head without processors, and two machines with one each."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    from ray.cluster_utils import Cluster as Machines

    head = {"num_cpus": 0, "object_store_memory": SHARED, "include_dashboard": False}
    found = Machines(initialize_head=True, head_node_args=head)
    for _ in range(2):
        found.add_node(num_cpus=1, object_store_memory=SHARED)
    yield found
    # A test that failed may still be in the cluster; with that its process would end.
    ray.shutdown()
    found.shutdown()


def squared(number: int) -> int:
    return number * number


def slowly(number: int) -> tuple[int, bytes]:
    """An answer that is too large to be sent along, so that it lies on the machine that gave it."""
    time.sleep(0.1)
    return number, bytes([number]) * 300_000


def once_killed(task: tuple[int, str]) -> int:
    """The fifth task kills its worker, but only the first time."""
    number, mark = task
    if number == 5 and not os.path.exists(mark):
        Path(mark).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def deadly(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def mistaken(number: int) -> int:
    raise InvalidValue(f"{number} is none of ours.")


def met(folder: str) -> int:
    """Waits until two processes are about it."""
    Path(folder, str(os.getpid())).touch()
    while len(os.listdir(folder)) < 2:
        time.sleep(0.02)
    return os.getpid()


def test_answers_come_in_the_order_of_the_tasks_from_several_machines(machines: Any, tmp_path: Path) -> None:
    cluster = Cluster(machines.address)

    assert list(run(squared, range(400), workers=cluster)) == [number * number for number in range(400)]
    assert list(run(squared, (), workers=cluster)) == []
    assert len(set(run(met, [str(tmp_path)] * 4, workers=cluster)) - {os.getpid()}) >= 2


def test_tasks_are_taken_only_as_they_are_needed(machines: Any) -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(1_000):
            taken.append(number)
            yield number

    answers = run(squared, tasks(), workers=Cluster(machines.address, 2))
    assert [next(answers) for _ in range(3)] == [0, 1, 4]
    assert len(taken) < 20
    answers.close()  # type: ignore[attr-defined]


def test_what_a_killed_worker_was_given_is_done_by_another(machines: Any, tmp_path: Path) -> None:
    tasks = [(number, str(tmp_path / "killed")) for number in range(30)]

    assert list(run(once_killed, tasks, workers=Cluster(machines.address))) == list(range(30))
    assert (tmp_path / "killed").exists()


def test_nothing_is_lost_with_a_machine_nor_comes_twice(machines: Any) -> None:
    doomed = machines.add_node(num_cpus=1, object_store_memory=SHARED)
    found = []
    for answer in run(slowly, range(60), workers=Cluster(machines.address, 3)):
        found.append(answer)
        if len(found) == 10:
            machines.remove_node(doomed, allow_graceful=False)

    assert found == [(number, bytes([number]) * 300_000) for number in range(60)]


def test_what_the_work_raises_is_raised_here(machines: Any) -> None:
    # Each of them raises, and whichever worker is first is heard.
    with pytest.raises(InvalidValue, match=r"[0-2] is none of ours"):
        list(run(mistaken, range(3), workers=Cluster(machines.address)))


def test_a_task_that_kills_every_worker_is_told(machines: Any) -> None:
    with pytest.raises(WorkersLost, match="5 workers in turn were lost"):
        list(run(deadly, range(9), workers=Cluster(machines.address)))


def test_where_there_is_no_cluster_one_is_told_so() -> None:
    with pytest.raises(InvalidValue, match=r"There is no Ray cluster at 127\.0\.0\.1:9"):
        list(run(squared, range(3), workers=Cluster("127.0.0.1:9")))


def test_without_ray_one_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ray", None)

    with pytest.raises(MissingExtra, match=r"pip install 'dragoman\[ray\]'"):
        list(run(squared, range(3), workers=Cluster()))


def test_a_pile_read_on_a_cluster_is_the_same_to_the_byte_whatever_is_killed(machines: Any, tmp_path: Path) -> None:
    pile = write_long_pile(tmp_path / "pile", 48)
    cluster = Cluster(machines.address, 3)
    read_into(tmp_path / "local.ledger", pile, 1)
    Dataset.open(tmp_path / "local", create=True).read([pile])
    doomed = machines.add_node(num_cpus=1, object_store_memory=SHARED)

    def killing(done: int, total: int, path: str) -> None:
        if done == 8:
            machines.remove_node(doomed, allow_graceful=False)
        elif done == 20:
            kill_a_worker()

    read_into(tmp_path / "ray.ledger", pile, cluster, killing)
    Dataset.open(tmp_path / "ray", create=True).read([pile], workers=cluster)

    assert rows(tmp_path / "ray.ledger") == rows(tmp_path / "local.ledger")
    assert held(tmp_path / "ray") == held(tmp_path / "local")


def test_the_command_reads_on_a_cluster_into_a_dataset_and_loads_a_slice(machines: Any, tmp_path: Path) -> None:
    pile, dataset = write_pile(tmp_path / "pile"), tmp_path / "dataset"
    on = ("--runner", "ray", "--address", machines.address, "--workers", "2")
    first = dragoman("read", pile, "--into-dataset", dataset, *on, "--format", "json")
    assert first.code == 0, first.err
    assert len(json.loads(first.out)["read"]) == 4

    loaded = dragoman("load", dataset, "--into", tmp_path / "l", "--where", "party=Germany", "--format", "json")
    assert loaded.code == 0, loaded.err
    assert [Path(each).name for each in json.loads(loaded.out)["read"]] == ["visit.txt"]


def read_into(ledger: Path, pile: Path, workers: int | Cluster, progress: Any = None) -> None:
    with Workspace.open(ledger, create=True, settings=Settings(epoch=1_700_000_000)) as workspace:
        assert len(workspace.read([pile], workers=workers, progress=progress).read) == 48


def kill_a_worker() -> None:
    """Kill a process that is at work on the cluster this process is in."""
    from ray._private import state

    at_work = [each["Pid"] for each in state.actors().values() if each["State"] == "ALIVE"]
    os.kill(at_work[0], signal.SIGKILL)
