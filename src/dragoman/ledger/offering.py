"""Keeping what was offered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.ledger import rows
from dragoman.ledger.clock import end_of, shown
from dragoman.ledger.connection import Connection, Row
from dragoman.ledger.offer import Offer
from dragoman.records import Failure

_COLUMNS = "key, path, size, modified, digest, recorded, superseded"
_VISIBLE = "recorded <= :known AND (superseded IS NULL OR superseded > :known)"


def note(connection: Connection, offers: Iterable[Offer], now: str) -> int:
    """Record offers at the moment `now`, inside a transaction; returns how many differ from those before.

    Documents are withdrawn after all offers are recorded: what one path gave before, another may give now.
    """
    before = [documents for each in offers if (documents := _replaced(connection, each, now)) is not None]
    _withdraw(connection, {document for documents in before for document in documents}, now)
    return len(before)


def _replaced(connection: Connection, offer: Offer, now: str) -> tuple[str, ...] | None:
    """Record an offer; returns the documents that its path gave before, `None` if nothing has changed."""
    before = find(connection, offer.path, end_of(None))
    if before is not None and replace(before, recorded=None) == replace(offer, recorded=None, superseded=None):
        return None
    for (key,) in list(connection.rows("SELECT key FROM offers WHERE path = ? AND superseded IS NULL", (offer.path,))):
        connection.run("UPDATE offers SET superseded = ? WHERE key = ?", (now, key))
        connection.run("UPDATE failures SET superseded = ? WHERE offer = ?", (now, key))
    _insert(connection, offer, now)
    return before.documents if before is not None else ()


def find(connection: Connection, path: str, known: str) -> Offer | None:
    """The offer of that path as known at the moment, or `None`."""
    sql = f"SELECT {_COLUMNS} FROM offers WHERE path = :path AND {_VISIBLE}"
    row = connection.row(sql, {"path": path, "known": known})
    return None if row is None else _offer(connection, row)


def find_all(connection: Connection, known: str) -> Iterator[Offer]:
    """All offers known at the moment, by path."""
    sql = f"SELECT {_COLUMNS} FROM offers WHERE {_VISIBLE} ORDER BY path"
    for row in connection.rows(sql, {"known": known}):
        yield _offer(connection, row)


def find_failures(connection: Connection, known: str) -> Iterator[Failure]:
    """All failures known at the moment, by path."""
    sql = f"SELECT path, reason FROM failures WHERE {_VISIBLE} ORDER BY path, reason, key"
    for path, reason in connection.rows(sql, {"known": known}):
        yield Failure(path, reason)


def _insert(connection: Connection, offer: Offer, now: str) -> None:
    key = connection.run(
        rows.insertion("offers", "path, size, modified, digest, recorded"),
        (offer.path, offer.size, offer.modified, offer.digest, now),
    )
    connection.run_many(
        rows.insertion("offered_documents", "offer, position, document"),
        ((key, position, document) for position, document in enumerate(offer.documents)),
    )
    connection.run_many(
        rows.insertion("failures", "offer, path, reason, recorded"),
        ((key, failure.path, failure.reason, now) for failure in offer.failures),
    )


def _withdraw(connection: Connection, documents: Iterable[str], now: str) -> None:
    """Supersede those of the documents that no present offer gives."""
    for document in sorted(documents):
        still = connection.row(
            "SELECT 1 FROM offered_documents g JOIN offers o ON o.key = g.offer "
            "WHERE g.document = ? AND o.superseded IS NULL",
            (document,),
        )
        present = connection.row("SELECT key FROM documents WHERE id = ? AND superseded IS NULL", (document,))
        if still is not None or present is None:
            continue
        for table, column in (("documents", "key"), ("readings", "document"), ("statements", "document")):
            connection.run(
                f"UPDATE {table} SET superseded = ? WHERE {column} = ? AND superseded IS NULL", (now, present[0])
            )


def _offer(connection: Connection, row: Row) -> Offer:
    key, path, size, modified, digest, recorded, _ = row
    documents = connection.rows("SELECT document FROM offered_documents WHERE offer = ? ORDER BY position", (key,))
    failures = connection.rows("SELECT path, reason FROM failures WHERE offer = ? ORDER BY key", (key,))
    return Offer(
        path,
        size,
        modified,
        digest,
        tuple(document for (document,) in documents),
        tuple(Failure(where, reason) for where, reason in failures),
        shown(recorded),
    )
