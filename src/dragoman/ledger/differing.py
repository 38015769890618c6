"""What is derived, set aside and compared with what was derived anew."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.errors import LedgerDamaged
from dragoman.ledger.connection import Connection
from dragoman.ledger.deriving import TABLES, is_complete

#: What the names of the tables that are set aside begin with.
_ASIDE = "aside_"
#: What counts of a table, if not all of it: the keys of lines only tell in what order these were derived.
_CONTENTS = {
    "derived_lines": "SELECT matter, part, occurrence, standing, day, first, last, begun, parties "
    "FROM {0}derived_lines",
    "derived_lines_of": "SELECT matter, occurrence, standing, day, l.part AS of_part, party, o.part, o.first, o.last, "
    "mark, o.begun FROM {0}derived_lines_of o LEFT JOIN {0}derived_lines l ON l.key = o.line",
}
#: How far deriving came, which is no matter of what follows.
_PROGRESS = ("derived_noted",)
#: What a row is about: what it says in the first of these columns that it has.
_ABOUT = ("matter", "occurrence", "party", "publisher", "statement", "upto")
#: As many of these as are named.
_NAMED = 5


def set_aside(connection: Connection) -> None:
    """Keep what is derived under other names, and leave nothing of it; the call belongs in a transaction."""
    for table in TABLES if is_complete(connection) else ():
        if table not in _PROGRESS:
            connection.run(f"CREATE TABLE {_ASIDE}{table} AS SELECT * FROM {table}")
        connection.run(f"DROP TABLE {table}")


def differing(connection: Connection) -> Iterator[str]:
    """A sentence for each table in which what was set aside is not what is there now, and one if the index of words is
    not that of the documents.
    """
    # A text that is none any more is to be told, not tripped over.
    connection.raw.text_factory = lambda content: content.decode("utf-8", "replace")
    compared = [each for each in TABLES if each not in _PROGRESS] if connection.has_table(_ASIDE + TABLES[0]) else []
    for table in compared:
        found = sorted({str(about) for (about,) in connection.rows(_difference(connection, table))})
        named = ", ".join(found[:_NAMED]) + (f" and {len(found) - _NAMED:,} more" if len(found) > _NAMED else "")
        if found:
            yield f"{table} does not hold what follows from the statements, of {named}."
    try:
        connection.run("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except LedgerDamaged:
        yield "Documents cannot be found by all their words, or by others."


def _difference(connection: Connection, table: str) -> str:
    """The question for what the rows are about that are not as often in both."""
    content = _CONTENTS.get(table, f"SELECT * FROM {{0}}{table}")
    columns = [column[0] for column in connection.raw.execute(f"{content.format('')} LIMIT 0").description]
    about = next(each for each in _ABOUT if each in columns)
    places = ", ".join(str(number + 1) for number in range(len(columns)))
    then, now = (f"SELECT *, count(*) FROM ({content.format(each)}) GROUP BY {places}" for each in (_ASIDE, ""))
    return f"SELECT {about} FROM ({then} EXCEPT {now}) UNION SELECT {about} FROM ({now} EXCEPT {then})"
