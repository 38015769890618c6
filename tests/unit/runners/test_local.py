from __future__ import annotations

import os

from dragoman.runners import run


def squared(number: int) -> int:
    return number * number


def process(_: int) -> int:
    return os.getpid()


def test_answers_come_in_the_order_of_the_tasks() -> None:
    assert list(run(squared, range(5))) == [0, 1, 4, 9, 16]


def test_several_workers_give_the_same_answers() -> None:
    assert list(run(squared, range(20), workers=2)) == list(run(squared, range(20)))


def test_several_workers_are_processes_of_their_own() -> None:
    assert os.getpid() not in set(run(process, range(4), workers=2))
