from __future__ import annotations

import sqlite3

import pytest

from dragoman.errors import LedgerError
from dragoman.ledger.connection import Connection


def test_rows_that_nobody_asked_for_are_let_go_of_after_the_file_is_closed() -> None:
    raw = sqlite3.connect(":memory:")
    found = Connection(raw, "a.ledger").rows("SELECT 1 UNION SELECT 2")

    assert next(found) == (1,)
    raw.close()
    found.close()  # type: ignore[attr-defined]


def test_a_key_pressed_while_a_function_of_sql_runs_is_a_key_pressed() -> None:
    def pressed(*_: object) -> int:
        raise KeyboardInterrupt

    connection = Connection(sqlite3.connect(":memory:"), "a.ledger")
    connection.function("pressed", pressed)
    with pytest.raises(KeyboardInterrupt):
        connection.run("SELECT pressed(1)")
    # Before the first line of the function, where nothing of it can tell.
    connection.raw.create_function("earlier", -1, pressed)
    with pytest.raises(KeyboardInterrupt):
        connection.run("SELECT earlier(1)")
    with pytest.raises(LedgerError, match="no such function"):
        connection.run("SELECT unknown(1)")


def test_what_fails_in_a_function_of_sql_is_an_error_of_the_ledger() -> None:
    connection = Connection(sqlite3.connect(":memory:"), "a.ledger")
    connection.function("broken", lambda *_: 1 // 0)
    with pytest.raises(LedgerError, match=r"a\.ledger could not be used"):
        connection.run("SELECT broken(1)")
