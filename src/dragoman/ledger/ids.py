"""Finding the one row that the beginning of an id means."""

from __future__ import annotations

from typing import Literal

from dragoman.errors import UnknownId
from dragoman.ledger.connection import Connection

_PREFIX = {"documents": ("document", "d1:"), "statements": ("statement", "s1:")}
#: As many ids as are named in an error.
_NAMED = 3


def resolve(connection: Connection, table: Literal["documents", "statements"], typed: str, known: str) -> str:
    """The full id of the document or statement that `typed` is the id, or a unique beginning of the id, of.

    The prefix (`d1:`, `s1:`) may be left out. Raises `UnknownId`, naming ids that are near.
    """
    what, prefix = _PREFIX[table]
    asked = typed.strip()
    start = asked if asked.startswith(prefix) else prefix + asked
    found = _starting(connection, table, start, known) if asked else []
    if len(found) == 1 or start in found:
        return start if start in found else found[0]
    if found:
        raise UnknownId(f"{typed!r} is the beginning of several {table}: {', '.join(found)}. Give more of the id.")
    near = _near(connection, table, start, known)
    hint = f"Near it: {', '.join(near)}." if near else f"The ledger holds no {table} yet."
    raise UnknownId(f"No {what} in this ledger has an id that begins with {typed!r}. {hint}")


def beyond(start: str) -> str:
    """The first text that sorts after every id that begins with `start`."""
    return f"{start}\U0010ffff"


def _starting(connection: Connection, table: str, start: str, known: str) -> list[str]:
    sql = f"SELECT DISTINCT id FROM {table} WHERE id >= ? AND id < ? AND recorded <= ? ORDER BY id LIMIT ?"
    return [identity for (identity,) in connection.rows(sql, (start, beyond(start), known, _NAMED))]


def _near(connection: Connection, table: str, start: str, known: str) -> list[str]:
    for length in range(len(start) - 1, -1, -1):
        found = _starting(connection, table, start[:length], known)
        if found:
            return found
    return []
