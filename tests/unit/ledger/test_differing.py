from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from dragoman.deriving.derive import derive
from dragoman.ledger.connection import Connection
from dragoman.ledger.differing import differing
from dragoman.workspace import Workspace
from tests import stored

EXAMPLES = Path(__file__).parents[3] / "examples"
NOW = "2024-05-01"


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A ledger that was read and judged in two steps, with what was derived set aside and derived anew."""
    with Workspace.open(tmp_path_factory.mktemp("derived") / "ledger", create=True) as workspace:
        for half in (sorted(EXAMPLES.glob("*"))[:7], [EXAMPLES]):
            workspace.read(half)
            statement = next(iter(workspace.statements())).statement.id
            workspace.decide(statement, "not stated", who="A. Analyst", why="read it again")
        with workspace._ledger.copied() as ledger:
            with ledger.writer() as writer:
                writer.set_derived_aside()
                derive(writer, recorded=NOW)
            with closing(sqlite3.connect(ledger.path)) as connection:
                yield connection


def test_what_was_derived_step_by_step_is_what_is_derived_at_once(raw: sqlite3.Connection) -> None:
    assert list(differing(Connection(raw, "ledger"))) == []


def test_a_change_of_any_column_that_is_derived_is_seen(raw: sqlite3.Connection) -> None:
    columns = [each for each in stored.columns(raw, beside=()) if each.table.startswith("aside_")]
    assert len(columns) > 80
    for column in columns:
        for row in stored.held(raw, column)[:1]:
            value = row[0] + 1 if isinstance(row[0], int | float) else f"{row[0]}x"
            stored.put(raw, column, row, value)
            found = list(differing(Connection(raw, "ledger")))
            assert found[:1] != []
            assert found[0].startswith("derived_"), column
            raw.rollback()


def test_the_matter_that_differs_is_named(raw: sqlite3.Connection) -> None:
    (matter,) = raw.execute("SELECT min(matter) FROM aside_derived_figures").fetchone()
    raw.execute("UPDATE aside_derived_figures SET number = number + 9 WHERE matter = ?", (matter,))
    assert list(differing(Connection(raw, "ledger"))) == [
        f"derived_figures does not hold what follows from the statements, of {matter}."
    ]
    raw.rollback()


def test_words_that_are_not_found_by_are_told(raw: sqlite3.Connection) -> None:
    raw.execute("INSERT INTO search (rowid, title, text) VALUES (1, 'never', 'written')")
    assert list(differing(Connection(raw, "ledger"))) == ["Documents cannot be found by all their words, or by others."]
    raw.rollback()
