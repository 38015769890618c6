from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from dragoman.web.memory import Memory


def test_an_answer_is_found_once_until_something_is_written() -> None:
    memory, found = Memory(), []

    def find() -> int:
        found.append(len(found))
        return len(found)

    assert [memory.recall(mark, "network", find) for mark in (1, 1, 2, 2)] == [1, 1, 2, 2]
    assert memory.recall(2, "forecasts", find) == 3


def test_of_several_that_ask_at_once_one_finds_it() -> None:
    memory, found = Memory(), []

    def find() -> int:
        time.sleep(0.05)
        found.append(1)
        return len(found)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: memory.recall(1, "network", find), range(8)))

    assert answers == [1] * 8


def test_an_error_is_not_kept() -> None:
    memory = Memory()

    def fail() -> int:
        raise ValueError("not found")

    with pytest.raises(ValueError, match="not found"):
        memory.recall(1, "network", fail)
    assert memory.recall(1, "network", lambda: 2) == 2


def test_only_the_latest_answers_are_kept() -> None:
    memory = Memory()
    for number in range(100):
        memory.recall(1, number, lambda: "first")

    assert memory.recall(1, 99, lambda: "again") == "first"
    assert memory.recall(1, 0, lambda: "again") == "again"
