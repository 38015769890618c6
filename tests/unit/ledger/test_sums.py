from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from benchmarks.crash import older

from dragoman.ledger import Ledger, sums
from dragoman.ledger.connection import Connection
from dragoman.ledger.migrations import VERSION
from dragoman.ledger.verify import findings
from tests import stored
from tests.factories import a_document, a_reading, a_visit


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("stored") / "ledger"
    stored.make(path)
    return path


@pytest.fixture
def raw(whole: Path) -> Iterator[sqlite3.Connection]:
    """What is changed through it is taken back."""
    with closing(sqlite3.connect(whole)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        yield connection
        connection.rollback()


def found(raw: sqlite3.Connection) -> list[str]:
    return list(findings(Connection(raw, "ledger")))


def other(value: Any) -> Any:
    match value:
        case int():
            return value + 1_000
        case float():
            return value + 2**-40
        case bytes():
            return value[:-1] + bytes((value[-1] ^ 1,))
        case _:
            return f"{value}x"


def test_a_change_of_any_column_is_seen_and_so_is_its_loss(raw: sqlite3.Connection) -> None:
    assert found(raw) == []
    raw.commit()
    for column in list(stored.columns(raw)):
        values = stored.held(raw, column)
        assert values, f"nothing is held in {column}"
        stored.put(raw, column, values[0], other(values[0][0]))
        assert found(raw), f"a change of {column} is not seen"
        raw.rollback()


def test_a_row_that_is_gone_is_seen(raw: sqlite3.Connection) -> None:
    for column in {column.table: column for column in stored.columns(raw)}.values():
        stored.take(raw, column, stored.held(raw, column)[0])
        assert found(raw), f"a row of {column.table} is gone unseen"
        raw.rollback()


def test_what_was_damaged_stays_seen_whatever_is_written_later(tmp_path: Path) -> None:
    path, document = tmp_path / "ledger", a_document()
    with Ledger.open(path, create=True) as ledger:
        with ledger.writer() as writer:
            writer.add(a_reading(document), recorded="2024-05-01")
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("UPDATE statements SET certainty = 0.5")
        with ledger.writer() as writer:
            # All three are superseded, and one of them comes back.
            writer.add(
                a_reading(document, a_visit(document, mode="meet"), reader="dragoman 0.2"), recorded="2024-05-02"
            )
            writer.add(a_reading(document, a_visit(document), reader="dragoman 0.3"), recorded="2024-05-03")
        with ledger.view() as view:
            assert view.verify() == [
                f"Document {document.id}, a reading or a statement of it is not as it was written."
            ]


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_ledger_of_an_earlier_version_gets_its_sums(tmp_path: Path, whole: Path, version: int) -> None:
    older.make(tmp_path / "older", whole, version=version)
    with Ledger.open(tmp_path / "older") as ledger, ledger.view() as view:
        assert view.verify() == []
    with closing(sqlite3.connect(tmp_path / "older")) as connection, connection:
        assert connection.execute("SELECT count(*) FROM sums WHERE of = 'documents'").fetchone() == (2,)
        connection.execute("UPDATE documents SET author = 'B. Writer'")
    with Ledger.open(tmp_path / "older") as ledger, ledger.view() as view:
        assert len(view.verify()) == 2


def test_sums_that_are_kept_up_are_those_of_all_that_is_there(raw: sqlite3.Connection) -> None:
    kept = raw.execute("SELECT of, key, sum FROM sums WHERE sum != 0").fetchall()
    sums.renew(Connection(raw, "ledger"))
    assert raw.execute("SELECT of, key, sum FROM sums").fetchall() == kept
