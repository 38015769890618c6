"""What stands behind the ties that a network knows in short, fetched when somebody looks."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cached_property

from dragoman.analysis.ties import Tie, outline
from dragoman.records import Entry, Outline

#: A sentence of a document: its id, and where the sentence begins and ends.
Place = tuple[str, int, int]


class Behind(ABC):
    """Gives ties with all their reports by their ids, which are those of their occurrences."""

    @abstractmethod
    def ties(self, ids: Iterable[str]) -> tuple[Tie, ...]:
        """The ties with these ids, in that order."""

    @abstractmethod
    def outlines(self, ids: Iterable[str]) -> Mapping[str, Outline]:
        """The ties with these ids in short, by id."""

    @abstractmethod
    def sharing(self, ids: Iterable[str]) -> Set[str]:
        """The ids of those, of the ties with these ids, of which a report gives a figure in per cent."""

    @abstractmethod
    def statements(self, ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """The ids of the statements that assert the ties with these ids, by tie."""

    @abstractmethod
    def report_count(self, ids: Iterable[str]) -> int:
        """How many reports assert the ties with these ids, each tie counted once."""

    @abstractmethod
    def figured(self, ids: Iterable[str]) -> Mapping[str, tuple[Entry, ...]]:
        """The reports that assert the ties with these ids and give a figure, by tie."""

    @abstractmethod
    def beside(self, ids: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """The ids of the ties that are asserted in the very words in which a tie with one of these ids is, by it."""

    @abstractmethod
    def at(self, reports: Iterable[Entry]) -> frozenset[str]:
        """The ids of the ties that are asserted in the very words in which one of some reports stands."""


class Known(Behind):
    """Ties that are at hand."""

    def __init__(self, found: Iterable[Tie]) -> None:
        self._ties = {tie.occurrence.id: tie for tie in found}
        self._outlines: dict[str, Outline] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._ties)

    def ties(self, ids: Iterable[str]) -> tuple[Tie, ...]:
        """The ties with these ids, in that order."""
        return tuple(self._ties[each] for each in ids)

    def outlines(self, ids: Iterable[str]) -> Mapping[str, Outline]:
        """The ties with these ids in short, by id."""
        return {each: self._outline(each) for each in ids}

    def _outline(self, identity: str) -> Outline:
        if identity not in self._outlines:
            self._outlines[identity] = outline(self._ties[identity])
        return self._outlines[identity]

    def sharing(self, ids: Iterable[str]) -> Set[str]:
        """The ids of those, of the ties with these ids, of which a report gives a figure in per cent."""
        return {each for each in ids if self._outline(each).shares}

    def statements(self, ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """The ids of the statements that assert the ties with these ids, by tie."""
        return {each: tuple(entry.statement.id for entry in self._ties[each].reports) for each in ids}

    def report_count(self, ids: Iterable[str]) -> int:
        """How many reports assert the ties with these ids, each tie counted once."""
        return sum(len(self._ties[each].reports) for each in {*ids} & self._ties.keys())

    def figured(self, ids: Iterable[str]) -> Mapping[str, tuple[Entry, ...]]:
        """The reports that assert the ties with these ids and give a figure, by tie."""
        return {each: figured(self._ties[each]) for each in ids}

    def beside(self, ids: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """The ids of the ties that are asserted in the very words in which a tie with one of these ids is, by it."""
        return {
            identity: frozenset(
                each for entry in self._ties[identity].reports for each in self._at.get(place(entry), ())
            )
            for identity in ids
        }

    def at(self, reports: Iterable[Entry]) -> frozenset[str]:
        """The ids of the ties that are asserted in the very words in which one of some reports stands."""
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


def figured(tie: Tie) -> tuple[Entry, ...]:
    """The asserted reports of a tie that give a figure."""
    return tuple(entry for entry in tie.reports if entry.statement.quantities)


def place(entry: Entry) -> Place:
    """Where the words of a report stand."""
    evidence = entry.statement.evidence
    return entry.document.id, evidence.start, evidence.end
