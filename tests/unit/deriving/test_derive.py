from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.deriving.derive import derive
from dragoman.errors import InvalidValue
from dragoman.ledger import Ledger, Writer
from dragoman.reconcile.signatures import packed
from dragoman.records import Anchor, Decision, Document, Reading
from dragoman.workspace import Workspace
from tests.factories import READER, a_reading, an_article, an_entry

MET = "President Herzog visited Azerbaijan on Tuesday with forty businessmen and two ministers, officials in Baku said."
REST = (
    "He laid a wreath at the Alley of Honour in the morning before the talks in the Zagulba palace began.",
    "The guests were driven to Lerik in the afternoon, where children sang for them in the rain.",
)
OWN = "Our reporter in Ganja counted nine buses of the guard on the road that the guests did not take."


@pytest.fixture
def ledger() -> Iterator[Ledger]:
    with Ledger.open(":memory:") as opened:
        yield opened


def _add(ledger: Ledger, writer: Writer, *documents: Document, chain: str = "") -> int:
    """Write documents that tell of the visit, derive; returns how many new copies were found."""
    for document in documents:
        visit = an_entry(document, MET, "CONSULT", mode="visit", actor="ISR", when="2023-05-30", chain=chain).statement
        writer.add(Reading(document, (visit,), READER), recorded="2024-05-01")
        writer.add_signatures({document.id: packed(document.text)}, recorded="2024-05-01")
    return len(derive(writer, recorded="2024-05-01"))


def _origins(ledger: Ledger) -> set[int | None]:
    with ledger.view() as view:
        return {entry.origins for entry in view.entries()}


def test_three_reprints_and_one_according_to_are_one_origin_and_an_unrelated_outlet_makes_two(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        first = an_article("Maariv", "2023-05-30", MET, *REST)
        reprints = [an_article(f"Outlet {day}", f"2023-06-0{day}", MET, *REST) for day in (1, 2, 3)]
        assert _add(ledger, writer, first, *reprints) > 0
        _add(ledger, writer, an_article("Haaretz", "2023-05-31", MET, OWN), chain="Maariv:publisher")
        assert _origins(ledger) == {1}
        other = MET.replace("on Tuesday with forty businessmen and two ministers, officials in Baku said", "this week")
        document = an_article("Report.az", "2023-05-31", other, OWN.replace("Ganja", "Sheki"))
        visit = an_entry(document, other, "CONSULT", mode="visit", actor="ISR", when="2023-05-30").statement
        writer.add(Reading(document, (visit,), READER), recorded="2024-05-01")
        writer.add_signatures({document.id: packed(document.text)}, recorded="2024-05-01")
        derive(writer, recorded="2024-05-01")
        assert _origins(ledger) == {2}


def test_what_follows_from_little_is_seen_at_once(ledger: Ledger) -> None:
    first, other = (an_article(name, "2023-05-30", MET, OWN.replace("nine", name)) for name in ("Maariv", "Haaretz"))
    with ledger.writer() as writer:
        _add(ledger, writer, first)
        with ledger.view() as view:
            before = [*view.outlines()], {entry.occurrence for entry in view.entries()}
        with writer.together():
            _add(ledger, writer, other)
            with ledger.view() as view:
                assert view.has_outlines
                assert ([*view.outlines()], {entry.occurrence for entry in view.entries()}) == before
        with ledger.view() as view:
            assert view.has_outlines
            assert view.reconciled()
            assert view.counts().documents == 2
        writer.add(a_reading(), recorded="2024-05-01")
        told: list[str] = []
        writer._connection.raw.set_trace_callback(told.append)
        derive(writer, recorded="2024-05-01")
        assert [each for each in told if each.split()[0] in ("BEGIN", "COMMIT")] == ["BEGIN IMMEDIATE", "COMMIT"]


def test_nothing_new_is_nothing_to_do(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        assert _add(ledger, writer) == 0
        _add(ledger, writer, an_article("Maariv", "2023-05-30", MET, *REST))
        assert _add(ledger, writer) == 0
        with ledger.view() as view:
            assert view.reconciled()


def test_an_older_print_that_comes_later_takes_the_place_of_the_first(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        late = an_article("Outlet", "2023-06-01", MET, *REST)
        _add(ledger, writer, late)
        early = an_article("Maariv", "2023-05-30", MET, *REST)
        _add(ledger, writer, early)
        with ledger.view() as view:
            assert [(copy.document, copy.of) for copy in view.copies()] == [(late.id, early.id)]
        assert _origins(ledger) == {1}


def test_sketches_of_an_earlier_version_are_made_anew(ledger: Ledger) -> None:
    with ledger.writer() as writer:
        first, second = an_article("Maariv", "2023-05-30", MET, *REST), an_article("Outlet", "2023-06-01", MET, *REST)
        _add(ledger, writer, first)
        writer.add_signatures({first.id: b"\x00" * 32 + b"\x02old"}, recorded="2024-05-01")
        _add(ledger, writer, second)
        with ledger.view() as view:
            assert len(view.copies()) == 1
            assert view.signatures()[first.id] == packed(first.text)


def test_what_a_decision_changes_is_derived_though_the_run_that_took_it_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "ledger"
    with Workspace.open(path, create=True) as workspace, Ledger.open(path) as ledger:
        with ledger.writer() as writer:
            writer.add(reading := a_reading(), recorded="2024-05-01")
            writer.add_signatures({reading.document.id: packed(reading.document.text)}, recorded="2024-05-01")
        workspace.read([])
        entry = next(workspace.statements())
        decision = Decision("not stated", "A. Analyst", "It is not.", Anchor.of(entry.statement))
        with ledger.writer() as writer:
            # Killed between taking it and deriving.
            writer.decide(decision, recorded="2024-05-02")
        with pytest.raises(InvalidValue, match="already"):
            workspace.decide(entry.statement.id, "not stated", who=decision.who, why=decision.why)
        with ledger.view() as view:
            assert view.reconciled()
