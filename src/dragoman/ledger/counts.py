"""How much a ledger holds."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.ledger.clock import FOREVER
from dragoman.ledger.connection import Connection


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each kind a view shows; `superseded` counts the statements that something later replaced."""

    documents: int
    statements: int
    superseded: int
    readings: int
    offers: int
    failures: int
    copies: int


def count(connection: Connection, known: str) -> Counts:
    """The counts as known at the moment."""
    return Counts(
        documents=_present(connection, "documents", known),
        statements=_present(connection, "statements", known),
        superseded=_number(connection, "SELECT count(*) FROM statements WHERE superseded <= :known", known),
        readings=_present(connection, "readings", known),
        offers=_present(connection, "offers", known),
        failures=_present(connection, "failures", known),
        copies=_present(connection, "copies", known),
    )


def _present(connection: Connection, table: str, known: str) -> int:
    # Asked of today, an index of what is present answers where there is one.
    today = known == FOREVER
    present = "superseded IS NULL" if today else "recorded <= :known AND (superseded IS NULL OR superseded > :known)"
    return _number(connection, f"SELECT count(*) FROM {table} WHERE {present}", known)


def _number(connection: Connection, sql: str, known: str) -> int:
    (number,) = connection.row(sql, {"known": known}) or (0,)
    return int(number)
