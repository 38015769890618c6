"""What stands behind the ties that a network knows in short, fetched when somebody looks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from functools import cached_property

from dragoman.analysis.ties import Tie
from dragoman.records import Entry

#: A sentence of a document: its id, and where the sentence begins and ends.
Place = tuple[str, int, int]


class Behind(ABC):
    """Gives ties with all their reports by their ids, which are those of their occurrences."""

    @abstractmethod
    def ties(self, ids: Iterable[str]) -> tuple[Tie, ...]:
        """The ties with these ids, in that order."""

    @abstractmethod
    def beside(self, reports: Iterable[Entry]) -> frozenset[str]:
        """The ids of the ties that are asserted in the very words in which one of the reports stands."""


class Known(Behind):
    """Ties that are at hand."""

    def __init__(self, found: Iterable[Tie]) -> None:
        self._ties = {tie.occurrence.id: tie for tie in found}

    def ties(self, ids: Iterable[str]) -> tuple[Tie, ...]:
        """The ties with these ids, in that order."""
        return tuple(self._ties[each] for each in ids)

    def beside(self, reports: Iterable[Entry]) -> frozenset[str]:
        """The ids of the ties that are asserted in the very words in which one of the reports stands."""
        return frozenset(each for entry in reports for each in self._at.get(place(entry), ()))

    @cached_property
    def _at(self) -> dict[Place, set[str]]:
        found: dict[Place, set[str]] = {}
        for identity, tie in self._ties.items():
            for entry in tie.reports:
                found.setdefault(place(entry), set()).add(identity)
        return found


#: Of a network without ties.
NOTHING = Known(())


def place(entry: Entry) -> Place:
    """Where the words of a report stand."""
    evidence = entry.statement.evidence
    return entry.document.id, evidence.start, evidence.end
