"""What is written by a format."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dragoman.exchange.policy import Policy
from dragoman.records import Entry, Standing


@dataclass(frozen=True, slots=True)
class Exported:
    """Entries, which can be gone through any number of times, in the order of documents and of their texts.

    `digest` is that of the ledger they are from, the same for the same contents. `policy` says how disputed territories
    are written, `standings` which statements count as events where a format cannot tell them apart, `expand` whether
    there is a row for each pair of parties where a format can hold several in one.
    """

    each: Callable[[], Iterator[Entry]]
    digest: str
    policy: Policy = field(default_factory=Policy.of)
    standings: tuple[Standing, ...] = (Standing.ASSERTED,)
    expand: bool = False

    @property
    def entries(self) -> Iterator[Entry]:
        """All entries, from the first on."""
        return self.each()
