"""The runs in which a ledger was fed: when, what was offered, and what in it could not be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.ledger.clock import shown
from dragoman.ledger.connection import Connection
from dragoman.records import Failure

#: Failures of one run that are told one by one.
FIRST = 5
#: Whatever one run writes has its moment; its offers stand together, since there is one writer.
_RUNS = """
SELECT recorded, count(*), min(key), max(key) FROM offers WHERE recorded <= :known
GROUP BY recorded ORDER BY recorded DESC LIMIT :most
"""
_DOCUMENTS = "SELECT count(*) FROM offered_documents WHERE offer BETWEEN ? AND ?"
_FAILED = "SELECT count(*) FROM failures WHERE offer BETWEEN ? AND ?"
_FAILURES = "SELECT path, reason FROM failures WHERE offer BETWEEN ? AND ? ORDER BY key LIMIT ?"


@dataclass(frozen=True, slots=True)
class Run:
    """One run that brought something new: its moment, how many files or items of files were offered that were not known
    as they are, how many documents these gave, how many things could not be read, and the first of these.
    """

    recorded: str
    offered: int
    documents: int
    failed: int
    failures: tuple[Failure, ...]


def find_runs(connection: Connection, known: str, most: int) -> Iterator[Run]:
    """The last runs known at the moment, the latest first."""
    for recorded, offered, *keys in list(connection.rows(_RUNS, {"known": known, "most": most})):
        (documents,) = connection.row(_DOCUMENTS, keys) or (0,)
        (failed,) = connection.row(_FAILED, keys) or (0,)
        first = tuple(Failure(*row) for row in connection.rows(_FAILURES, (*keys, FIRST)))
        yield Run(shown(recorded) or "", offered, documents, failed, first)
