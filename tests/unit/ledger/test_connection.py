from __future__ import annotations

import sqlite3

from dragoman.ledger.connection import Connection


def test_rows_that_nobody_asked_for_are_let_go_of_after_the_file_is_closed() -> None:
    raw = sqlite3.connect(":memory:")
    found = Connection(raw, "a.ledger").rows("SELECT 1 UNION SELECT 2")

    assert next(found) == (1,)
    raw.close()
    found.close()  # type: ignore[attr-defined]
