"""Statements one after another, which can also be seen as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar

from dragoman.analysis.answers import joined
from dragoman.analysis.frame import Frame, Library
from dragoman.records import Entry, Party

_COLUMNS = (
    "id claim kind type mode contexts actor actor_names recipient recipient_names from to precision standing figures "
    "chain certainty publisher transport original_source published title url path document start end evidence "
    "occurrence origins origin superseded"
)


class Told(Iterator[Entry]):
    """Statements, given once, one after another; a table of them has a row each.

    In a table several parties, contexts, figures or sources are parted by `; `; `from` and `to` are days, `certainty`
    is from 0 to 1, `start` and `end` count the characters of the document, `superseded` is an ISO timestamp in UTC.
    """

    columns: ClassVar[tuple[str, ...]] = tuple(_COLUMNS.split())

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = iter(entries)

    def __next__(self) -> Entry:
        return next(self._entries)

    def rows(self) -> Iterator[tuple[object, ...]]:
        """A row for each statement that was not taken yet."""
        return map(_row, self)

    def table(self) -> Frame:
        """The statements that were not taken yet as rows."""
        return Frame(self.columns, tuple(self.rows()))

    def to_frame(self, library: Library | None = None) -> Any:
        """The same as a data frame of pandas or polars; raises `MissingExtra` if neither is installed."""
        return self.table().to_frame(library)


def _row(entry: Entry) -> tuple[object, ...]:
    statement, document = entry.statement, entry.document
    return (
        *(statement.id, statement.claim, statement.kind, statement.type, statement.mode),
        joined(statement.contexts),
        *_side(statement.actor),
        *_side(statement.recipient),
        *(statement.occurred.start, statement.occurred.end, statement.occurred.precision, statement.standing.value),
        joined(each.phrase for each in statement.quantities),
        joined(link.source.name for link in statement.chain),
        *(statement.certainty, document.publisher, document.transport, entry.original_source),
        document.published.iso() if document.published else None,
        *(document.title, document.url, document.path, document.id),
        *(statement.evidence.start, statement.evidence.end, statement.evidence.text),
        *(entry.occurrence, entry.origins, entry.origin, entry.superseded),
    )


def _side(parties: Sequence[Party]) -> tuple[str, str]:
    return joined(party.code or "" for party in parties), joined(party.name for party in parties)
