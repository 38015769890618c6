from __future__ import annotations

from pathlib import Path

import pytest

import dragoman
from dragoman import Workspace
from dragoman.errors import InvalidValue, UnknownId
from dragoman.exchange.graphs.nomenklatura import Pair
from dragoman.records import Reading
from tests.factories import an_article, an_entry

SENTENCES = ("Peru aided Chile in 2019.", "Peru aided Chile in 2021.")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two reports of help."""
    made = dragoman.open(tmp_path / "made.ledger", create=True)
    document = an_article("Paper", "2024", *SENTENCES)
    entries = [
        an_entry(document, each, "AID", actor="PER", recipient="CHL", when=year)
        for each, year in zip(SENTENCES, ("2019", "2021"), strict=True)
    ]
    with made._writer() as writer:
        writer.add_many(
            [Reading(document, tuple(each.statement for each in entries), "dragoman 0.1")],
            recorded="2026-01-01T00:00:00Z",
        )
    return made


def test_pairs_are_taken_once_and_given_again(workspace: Workspace) -> None:
    one, other = (each.statement.id for each in workspace.statements())
    assert workspace.take_pairs([Pair(one, other, "same", "B"), Pair(other, one, "same")]) == 1
    assert workspace.take_pairs([Pair(other, one, "same", "C")]) == 0
    (pair,) = workspace.pairs()
    assert ({pair.one, pair.other}, pair.verdict, pair.who) == ({one, other}, "same", "B")
    assert len({each.occurrence for each in workspace.statements()}) == 1


def test_what_contradicts_a_decision_or_is_of_no_statement_is_refused(workspace: Workspace) -> None:
    one, other = (each.statement.id for each in workspace.statements())
    workspace.not_same(one, other, who="A", why="two years")
    with pytest.raises(InvalidValue, match="A judged not the same"):
        workspace.take_pairs([Pair(one, other, "same")])
    with pytest.raises(UnknownId):
        workspace.take_pairs([Pair(one, f"s1:{'0' * 24}", "same")])
    assert [each.verdict for each in workspace.pairs()] == ["not the same"]
