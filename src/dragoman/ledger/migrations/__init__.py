"""How the tables came to be: numbered steps, only ever added to.

A step that has been released is never edited; a change is a new step at the end of `MIGRATIONS`.
"""

from __future__ import annotations

from dragoman.ledger import sums
from dragoman.ledger.connection import Connection
from dragoman.ledger.migrations import (
    m0001_tables,
    m0002_questions,
    m0003_lineage,
    m0004_decisions,
    m0005_pairs,
    m0006_ties,
    m0007_review,
    m0008_undone_by,
    m0009_sums,
    m0010_publishers,
    m0011_copies,
)

#: Name and SQL of every step, in order; the number of a step is its place, counted from 1.
MIGRATIONS: tuple[tuple[str, str], ...] = (
    ("tables", m0001_tables.SQL),
    ("questions", m0002_questions.SQL),
    ("lineage", m0003_lineage.SQL),
    ("decisions", m0004_decisions.SQL),
    ("pairs", m0005_pairs.SQL),
    ("ties", m0006_ties.SQL),
    ("review", m0007_review.SQL),
    ("undone by", m0008_undone_by.SQL),
    ("sums", m0009_sums.SQL),
    ("publishers", m0010_publishers.SQL),
    ("copies", m0011_copies.SQL),
)
#: The version that this program writes.
VERSION = len(MIGRATIONS)
#: "DRAG": tells a ledger from any other SQLite file.
APPLICATION_ID = 0x44524147


def migrate(connection: Connection, applied: str) -> None:
    """Bring a ledger to `VERSION` in one transaction; `applied` is the moment that goes into `migrations`."""
    with connection.transaction():
        (version,) = connection.row("PRAGMA user_version") or (0,)
        for number, (name, sql) in enumerate(MIGRATIONS[version:], start=version + 1):
            for command in _commands(sql):
                connection.run(command)
            connection.run("INSERT INTO migrations VALUES (?, ?, ?)", (number, name, applied))
        if version < VERSION:
            # A step may have changed any row.
            sums.renew(connection)
        connection.run(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.run(f"PRAGMA user_version = {VERSION}")


def _commands(sql: str) -> list[str]:
    # `executescript` would commit the transaction that it is run in.
    return [command for command in sql.split(";") if command.strip()]
