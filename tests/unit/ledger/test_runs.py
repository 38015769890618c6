from __future__ import annotations

from dragoman.ledger import Ledger, Offer, Run
from dragoman.records import Failure
from tests.factories import a_document, a_reading

FIRST, SECOND = "2024-05-01T08:00:00Z", "2024-05-02T08:00:00Z"


def test_what_was_offered_at_one_moment_is_a_run_the_latest_first() -> None:
    new = a_document(title="New")
    fault = Failure("a.pdf", "It is encrypted.")
    with Ledger.open(":memory:") as ledger:
        with ledger.writer() as writer:
            writer.note_offer(Offer("a.pdf", failures=(fault,)), recorded=FIRST)
            writer.note_offer(Offer("b.txt"), recorded=FIRST)
            writer.add(a_reading(new), recorded=SECOND)
            writer.note_offer(Offer("a.pdf", documents=(new.id,)), recorded=SECOND)
            writer.note_offer(Offer("b.txt"), recorded=SECOND)
        with ledger.view() as view, ledger.view(known="2024-05-01") as earlier:
            runs = [Run(SECOND, 1, 1, 0, ()), Run(FIRST, 2, 0, 1, (fault,))]
            assert view.runs(5) == runs
            assert view.runs(1) == runs[:1]
            assert earlier.runs(5) == runs[1:]


def test_of_many_failures_the_first_are_told() -> None:
    faults = tuple(Failure(f"a.zip!{number}", "It is empty.") for number in range(9))
    with Ledger.open(":memory:") as ledger:
        with ledger.writer() as writer:
            writer.note_offer(Offer("a.zip", failures=faults), recorded=FIRST)
        with ledger.view() as view:
            (run,) = view.runs(5)
            assert (run.failed, run.failures) == (9, faults[:5])
