from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest

from dragoman.errors import InvalidValue
from dragoman.ledger import Among, Derived, Filters, Ledger
from dragoman.records import Copy, Entry, Interval, Outline, Span
from dragoman.records.dates import from_iso
from tests.factories import a_denial, a_document, a_party, a_reading, a_statement, a_visit

FIRST, SECOND, THIRD = "2024-05-01T08:00:00Z", "2024-05-02T08:00:00Z", "2024-05-03T08:00:00Z"
ALL = Filters(superseded=True)


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as opened:
        yield opened


def entries(ledger: Ledger, filters: Filters | None = None, known: str | None = None) -> list[Entry]:
    with ledger.view(known=known) as view:
        return list(view.entries(filters))


def test_a_reading_comes_back_as_it_was_given(ledger: Ledger) -> None:
    reading = a_reading()
    with ledger.writer() as writer:
        assert writer.add(reading, recorded=FIRST)
    found = entries(ledger)
    assert {entry.statement for entry in found} == set(reading.statements)
    assert {(entry.document, entry.recorded, entry.superseded) for entry in found} == {(reading.document, FIRST, None)}


def test_the_same_reading_again_writes_nothing(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(a_reading(), recorded=FIRST)
        assert not writer.add(a_reading(), recorded=SECOND)
    assert {entry.recorded for entry in entries(ledger, ALL)} == {FIRST}


def test_another_reader_supersedes_what_it_does_not_find(ledger: Ledger) -> None:
    document = a_document()
    oil, visit, denial = a_statement(document), a_visit(document), a_denial(document)
    with ledger.writer() as writer:
        writer.add(a_reading(document, oil, visit), recorded=FIRST)
        assert writer.add(a_reading(document, visit, denial, reader="dragoman 0.2"), recorded=SECOND)
    clocks = {entry.statement.id: (entry.recorded, entry.superseded) for entry in entries(ledger, ALL)}
    assert clocks == {oil.id: (FIRST, SECOND), visit.id: (FIRST, None), denial.id: (SECOND, None)}
    assert {entry.statement for entry in entries(ledger, known=FIRST)} == {oil, visit}


def test_what_is_found_again_later_is_recorded_again(ledger: Ledger) -> None:
    document = a_document()
    oil, visit = a_statement(document), a_visit(document)
    with ledger.writer() as writer:
        for recorded, found in ((FIRST, (oil,)), (SECOND, (visit,)), (THIRD, (oil, visit))):
            writer.add(a_reading(document, *found, reader=f"reader of {recorded}"), recorded=recorded)
    assert [entry.recorded for entry in entries(ledger, ALL) if entry.statement == oil] == [FIRST, THIRD]
    with ledger.view() as view:
        assert view.entry(oil.id).recorded == THIRD
        assert view.verify() == []


def test_a_reading_without_statements_is_a_reading(ledger: Ledger) -> None:
    reading = replace(a_reading(), statements=())
    with ledger.writer() as writer:
        assert writer.add(reading, recorded=FIRST)
        assert not writer.add(reading, recorded=FIRST)
    with ledger.view() as view:
        assert (view.counts().readings, view.counts().statements) == (1, 0)


def test_a_statement_found_twice_is_kept_once(ledger: Ledger) -> None:
    document = a_document()
    with ledger.writer() as writer:
        writer.add(a_reading(document, a_visit(document), a_visit(document)), recorded=FIRST)
    assert len(entries(ledger)) == 1


def test_many_readings_may_hold_one_document_twice(ledger: Ledger) -> None:
    document = a_document()
    with ledger.writer() as writer:
        again = a_reading(document, a_visit(document), reader="dragoman 0.2")
        assert writer.add_many([a_reading(document), a_reading(document), again], recorded=FIRST) == 2
    assert [entry.statement.type for entry in entries(ledger)] == ["CONSULT"]
    with ledger.view() as view:
        assert view.verify() == []


def test_one_bad_reading_keeps_its_whole_call_out(ledger: Ledger) -> None:
    document = a_document("A text that is short.")
    elsewhere = replace(a_visit(a_document()), document=document.id)
    with ledger.writer() as writer:
        with pytest.raises(InvalidValue, match="do not stand at"):
            writer.add_many([a_reading(), a_reading(document, elsewhere)], recorded=FIRST)
        with ledger.view() as view:
            assert view.counts().documents == 0
            assert view.latest is None
        assert writer.add(a_reading(), recorded=FIRST)


def test_a_statement_of_another_document_is_refused(ledger: Ledger) -> None:
    with ledger.writer() as writer, pytest.raises(InvalidValue, match="belongs to document"):
        writer.add(a_reading(a_document(title="Other"), a_visit(a_document())), recorded=FIRST)


def test_half_a_character_is_refused_with_a_hint(ledger: Ledger) -> None:
    with ledger.writer() as writer, pytest.raises(InvalidValue, match=r"U\+FFFD"):
        writer.add(replace(a_reading(), document=a_document("half \ud83d"), statements=()), recorded=FIRST)


def test_half_a_character_in_a_name_is_refused(ledger: Ledger) -> None:
    document = a_document()
    visit = a_visit(document, recipient=(a_party(document, "Azerbaijan", "AZE", name="half \ud83d"),))
    with ledger.writer() as writer, pytest.raises(InvalidValue, match="cannot be stored"):
        writer.add(a_reading(document, visit), recorded=FIRST)


def test_the_clock_never_goes_back(ledger: Ledger) -> None:
    other = a_document(title="Other")
    with ledger.writer() as writer:
        writer.add(a_reading(), recorded=SECOND)
        writer.add(a_reading(other), recorded=FIRST)
    assert {entry.recorded for entry in entries(ledger)} == {SECOND}


def test_offsets_count_code_points(ledger: Ledger) -> None:
    text = "🛢️ “Bakı”: ישראל imports oil, dedi İlham Əliyev."
    document = a_document(text)
    evidence = Span.of(text, text.index("ישראל"), len(text))
    israel, azerbaijan = a_party(document, "ישראל", "ISR"), a_party(document, "İlham Əliyev", "AZE")
    elsewhere = replace(a_statement(a_document()), document=document.id, quantities=(), chain=())
    statement = replace(elsewhere, actor=(israel,), recipient=(azerbaijan,), evidence=evidence)
    with ledger.writer() as writer:
        writer.add(a_reading(document, statement), recorded=FIRST)
    assert [entry.statement for entry in entries(ledger)] == [statement]


def test_derived_rows_are_replaced_and_may_be_lost(ledger: Ledger) -> None:
    visit = a_visit(a_document())
    with ledger.writer() as writer:
        writer.add(a_reading(), recorded=FIRST)
        writer.renew_derived([Derived(visit.id, "o1:old", 2, "visit")], matters=["visit"])
        writer.renew_derived([Derived(visit.id, "o1:new", 1, "visit")], matters=["visit"])
        found = {entry.statement.id: (entry.occurrence, entry.origins) for entry in entries(ledger)}
        assert found[visit.id] == ("o1:new", 1)
        assert set(found.values()) == {("o1:new", 1), (None, None)}
        writer._connection.run("DROP TABLE derived_occurrences")
        assert {entry.occurrence for entry in entries(ledger)} == {None}
        writer.renew_derived([Derived(visit.id, "o1:new", 1, "visit")], matters=["visit"])
    assert len(entries(ledger, Filters(occurrence="o1:new"))) == 1


def test_derived_rows_do_not_speak_of_the_past(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        writer.add(a_reading(), recorded=FIRST)
        writer.renew_derived([Derived(a_visit(a_document()).id, "o1:one", 1)], matters=[])
        assert {entry.origins for entry in entries(ledger, known=FIRST)} == {None, 1}
        writer.add(a_reading(a_document(title="Other")), recorded=SECOND)
    assert {entry.origins for entry in entries(ledger, known=FIRST)} == {None}


def test_what_was_derived_of_copies_that_changed_is_taken_away(ledger: Ledger) -> None:
    first, second, third, fourth = (a_document(title=title) for title in ("One", "Two", "Three", "Four"))
    everyone = [each.id for each in (first, second, third, fourth)]
    onward = Copy(third.id, second.id, "near", 0.9)
    with ledger.writer() as writer:
        writer.add_many([a_reading(each, a_visit(each)) for each in (first, second, third, fourth)], recorded=FIRST)
        writer.replace_copies([onward], compared=everyone, recorded=FIRST)
        writer.renew_derived(
            [Derived(entry.statement.id, "o1:one", 1, "tie|a") for entry in entries(ledger)], matters=[]
        )
        with ledger.view() as view:
            writer.note_matters([], upto=view.fresh()[1])
        writer.replace_copies([onward, Copy(second.id, first.id, "near", 0.9)], compared=everyone, recorded=SECOND)
    with ledger.view() as view:
        unknown = {entry.document.id for entry in view.entries() if entry.occurrence is None}
        assert unknown == {second.id, third.id}
        assert view.pending() == [("tie|a", 4)]
        assert view.stale(9) == ["o1:one"]
        assert not view.reconciled()


def test_statements_on_a_matter_are_found_and_a_matter_that_lost_one_is_pending(ledger: Ledger) -> None:
    document = a_document()
    oil, visit = a_statement(document), a_visit(document)
    with ledger.writer() as writer:
        writer.add(a_reading(document, oil, visit), recorded=FIRST)
        writer.prepare_derived()
        with ledger.view() as view:
            writer.note_matters([], upto=view.fresh()[1])
        writer.renew_derived(
            [Derived(oil.id, "o1:a", 1, "tie|oil"), Derived(visit.id, "o1:b", 1, "event|visit")], matters=[]
        )
        with ledger.view() as view:
            assert [entry.statement.id for entry in view.on(["event|visit", "tie|nothing"])] == [visit.id]
            assert [entry.statement.id for entry in view.of(["o1:a", "o1:none"])] == [oil.id]
        writer.add(a_reading(document, oil, reader="dragoman 0.2"), recorded=SECOND)
        writer.prepare_derived()
        with ledger.view() as view:
            assert (view.fresh()[0], view.pending(), view.stale(9)) == ([], [("event|visit", 0)], ["o1:a"])
            assert not view.reconciled()
        writer.renew_derived([], matters=["event|visit"])
    with ledger.view() as view:
        assert (view.pending(), view.stale(9)) == ([], ["o1:a"])


def test_new_statements_are_noted_share_by_share(ledger: Ledger) -> None:
    document = a_document()
    oil, visit = a_statement(document), a_visit(document)
    with ledger.writer() as writer:
        writer.add(a_reading(document, oil, visit), recorded=FIRST)
        writer.prepare_derived()
        with ledger.view() as view:
            (one,), last = view.fresh(0, 1)
            (other,), last = view.fresh(last, 1)
            assert view.fresh(last, 1) == ([], last)
            assert {one.statement.id, other.statement.id} == {oil.id, visit.id}
        writer.note_matters([(oil.id, "oil"), (visit.id, "visit")], upto=last)
    with ledger.view() as view:
        assert view.fresh()[0] == []
        assert view.pending() == [("oil", 1), ("visit", 1)]
        assert {entry.occurrence for entry in view.entries()} == {None}
        assert not view.has_outlines


def test_what_is_written_together_is_seen_at_once_or_not_at_all(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        with suppress(InvalidValue), writer.together():
            writer.add(a_reading(), recorded=FIRST)
            raise InvalidValue("it ends here")
        assert _documents(ledger) == 0
        with writer.together():
            writer.add(a_reading(), recorded=FIRST)
            writer.add(a_reading(a_document(title="Other")), recorded=FIRST)
            with writer.view() as own:
                assert own.counts().documents == 2
            assert _documents(ledger) == 0
        assert _documents(ledger) == 2


def _documents(ledger: Ledger) -> int:
    with ledger.view() as view:
        return view.counts().documents


def test_ties_in_short_are_those_that_may_stand_on_a_day(ledger: Ledger) -> None:
    day = date(2024, 5, 1)
    spans = ((date(2019, 1, 1), date(2020, 12, 31)), (day, date.max))
    often = Outline("o1:often", "energy", ("AZE", "KAZ"), ("ISR",), spans, 3, 2, 1, 2, date(2019, 1, 1))
    always = Outline("o1:always", "hostility", ("IRN", "the rebels"), (), ((date.min, date.max),), 1)
    never = Outline("o1:never", "arms", ("ISR",), ("AZE",), (), denials=1)
    with ledger.writer() as writer:
        writer.add(a_reading(), recorded=FIRST)
        writer.prepare_derived()
        writer.renew_outlines([often, always, never], of=["o1:often", "o1:always", "o1:never", "o1:event"])
        opening = Derived("s1:a", "o1:embassy", 1, "event|opening", (("AZE", "KAZ"),))
        writer.renew_derived([opening], matters=["event|opening"])
    with ledger.view() as view:
        assert {*view.outlines()} == {often, always}
        assert [*view.outlines(["o1:often", "o1:never"])] == [often]
        oil = [often.strand(giver, "ISR") for giver in ("AZE", "KAZ")]
        assert [*view.links(day)] == [*view.links(None)] == [*view.links(day, Among(around="KAZ"))] == oil
        assert not [*view.links(date(2018, 1, 1))]
        assert not [*view.links(day, Among(around="IRN"))]
        assert view.nameless_count(day) == view.nameless_count(day, around="IRN") == 1
        assert view.nameless_count(day, around="AZE") == 0
        assert view.turning([("AZE", "KAZ"), ("AZE", "ISR")]) == {"o1:embassy"}
        assert view.stale(9) == ["o1:often"]
        assert view.latest_publication() == (a_document().published or Interval()).end


def test_a_publication_after_the_day_of_recording_is_not_the_latest(ledger: Ledger) -> None:
    def latest_with(published: str) -> date | None:
        document = a_document(title=published, published=from_iso(published))
        with ledger.writer() as writer:
            writer.add(a_reading(document), recorded=FIRST)
        with ledger.view() as view:
            return view.latest_publication()

    assert latest_with("2999") == date(2999, 12, 31)
    assert latest_with("2024-04-30") == date(2024, 4, 30)
    assert latest_with("2024-05") == date(2024, 5, 31)


def test_copies_and_signatures_are_kept(ledger: Ledger) -> None:
    one, other = a_document(title="One"), a_document(title="Other")
    near, exact = Copy(one.id, other.id, "near", 0.9), Copy(one.id, other.id, "exact", 1.0)
    with ledger.writer() as writer:
        writer.add_many([a_reading(one), a_reading(other)], recorded=FIRST)
        writer.add_signatures({one.id: b"\x00\xff", other.id: b"2"}, recorded=FIRST)
        assert writer.replace_copies([near], compared=[one.id, other.id], recorded=FIRST) == 1
        assert writer.replace_copies([near], compared=[one.id, other.id], recorded=SECOND) == 0
        assert writer.replace_copies([exact], compared=[one.id], recorded=THIRD) == 1
    with ledger.view() as view, ledger.view(known=SECOND) as earlier:
        assert (view.copies(), earlier.copies()) == ([exact], [near])
        assert view.signatures() == {one.id: b"\x00\xff", other.id: b"2"}
        assert view.verify() == []


def test_derived_tables_of_another_shape_are_made_anew(ledger: Ledger) -> None:
    visit = Derived(a_visit(a_document()).id, "o1:one", 1, "event|visit")
    with ledger.writer() as writer:
        writer.add(a_reading(), recorded=FIRST)
        writer.renew_derived([visit], matters=["event|visit"])
        writer._connection.run("ALTER TABLE derived_ties DROP COLUMN shares")
        with ledger.view() as view:
            assert not view.has_outlines
            assert not view.reconciled()
        writer.prepare_derived()
        with ledger.view() as view:
            assert view.has_outlines
            assert len(view.fresh()[0]) == 3
