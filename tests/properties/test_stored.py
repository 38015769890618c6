"""That no change of what is stored goes unseen."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import LedgerError
from dragoman.ledger.connection import Connection
from dragoman.ledger.verify import findings
from tests import stored

pytestmark = pytest.mark.property
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "TEXT": st.text(st.characters(exclude_categories=["Cs"])),
    "INTEGER": st.integers(-(2**63), 2**63 - 1),
    "REAL": st.floats(allow_nan=False),
    "BLOB": st.binary(),
}
VALUES["ANY"] = st.one_of(*VALUES.values())


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("stored") / "ledger"
    stored.make(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        yield connection


def kept(raw: sqlite3.Connection, column: stored.Column) -> list[tuple[Any, ...]]:
    """What the column holds, whether or not its texts are texts."""
    raw.text_factory = bytes
    try:
        return stored.held(raw, column)
    finally:
        raw.text_factory = str


def found(raw: sqlite3.Connection) -> list[str]:
    try:
        return list(findings(Connection(raw, "ledger")))
    except LedgerError as error:
        return [str(error)]


@st.composite
def flipped(draw: st.DrawFn, content: bytes) -> bytes:
    """The same with one bit turned."""
    place, bit = draw(st.integers(0, len(content) - 1)), draw(st.integers(0, 7))
    return content[:place] + bytes((content[place] ^ 1 << bit,)) + content[place + 1 :]


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_every_other_value_and_every_flipped_bit_is_seen(raw: sqlite3.Connection, data: st.DataObject) -> None:
    raw.rollback()
    column = data.draw(st.sampled_from(list(stored.columns(raw))))
    before = kept(raw, column)
    row = data.draw(st.sampled_from(stored.held(raw, column)))
    content = row[0].encode() if isinstance(row[0], str) else row[0]
    try:
        if isinstance(content, bytes) and content and data.draw(st.booleans()):
            stored.put(raw, column, row, data.draw(flipped(content)), cast=f"CAST(? AS {column.type})")
        else:
            stored.put(raw, column, row, data.draw(VALUES[column.type] | st.none()))
    except sqlite3.IntegrityError:
        # SQLite itself takes no second row of one key, and nothing where something must be.
        return
    assert found(raw) or kept(raw, column) == before
