from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import dragoman
from dragoman import Filters, Workspace
from dragoman.records import Reading, Standing
from tests.factories import an_article, an_entry

SENTENCES = (
    "Peru opened an embassy in Chile in 2019.",
    "Peru closed its embassy in Chile in 2021.",
    "Peru will aid Chile in 2030.",
)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An embassy that is opened, and closed by an event; help that is predicted."""
    document = an_article("Paper", "2024", *SENTENCES)
    peru = {"actor": "PER", "recipient": "CHL"}
    entries = [
        an_entry(document, SENTENCES[0], "diplomacy", when="2019", **peru),
        an_entry(document, SENTENCES[1], "SANCTION", when="2021", **peru),
        an_entry(document, SENTENCES[2], "aid", when="2030", standing="predicted", **peru),
    ]
    made = dragoman.open(tmp_path / "made.ledger", create=True)
    with made._writer() as writer:
        writer.add_many(
            [Reading(document, tuple(each.statement for each in entries), "dragoman 0.1")],
            recorded="2026-01-01T00:00:00Z",
        )
    return made


def test_an_event_that_is_not_wanted_still_ends_a_tie(workspace: Workspace) -> None:
    whole, ties = (workspace._derived(each) for each in (Filters(), Filters(kind="tie")))
    for derived in (whole, ties):
        (embassy,) = derived.outlines()
        assert embassy.days == ((date(2019, 1, 1), date(2021, 12, 30)),)
    assert not [*workspace._derived(Filters(standings=(Standing.PREDICTED,))).outlines()]


def test_forecasts_are_those_that_the_filters_let_through(workspace: Workspace) -> None:
    (row,) = workspace._derived(Filters()).forecasts().rows
    assert row[:4] == ("Paper", "aid", "PER", "CHL")
    assert not workspace._derived(Filters(standings=(Standing.ASSERTED,))).forecasts().rows
    assert not workspace._derived(Filters(types=("energy",))).forecasts().rows


def test_a_decision_tells_what_it_put_in_the_place_of_what(workspace: Workspace) -> None:
    first, second, third = workspace.statements()
    workspace.decide(first.statement.id, "wrong date", change="2018", who="A", why="misread")
    workspace.decide(third.statement.id, "not stated", who="A", why="irony")
    workspace.decide(second.statement.id, "confirmed", who="A", why="seen")
    (dated, gone, seen) = workspace._derived(Filters()).judged()
    ((old, new),) = dated.about
    assert old.id == first.statement.id
    assert new is not None
    assert new.id in {each.statement.id for each in workspace.statements()}
    assert [(one.id, other) for one, other in gone.about] == [(third.statement.id, None)]
    assert [(one.id, other and other.id) for one, other in seen.about] == [(second.statement.id, second.statement.id)]
    assert [*workspace._derived(Filters(types=("energy",))).judged()] == []


def test_all_documents_are_told_only_if_all_is_wanted(workspace: Workspace) -> None:
    assert len([*workspace._derived(Filters()).documents()]) == 1
    assert [*workspace._derived(Filters(kind="tie")).documents()] == []
