from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from dragoman.errors import InvalidValue, UnknownId
from dragoman.exchange import decisions as exchange
from dragoman.ledger import Ledger
from dragoman.records import Anchor, Decision, Statement
from tests.factories import ARTICLE, a_denial, a_document, a_reading, a_statement, a_visit

DOCUMENT = a_document()
OIL, VISIT, DENIAL = a_statement(DOCUMENT), a_visit(DOCUMENT), a_denial(DOCUMENT)
FIRST, SECOND, THIRD, FOURTH = (f"2024-05-0{day}" for day in (1, 2, 3, 4))


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as opened:
        with opened.writer() as writer:
            writer.add(a_reading(DOCUMENT, OIL, VISIT, DENIAL), recorded=FIRST)
        yield opened


def _judged(verdict: str, of: Statement, change: str | None = None) -> Decision:
    return Decision(verdict, "A. Analyst", "read it again", Anchor.of(of), change)  # type: ignore[arg-type]


def _said(ledger: Ledger, known: str | None = None) -> dict[str, Statement]:
    with ledger.view(known=known) as view:
        assert view.verify() == []
        return {entry.statement.id: entry.statement for entry in view.entries()}


def test_what_is_not_stated_is_set_aside_and_was_known_before(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        assert writer.decide(_judged("not stated", VISIT), recorded=SECOND) == 1
    assert _said(ledger).keys() == {OIL.id, DENIAL.id}
    assert VISIT.id in _said(ledger, FIRST)
    with ledger.view() as view:
        (decision,) = view.decisions()
        assert (decision.verdict, decision.who, decision.why) == ("not stated", "A. Analyst", "read it again")


@pytest.mark.parametrize(
    ("verdict", "change", "field", "value"),
    [
        ("wrong type", "COOPERATE", "type", "COOPERATE"),
        ("wrong type", "security", "kind", "tie"),
        ("wrong party", "AZE=ARM", "recipient", "ARM"),
        ("wrong date", "2023-06", "occurred", "2023-06"),
    ],
)
def test_what_is_wrong_is_put_right(ledger: Ledger, verdict: str, change: str, field: str, value: str) -> None:
    with ledger.writer() as writer:
        writer.decide(_judged(verdict, VISIT, change), recorded=SECOND)
    (corrected,) = [each for identity, each in _said(ledger).items() if identity not in (OIL.id, DENIAL.id)]
    found = getattr(corrected, field)
    assert value == (found[0].code if field == "recipient" else found.iso() if field == "occurred" else found)
    assert corrected.evidence == VISIT.evidence


def test_a_decision_can_be_undone(ledger: Ledger) -> None:
    before = _said(ledger)
    with ledger.writer() as writer:
        decision = _judged("wrong type", VISIT, "COOPERATE")
        writer.decide(decision, recorded=SECOND)
        assert writer.undo(decision.id[:9], recorded=THIRD) == decision
    assert _said(ledger) == before
    with ledger.view() as view:
        assert view.decisions() == []
        (undone,) = view.decisions(undone=True)
        assert undone.superseded is not None


@pytest.mark.parametrize(("verdict", "change"), [("not stated", None), ("wrong type", "COOPERATE")])
def test_a_decision_holds_when_another_reader_reads_the_same_words(
    ledger: Ledger, verdict: str, change: str | None
) -> None:
    surer = a_visit(DOCUMENT, certainty=0.99, reader="dragoman 0.2", mode=None)
    with ledger.writer() as writer:
        decision = _judged(verdict, VISIT, change)
        writer.decide(decision, recorded=SECOND)
        writer.add(a_reading(DOCUMENT, OIL, surer, DENIAL, reader="dragoman 0.2"), recorded=THIRD)
        assert writer.needed == 1
    types = sorted(each.type for each in _said(ledger).values())
    assert types == sorted(["energy", "CONSULT"] + ([change] if change else []))
    with ledger.writer() as writer:
        writer.undo(decision.id, recorded=FOURTH)
    assert surer.id in _said(ledger)


def test_what_a_decision_put_in_stays_though_a_reader_finds_nothing_there(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.decide(_judged("wrong type", VISIT, "COOPERATE"), recorded=SECOND)
        writer.add(a_reading(DOCUMENT, OIL, reader="dragoman 0.2"), recorded=THIRD)
    assert sorted(each.type for each in _said(ledger).values()) == ["COOPERATE", "energy"]


def test_a_publisher_is_retracted_with_what_is_read_of_it_later(ledger: Ledger) -> None:
    other = a_document(publisher="The Courier")
    with ledger.writer() as writer:
        writer.add(a_reading(other, a_visit(other)), recorded=FIRST)
        decision = Decision("retracted", "A. Analyst", "a hoax", scope="publisher", name="the gazette")
        assert writer.decide(decision, recorded=SECOND) == 3
        later = a_document(title="Another")
        writer.add(a_reading(later, a_visit(later)), recorded=THIRD)
    assert {each.document for each in _said(ledger).values()} == {other.id}
    with ledger.writer() as writer:
        writer.undo(decision.id, recorded=FOURTH)
    assert len(_said(ledger)) == 5


def test_a_source_and_a_document_are_retracted(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        source = Decision("retracted", "A. Analyst", "unreliable", scope="source", name="A Baku official")
        assert writer.decide(source, recorded=SECOND) == 1
        document = Decision("retracted", "A. Analyst", "withdrawn", scope="document", name=DOCUMENT.id)
        assert writer.decide(document, recorded=SECOND) == 2
    assert _said(ledger) == {}


def test_the_same_decision_is_not_taken_twice(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.decide(_judged("not stated", VISIT), recorded=SECOND)
        with pytest.raises(InvalidValue, match="decided already"):
            writer.decide(_judged("not stated", VISIT), recorded=THIRD)
        with pytest.raises(UnknownId, match="No decision"):
            writer.undo("j1:nothing", recorded=THIRD)


@pytest.mark.parametrize(
    ("verdict", "change", "message"),
    [
        ("wrong type", "VISITED", "is no type"),
        ("wrong party", "RUS", "no exchange"),
        ("wrong date", "soon", "is not a date"),
        ("nonsense", None, "no verdict"),
    ],
)
def test_a_change_that_is_none_is_refused(verdict: str, change: str | None, message: str) -> None:
    with pytest.raises(InvalidValue, match=message):
        _judged(verdict, VISIT, change)


@pytest.mark.parametrize(("change", "message"), [("RUS=ARM", "takes no part"), ("ISR=AZE", "both sides")])
def test_a_change_that_does_not_fit_is_refused_and_nothing_is_written(
    ledger: Ledger, change: str, message: str
) -> None:
    before = _said(ledger)
    with ledger.writer() as writer, pytest.raises(InvalidValue, match=message):
        writer.decide(_judged("wrong party", VISIT, change), recorded=SECOND)
    assert _said(ledger) == before
    with ledger.view() as view:
        assert view.decisions() == []


def test_a_decision_needs_somebody_and_a_reason() -> None:
    with pytest.raises(InvalidValue, match="a reason"):
        Decision("not stated", "A. Analyst", " ", Anchor.of(VISIT))
    with pytest.raises(InvalidValue, match="what is retracted"):
        Decision("retracted", "A. Analyst", "a hoax")


def test_decisions_on_decisions_hold_when_the_words_are_read_again(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.decide(_judged("wrong type", VISIT, "COOPERATE"), recorded=SECOND)
        (corrected,) = [each for each in _said(ledger).values() if each.type == "COOPERATE"]
        writer.decide(_judged("wrong date", corrected, "2024"), recorded=SECOND)
        expected = _said(ledger)
        again = a_visit(DOCUMENT, reader="dragoman 0.2")
        writer.add(a_reading(DOCUMENT, OIL, again, DENIAL, reader="dragoman 0.2"), recorded=THIRD)
    assert _said(ledger).keys() == expected.keys()


def test_what_was_corrected_and_then_retracted_stays_retracted(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        first = _judged("wrong type", VISIT, "COOPERATE")
        writer.decide(first, recorded=SECOND)
        second = Decision("retracted", "A. Analyst", "a hoax", scope="publisher", name="The Gazette")
        writer.decide(second, recorded=SECOND)
        again = a_visit(DOCUMENT, reader="dragoman 0.2")
        writer.add(a_reading(DOCUMENT, OIL, again, DENIAL, reader="dragoman 0.2"), recorded=THIRD)
        assert _said(ledger) == {}
        writer.undo(first.id, recorded=FOURTH)
        writer.undo(second.id, recorded=FOURTH)
    assert sorted(each.type for each in _said(ledger).values()) == ["CONSULT", "CONSULT", "energy"]


def test_a_reader_that_now_reads_what_was_decided_needs_no_decision(ledger: Ledger) -> None:
    right = a_visit(DOCUMENT, type="COOPERATE", reader="dragoman 0.2")
    with ledger.writer() as writer:
        writer.decide(_judged("wrong type", VISIT, "COOPERATE"), recorded=SECOND)
        both = a_reading(DOCUMENT, OIL, a_visit(DOCUMENT), right, reader="dragoman 0.2")
        writer.add(both, recorded=THIRD)
    assert [each.type for each in _said(ledger).values()].count("CONSULT") == 0


def test_decisions_are_taken_over_ahead_of_what_they_are_about_and_all_or_none() -> None:
    decision = _judged("not stated", VISIT)
    with Ledger.open(":memory:") as empty, empty.writer() as writer:
        assert writer.take_over([decision], recorded=FIRST, fallen={}) == 0
        writer.add(a_reading(DOCUMENT, OIL, VISIT, DENIAL), recorded=SECOND)
        assert _said(empty).keys() == {OIL.id, DENIAL.id}
        unfit = _judged("wrong party", DENIAL, "RUS=ARM")
        with pytest.raises(InvalidValue, match="takes no part"):
            writer.take_over([_judged("not stated", OIL), unfit], recorded=THIRD, fallen={})
        assert _said(empty).keys() == {OIL.id, DENIAL.id}


def test_a_pair_changes_neither_statement_and_can_be_taken_elsewhere(ledger: Ledger) -> None:
    before = _said(ledger)
    pair = Decision("not the same", "A. Analyst", "two visits", Anchor.of(VISIT), other=Anchor.of(OIL))
    assert Decision("not the same", "A. Analyst", "two visits", Anchor.of(OIL), other=Anchor.of(VISIT)).id == pair.id
    with ledger.writer() as writer:
        assert writer.decide(pair, recorded=SECOND) == 2
        with pytest.raises(InvalidValue, match="already"):
            writer.decide(pair, recorded=SECOND)
    assert _said(ledger) == before
    with ledger.view() as view:
        assert view.decisions() == [pair]
    (line,) = exchange.lines([pair])
    assert list(exchange.read([line])) == [pair]
    with ledger.writer() as writer:
        writer.undo(pair.id, recorded=THIRD)
    assert _said(ledger) == before


def test_of_a_pair_both_have_to_be_there(ledger: Ledger) -> None:
    elsewhere = a_visit(a_document(f"{ARTICLE} More."))
    pair = Decision("same", "A. Analyst", "one visit", Anchor.of(VISIT), other=Anchor.of(elsewhere))
    with ledger.writer() as writer, pytest.raises(InvalidValue, match="does not stand in the ledger"):
        writer.decide(pair, recorded=SECOND)


def test_what_the_last_reader_did_not_find_does_not_come_back_with_a_decision_undone(ledger: Ledger) -> None:
    decision = _judged("not stated", VISIT)
    with ledger.writer() as writer:
        writer.decide(decision, recorded=SECOND)
        writer.add(a_reading(DOCUMENT, OIL, DENIAL, reader="dragoman 0.2"), recorded=THIRD)
        writer.undo(decision.id, recorded=FOURTH)
    assert _said(ledger).keys() == {OIL.id, DENIAL.id}


def test_what_a_statement_says_already_is_no_correction(ledger: Ledger) -> None:
    before = _said(ledger)
    with ledger.writer() as writer, pytest.raises(InvalidValue, match="says already"):
        writer.decide(_judged("wrong type", OIL, "energy"), recorded=SECOND)
    assert _said(ledger) == before


def test_what_stands_without_a_decision_stays_when_that_is_undone() -> None:
    trade = replace(OIL, type="trade")
    with Ledger.open(":memory:") as ledger, ledger.writer() as writer:
        writer.add(a_reading(DOCUMENT, OIL, VISIT, DENIAL, trade), recorded=FIRST)
        before = _said(ledger)
        assert trade.id in before
        writer.decide(decision := _judged("wrong type", OIL, "trade"), recorded=THIRD)
        assert _said(ledger).keys() == before.keys() - {OIL.id}
        writer.undo(decision.id, recorded=FOURTH)
        assert _said(ledger) == before


def test_what_two_decisions_put_in_stays_until_both_are_undone() -> None:
    trade = replace(OIL, type="trade")
    arms = replace(OIL, type="arms")
    with Ledger.open(":memory:") as ledger, ledger.writer() as writer:
        writer.add(a_reading(DOCUMENT, OIL, VISIT, DENIAL, arms), recorded=FIRST)
        before = _said(ledger)
        first, second = _judged("wrong type", OIL, "trade"), _judged("wrong type", arms, "trade")
        writer.decide(first, recorded=THIRD)
        writer.decide(second, recorded=THIRD)
        writer.undo(first.id, recorded=FOURTH)
        assert _said(ledger).keys() == (before.keys() - {arms.id}) | {trade.id}
        writer.undo(second.id, recorded=FOURTH)
        assert _said(ledger) == before


@pytest.mark.parametrize("identity", ["", " "])
def test_no_id_undoes_nothing(ledger: Ledger, identity: str) -> None:
    with ledger.writer() as writer:
        writer.decide(_judged("not stated", VISIT), recorded=SECOND)
        with pytest.raises(UnknownId, match="No id of a decision"):
            writer.undo(identity, recorded=THIRD)
    assert VISIT.id not in _said(ledger)


def test_who_retracts_again_is_told_who_did(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.decide(
            Decision("retracted", "A. Analyst", "withdrawn", scope="document", name=DOCUMENT.id), recorded=SECOND
        )
        again = Decision("retracted", "B. Analyst", "a hoax", scope="document", name=DOCUMENT.id)
        with pytest.raises(InvalidValue, match=r"retracted already, by A\. Analyst \(withdrawn\)"):
            writer.decide(again, recorded=THIRD)
