"""What is written by a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.exchange.judged import Judged
from dragoman.records import Document, Entry, Outline, Standing


class Rows(Protocol):
    """Rows of as many values as there are columns."""

    @property
    def columns(self) -> Sequence[str]:
        """The names of the columns."""

    @property
    def rows(self) -> Sequence[Sequence[object]]:
        """The rows."""


@dataclass(frozen=True, slots=True)
class NoRows:
    """A table without anything in it."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[object, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """Entries, which can be gone through any number of times, in the order of documents and of their texts.

    `digest` is that of the ledger they are from, the same for the same contents. `standings` are those that were asked
    for, none if it was not said. `outlines` gives the ties among the entries that are asserted, in short; `forecasts`
    the predictions, with the columns of `analysis.Forecasts`; `judged` the decisions that hold and what they did;
    `documents` those of the ledger, none unless all entries are wanted.
    """

    each: Callable[[], Iterator[Entry]]
    digest: str
    standings: tuple[Standing, ...] = ()
    outlines: Callable[[], Iterable[Outline]] = tuple
    forecasts: Callable[[], Rows] = NoRows
    judged: Callable[[], Iterable[Judged]] = tuple
    documents: Callable[[], Iterable[Document]] = tuple

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries, from the first on."""
        return self.each()
