"""What is still to be looked at, of what was read."""

from __future__ import annotations

from dragoman.asking.paged import Paged
from dragoman.ledger import Filters
from dragoman.records import Entry


class Reviewed(Paged):
    """Asks a ledger for what nobody has judged."""

    def unjudged(
        self, filters: Filters | None = None, *, limit: int = 20, at: str | None = None, before: bool = False
    ) -> list[Entry]:
        """The statements that nobody has judged, the least certain first, as many as `limit`.

        `at` is the id of the statement to begin with; with `before`, those before it, the nearest first. Raises
        `UnknownId`.
        """
        with self._view() as view:
            start = view.entry(at).statement.id if at is not None else None
            return view.unjudged(filters or Filters(), limit=limit, at=start, is_before=before)

    def unjudged_count(self, filters: Filters | None = None, *, most: int = 1000) -> int:
        """How many statements nobody has judged; counting ends at `most`."""
        with self._view() as view:
            return view.unjudged_count(filters or Filters(), most=most)
