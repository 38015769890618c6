"""The ties behind a network, given by the ledger when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.analysis import Behind, Tie, gathered, place, ties
from dragoman.ledger import Filters, Ledger
from dragoman.records import Entry, Standing
from dragoman.telling import told
from dragoman.tied import tied


class Kept(Behind):
    """Gives the ties of a ledger as it was at the moment of the network, whatever was written since."""

    def __init__(self, ledger: Ledger, latest: str | None) -> None:
        self._ledger = ledger
        self._latest = latest
        self._found: dict[str, Tie] = {}

    def ties(self, ids: Iterable[str]) -> tuple[Tie, ...]:
        """The ties with these ids, in that order."""
        listed = list(ids)
        missing = [each for each in listed if each not in self._found]
        if missing:
            self._found |= {tie.occurrence.id: tie for tie in self._fetched(missing)}
        return tuple(self._found[each] for each in listed)

    def beside(self, reports: Iterable[Entry]) -> frozenset[str]:
        """The ids of the ties that are asserted in the very words in which one of the reports stands."""
        places: dict[str, set[tuple[str, int, int]]] = {}
        for entry in reports:
            places.setdefault(entry.document.id, set()).add(place(entry))
        with self._ledger.view(known=self._latest) as view:
            found = [
                entry
                for document, wanted in places.items()
                for entry in told(view, Filters(document=document, kind="tie", standings=(Standing.ASSERTED,)))
                if place(entry) in wanted
            ]
        return frozenset(entry.occurrence for entry in found if entry.occurrence is not None)

    def _fetched(self, ids: list[str]) -> tuple[Tie, ...]:
        with self._ledger.view() as view:
            if view.has_outlines and view.latest == self._latest:
                return tied(view, ids)
        # Something was written meanwhile: what was known then is made again.
        with self._ledger.view(known=self._latest) as view:
            return ties(gathered(told(view, Filters())))
