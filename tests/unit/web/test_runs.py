from __future__ import annotations

import time
from threading import Event

import pytest

from dragoman.errors import InvalidValue, LedgerBusy
from dragoman.records import Report
from dragoman.web.runs import Progress, Run, Runs

REPORT = Report(("a.txt",), (), (), (), {}, 3)


def ended(run: Run) -> Run:
    for _ in range(1000):
        if run.status != "reading":
            return run
        time.sleep(0.01)
    raise AssertionError("The run goes on and on.")


def test_a_run_tells_how_far_it_is_and_how_it_ended() -> None:
    runs, may_go_on, has_begun = Runs(), Event(), Event()

    def work(progress: Progress) -> Report:
        progress(1, 2, "a.txt")
        has_begun.set()
        may_go_on.wait(10)
        return REPORT

    run = runs.start(("a.txt", "b.txt"), work)
    has_begun.wait(10)
    assert (run.status, run.done, run.total) == ("reading", 1, 2)
    with pytest.raises(LedgerBusy, match="already"):
        runs.start(("c.txt",), work)
    may_go_on.set()

    assert ended(run).report == REPORT
    assert runs.latest is run
    assert ended(runs.start(("c.txt",), lambda _: REPORT)).status == "done"


def test_what_goes_wrong_is_said() -> None:
    def work(_: Progress) -> Report:
        raise InvalidValue("'soon' is not a date.")

    run = ended(Runs().start(("a.txt",), work))
    assert (run.status, run.error) == ("failed", "'soon' is not a date.")
