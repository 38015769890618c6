"""What is written by a format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from dragoman.exchange.judged import Judged
from dragoman.exchange.policy import Policy
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
class Derived:
    """What follows from the entries of an export, and what was decided of them; made when it is asked for.

    `outlines` gives the asserted ties among them in short, `forecasts` the predictions with the columns of
    `analysis.Forecasts`, `judged` the decisions that hold and what they did, `documents` all those of the ledger, or
    none unless all entries are wanted.
    """

    outlines: Callable[[], Iterable[Outline]] = tuple
    forecasts: Callable[[], Rows] = NoRows
    judged: Callable[[], Iterable[Judged]] = tuple
    documents: Callable[[], Iterable[Document]] = tuple


@dataclass(frozen=True, slots=True)
class Exported:
    """Entries, which can be gone through any number of times, in the order of documents and of their texts.

    `digest` is that of the ledger they are from, the same for the same contents. `policy` says how disputed territories
    are written, `standings` which statements count as events where a format cannot tell them apart, `expand` whether
    there is a row for each pair of parties where a format can hold several in one; `derived` is what follows from them.
    """

    each: Callable[[], Iterator[Entry]]
    digest: str
    policy: Policy = field(default_factory=Policy.of)
    standings: tuple[Standing, ...] = (Standing.ASSERTED,)
    expand: bool = False
    derived: Derived = Derived()

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries, from the first on."""
        return self.each()
