from __future__ import annotations

from dragoman.web.memory import Memory


def test_an_answer_is_found_once_until_something_is_written() -> None:
    memory, found = Memory(), []

    def find() -> int:
        found.append(len(found))
        return len(found)

    assert [memory.recall(mark, "network", find) for mark in (1, 1, 2, 2)] == [1, 1, 2, 2]
    assert memory.recall(2, "forecasts", find) == 3


def test_only_the_latest_answers_are_kept() -> None:
    memory = Memory()
    for number in range(100):
        memory.recall(1, number, lambda: "first")

    assert memory.recall(1, 99, lambda: "again") == "first"
    assert memory.recall(1, 0, lambda: "again") == "again"
