from __future__ import annotations

from dragoman.web.access.attempts import FREE, Attempts


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def failed(attempts: Attempts, name: str, times: int) -> None:
    for _ in range(times):
        attempts.failed(name)


def test_a_name_waits_after_several_failures_and_longer_after_each_more() -> None:
    clock = Clock()
    attempts = Attempts({"Ada"}, clock)
    failed(attempts, "Ada", FREE)
    assert attempts.wait("Ada") == 0

    waits = []
    for _ in range(9):
        attempts.failed("Ada")
        waits.append(attempts.wait("Ada"))
        clock.now += waits[-1]
        assert attempts.wait("Ada") == 0

    assert waits == [15, 30, 60, 120, 240, 480, 900, 900, 900]


def test_success_forgets_failures_of_that_name_only() -> None:
    attempts = Attempts({"Ada", "Bo"}, Clock())
    failed(attempts, "Ada", FREE + 1)
    failed(attempts, "Bo", FREE + 1)
    attempts.succeeded("Ada")

    assert attempts.wait("Ada") == 0
    assert attempts.wait("Bo") == 15


def test_a_name_of_nobody_waits_as_long() -> None:
    attempts = Attempts({"Ada"}, Clock())
    failed(attempts, "nobody", FREE + 2)

    assert attempts.wait("nobody") == 30


def test_many_names_of_nobody_neither_fill_the_memory_nor_free_a_user() -> None:
    attempts = Attempts({"Ada"}, Clock())
    failed(attempts, "Ada", FREE + 1)
    failed(attempts, "first", FREE + 1)
    for number in range(1000):
        attempts.failed(f"nobody {number}")

    assert attempts.wait("Ada") == 15
    assert attempts.wait("first") == 0


def test_no_number_of_failures_breaks_it() -> None:
    attempts = Attempts({"Ada"}, Clock())
    failed(attempts, "Ada", 5000)

    assert attempts.wait("Ada") == 900
