"""Words found in a long text piece by piece: to mark them all at once, FTS5 copies the text anew for each."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Final

#: Characters of a text that is marked at once, and of a piece of a longer one.
LONGEST: Final = 50_000
_PIECE: Final = 4_000
_TABLE: Final = "CREATE VIRTUAL TABLE pieces USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')"
_MARKED: Final = "SELECT highlight(pieces, 0, ?, ?), rowid FROM pieces WHERE pieces MATCH ? ORDER BY rowid"


def marked(text: str, any_of: str, before: str, after: str) -> Iterator[tuple[int, str]]:
    """The pieces of a text that hold what an FTS5 query finds, with marks around it, each with where it begins."""
    starts = list(_starts(text))
    pieces = ((text[start:end],) for start, end in zip(starts, [*starts[1:], len(text)], strict=True))
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(_TABLE)
        connection.executemany("INSERT INTO pieces (text) VALUES (?)", pieces)
        for said, number in connection.execute(_MARKED, (before, after, any_of)):
            yield starts[number - 1], said


def _starts(text: str) -> Iterator[int]:
    """Where the pieces begin: behind a line, or else a word, if there is an end of one."""
    start = 0
    while start < len(text):
        yield start
        half, end = start + _PIECE // 2, start + _PIECE
        cuts = (text.rfind(mark, half, end) + 1 for mark in ("\n", ". ", " "))
        start = next((cut for cut in cuts if cut > 0), end)
