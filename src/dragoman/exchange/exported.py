"""What is written by a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.records import Entry


@dataclass(frozen=True, slots=True)
class Exported:
    """Entries, which can be gone through any number of times, in the order of documents and of their texts.

    `digest` is that of the ledger they are from, the same for the same contents.
    """

    each: Callable[[], Iterator[Entry]]
    digest: str

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries, from the first on."""
        return self.each()
