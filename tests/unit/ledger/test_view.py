from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import InvalidValue, LedgerError, UnknownId
from dragoman.ledger import Filters, Ledger, View
from dragoman.records import Standing
from tests.factories import READER, a_denial, a_document, a_reading, a_statement, a_visit

GAZETTE, COURIER = a_document(), a_document(publisher="The Courier")


@pytest.fixture(scope="module")
def view() -> Iterator[View]:
    with Ledger.open(":memory:") as ledger:
        with ledger.writer() as writer:
            writer.add(a_reading(GAZETTE), recorded="2024-05-01")
            writer.add(a_reading(COURIER, a_visit(COURIER, certainty=0.4)), recorded="2024-05-02")
        with ledger.view() as opened:
            yield opened


def found(view: View, **filters: Any) -> list[tuple[str, str]]:
    names = {GAZETTE.id: "Gazette", COURIER.id: "Courier"}
    return sorted(
        (names[e.document.id], e.statement.standing + e.statement.kind) for e in view.entries(Filters(**filters))
    )


OIL, VISIT, DENIAL = ("Gazette", "assertedtie"), ("Gazette", "assertedevent"), ("Gazette", "deniedevent")
OTHER = ("Courier", "assertedevent")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [OIL, VISIT, DENIAL, OTHER]),
        ({"parties": ("AZE", "ISR")}, [OIL, VISIT, OTHER]),
        ({"parties": ("AZE", "TUR")}, []),
        ({"actor": "ISR"}, [VISIT, OTHER]),
        ({"recipient": "ISR"}, [OIL]),
        ({"actor": "AZE", "recipient": "ISR"}, [OIL]),
        ({"kind": "tie"}, [OIL]),
        ({"types": ("CONSULT", "energy")}, [OIL, VISIT, DENIAL, OTHER]),
        ({"types": ("energy",)}, [OIL]),
        ({"standings": (Standing.DENIED, Standing.PLANNED)}, [DENIAL]),
        ({"publisher": "The Courier"}, [OTHER]),
        ({"publisher": "the courier"}, [OTHER]),
        ({"document": COURIER.id}, [OTHER]),
        ({"since": date(2023, 5, 31)}, [OIL, DENIAL]),
        ({"since": date(2023, 5, 30), "until": date(2023, 5, 30)}, [OIL, VISIT, DENIAL, OTHER]),
        ({"until": date(2023, 5, 29)}, [OIL, DENIAL]),
        ({"certainty": 0.5}, [OIL, VISIT, DENIAL]),
        ({"claim": a_visit(GAZETTE).claim}, [VISIT, OTHER]),
        ({"words": "herzog azerbaijan"}, [VISIT, OTHER]),
        ({"words": "herzog oil"}, []),
        ({"words": "TURKIYE"}, [DENIAL]),
        ({"words": "?"}, []),
        ({"occurrence": "o1:none"}, []),
    ],
)
def test_filters_let_through_what_they_say(
    view: View, filters: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert found(view, **filters) == sorted(expected)


def test_entries_come_in_the_order_of_documents_and_texts(view: View) -> None:
    keys = [(e.document.id, e.statement.evidence.start, e.statement.id) for e in view.entries()]
    assert keys == sorted(keys)


def test_documents_come_in_the_order_of_ids(view: View) -> None:
    assert list(view.documents()) == sorted((GAZETTE, COURIER), key=lambda each: each.id)


def test_the_beginning_of_an_id_is_enough(view: View) -> None:
    statement = a_statement(GAZETTE)
    for beginning in (statement.id, statement.id[:12], statement.id[3:12]):
        assert view.entry(beginning).statement == statement
    assert view.document(GAZETTE.id[:10]) == GAZETTE


def test_an_unknown_id_names_those_near_it(view: View) -> None:
    near = a_denial(GAZETTE).id
    with pytest.raises(UnknownId, match=near):
        view.entry(near[:8] + "x")
    with pytest.raises(UnknownId, match="No document"):
        view.document("d1:none")


@pytest.mark.parametrize("typed", ["s1:", "", " ", "s"])
def test_a_beginning_of_several_ids_is_not_enough(view: View, typed: str) -> None:
    with pytest.raises(UnknownId):
        view.entry(typed)


def test_an_empty_ledger_knows_no_id() -> None:
    with (
        Ledger.open(":memory:") as ledger,
        ledger.view() as empty,
        pytest.raises(UnknownId, match="holds no statements yet"),
    ):
        empty.entry("s1:abc")


def test_documents_not_read_by_a_reader_are_those_to_read(view: View) -> None:
    assert list(view.unread(READER)) == []
    assert len(list(view.unread("dragoman 0.2"))) == 2


def test_counts_count_what_is_shown() -> None:
    with Ledger.open(":memory:") as ledger:
        with ledger.writer() as writer:
            writer.add(a_reading(GAZETTE), recorded="2024-05-01")
            writer.add(a_reading(COURIER), recorded="2024-05-03")
        with ledger.view(known="2024-05-02") as earlier:
            assert (earlier.counts().documents, earlier.counts().statements) == (1, 3)


def test_a_view_cannot_write(view: View) -> None:
    with pytest.raises(LedgerError, match="read-only"):
        view._connection.run("DELETE FROM documents")
    assert not [name for name in dir(view) if name.startswith(("add", "note", "replace", "write", "delete"))]


def test_only_statements_with_figures(view: View) -> None:
    with_figures = list(view.entries(Filters(figures=True)))
    assert with_figures == [entry for entry in view.entries() if entry.statement.quantities]
    assert 0 < len(with_figures) < len(list(view.entries()))


def test_what_a_writer_keeps_in_mind_reads_as_what_it_wrote(tmp_path: Path) -> None:
    document = a_document()
    with Ledger.open(tmp_path / "a.ledger", create=True) as ledger, ledger.writer() as writer:
        reading = a_reading(document, a_statement(document), a_visit(document))
        writer.add_each([reading], recorded="2026-10-01T00:00:00Z", in_mind=True)
        with ledger.view() as plain, writer.view() as minded:
            assert len(writer.written) == 2
            assert list(minded.entries()) == list(plain.entries())


def test_what_was_refused_is_not_kept_in_mind(tmp_path: Path) -> None:
    document, other = a_document(), a_document("Rain fell on Suva.")
    with Ledger.open(tmp_path / "a.ledger", create=True) as ledger, ledger.writer() as writer:
        with pytest.raises(InvalidValue):
            writer.add_each(
                [a_reading(document, a_statement(document)), a_reading(other, a_visit(document))],
                recorded="2026-10-01T00:00:00Z",
                in_mind=True,
            )
        assert writer.written == {}
