from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ledger import Filters, Ledger, unjudged
from dragoman.ledger.clock import FOREVER
from dragoman.records import Anchor, Decision, Statement
from tests.factories import a_denial, a_document, a_reading, a_statement, a_visit, an_entry

DOCUMENT = a_document()
OIL, VISIT, DENIAL = (
    make(DOCUMENT, certainty=certainty) for make, certainty in ((a_statement, 0.9), (a_visit, 0.3), (a_denial, 0.6))
)
_OIL = "Azerbaijan supplies Israel with oil, part {}."
FIRST, SECOND, THIRD, FOURTH = (f"2024-05-0{day}" for day in (1, 2, 3, 4))


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as opened:
        with opened.writer() as writer:
            writer.add(a_reading(DOCUMENT, OIL, VISIT, DENIAL), recorded=FIRST)
        yield opened


def _judged(verdict: str, of: Statement, change: str | None = None) -> Decision:
    return Decision(verdict, "A. Analyst", "read it again", Anchor.of(of), change)  # type: ignore[arg-type]


def _waiting(ledger: Ledger, filters: Filters | None = None, *, known: str | None = None, **more: object) -> list[str]:
    with ledger.view(known=known) as view:
        found = view.unjudged(filters or Filters(), **{"limit": 9, **more})  # type: ignore[arg-type]
        return [each.statement.id for each in found]


def test_the_least_certain_comes_first(ledger: Ledger) -> None:
    assert _waiting(ledger) == [VISIT.id, DENIAL.id, OIL.id]
    assert _waiting(ledger, limit=1) == [VISIT.id]


def test_it_goes_on_from_a_statement_and_back_from_it(ledger: Ledger) -> None:
    assert _waiting(ledger, at=DENIAL.id) == [DENIAL.id, OIL.id]
    assert _waiting(ledger, at=OIL.id, is_before=True) == [DENIAL.id, VISIT.id]
    assert _waiting(ledger, at=VISIT.id, is_before=True) == []


def test_what_is_confirmed_stays_and_waits_no_more_until_that_is_undone(ledger: Ledger) -> None:
    decision = _judged("confirmed", VISIT)
    with ledger.writer() as writer:
        assert writer.decide(decision, recorded=SECOND) == 1
    assert _waiting(ledger) == [DENIAL.id, OIL.id]
    assert _waiting(ledger, at=VISIT.id) == [DENIAL.id, OIL.id]
    with ledger.view() as view:
        assert VISIT.id in {each.statement.id for each in view.entries()}
        assert view.verify() == []
    with ledger.writer() as writer:
        assert writer.undo(decision.id, recorded=THIRD) == decision
    assert _waiting(ledger) == [VISIT.id, DENIAL.id, OIL.id]
    assert _waiting(ledger, known=SECOND) == [DENIAL.id, OIL.id]
    assert _waiting(ledger, known=FIRST) == [VISIT.id, DENIAL.id, OIL.id]


def test_what_was_put_right_does_not_wait_either(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.decide(_judged("wrong type", VISIT, "COOPERATE"), recorded=SECOND)
        writer.decide(_judged("not stated", DENIAL), recorded=SECOND)
    assert _waiting(ledger) == [OIL.id]


def test_a_judgement_on_a_pair_is_none_of_either(ledger: Ledger) -> None:
    pair = Decision("not the same", "A. Analyst", "two things", Anchor.of(VISIT), other=Anchor.of(DENIAL))
    with ledger.writer() as writer:
        writer.decide(pair, recorded=SECOND)
    assert len(_waiting(ledger)) == 3


def test_what_is_confirmed_is_so_for_the_next_reader(ledger: Ledger) -> None:
    again = a_visit(DOCUMENT, mode=None, certainty=0.2, reader="dragoman 0.2")
    with ledger.writer() as writer:
        decision = _judged("confirmed", VISIT)
        writer.decide(decision, recorded=SECOND)
        writer.add(a_reading(DOCUMENT, again, reader="dragoman 0.2"), recorded=THIRD)
        assert writer.needed == 0
    assert _waiting(ledger) == []
    with ledger.writer() as writer:
        writer.undo(decision.id, recorded=FOURTH)
    assert _waiting(ledger) == [again.id]


def test_a_fault_found_in_what_is_confirmed_holds_and_can_be_undone(ledger: Ledger) -> None:
    fault = _judged("not stated", VISIT)
    with ledger.writer() as writer:
        writer.decide(_judged("confirmed", VISIT), recorded=SECOND)
        writer.decide(fault, recorded=THIRD)
    with ledger.view() as view:
        assert VISIT.id not in {each.statement.id for each in view.entries()}
    with ledger.writer() as writer:
        writer.undo(fault.id, recorded=FOURTH)
    with ledger.view() as view:
        assert VISIT.id in {each.statement.id for each in view.entries()}
    assert _waiting(ledger) == [DENIAL.id, OIL.id]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(parties=("TUR",)), [DENIAL.id]),
        (Filters(types=("energy", "AID")), [OIL.id]),
        (Filters(publisher="the gazette", types=("CONSULT",)), [VISIT.id, DENIAL.id]),
        (Filters(publisher="The Courier"), []),
    ],
)
def test_filters_narrow_what_waits(ledger: Ledger, filters: Filters, found: list[str]) -> None:
    assert _waiting(ledger, filters) == found
    with ledger.view() as view:
        assert view.unjudged_count(filters, most=9) == len(found)


def test_counting_ends_where_it_is_told_to(ledger: Ledger) -> None:
    with ledger.view() as view:
        assert view.unjudged_count(Filters(), most=2) == 2


def test_the_order_is_kept_by_an_index(ledger: Ledger) -> None:
    with ledger.view() as view:
        connection = view._connection
        source, values = unjudged._source(connection, FOREVER, Filters(publisher="x"), [])
        plan = connection.rows(f"EXPLAIN QUERY PLAN SELECT s.key {source} ORDER BY s.certainty, s.id LIMIT 1", values)
        told = [row[3] for row in plan]
    assert any("statements_by_certainty" in each for each in told)
    assert not any("ORDER BY" in each for each in told)


@given(st.lists(st.sampled_from([0.1, 0.2, 0.3]), min_size=1, max_size=8), st.data())
def test_before_and_from_a_statement_are_all(certainties: list[float], data: st.DataObject) -> None:
    text = " ".join(_OIL.format(number) for number in range(len(certainties)))
    document = a_document(text)
    statements = [
        an_entry(document, _OIL.format(number), certainty=each).statement for number, each in enumerate(certainties)
    ]
    with Ledger.open(":memory:") as ledger:
        with ledger.writer() as writer:
            writer.add(a_reading(document, *statements), recorded=FIRST)
        at = data.draw(st.sampled_from(statements)).id
        before, on = _waiting(ledger, at=at, is_before=True), _waiting(ledger, at=at)
        assert before[::-1] + on == _waiting(ledger)
    by_id = {each.id: each.certainty for each in statements}
    assert [by_id[each] for each in before[::-1] + on] == sorted(certainties)
