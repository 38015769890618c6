"""Decisions on pairs of statements, for those who judge pairs elsewhere."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator

from dragoman.asking.pairing import contradicting
from dragoman.errors import InvalidValue
from dragoman.exchange.graphs.nomenklatura import Pair
from dragoman.ledger import Filters
from dragoman.records import Anchor, Decision, Entry, Standing, Statement
from dragoman.records.decision import Pairing
from dragoman.workspace.exporting import Exporting

#: The reason of what was judged elsewhere, where no reasons are given.
_WHY = "judged in nomenklatura"


class Paired(Exporting):
    """Gives decisions on pairs by the ids of statements, and takes those of others."""

    @abstractmethod
    def take_over(self, taken: Iterable[Decision]) -> int:
        """Take decisions that were taken elsewhere, all or none; returns how many of them were not known here."""

    def pairs(self) -> list[Pair]:
        """The decisions that two statements are of one event or tie or are not.

        What is judged to be two is named by the first reports of the two, as in the export of followthemoney entities;
        what is judged to be one by the very statements.
        """
        return [pair for each in self._decided() if each.other is not None for pair in self._pair_of(each)]

    def take_pairs(self, given: Iterable[Pair]) -> int:
        """Take decisions on pairs that were taken elsewhere, all or none; returns how many of them were not known here.

        Raises `UnknownId`, or `InvalidValue` if one does not go together with a decision that holds.
        """
        known = {(each.verdict, frozenset(each.anchors)) for each in self._decided() if each.is_pairing}
        new: dict[tuple[str, frozenset[Anchor]], Decision] = {}
        for pair in given:
            one, other = (Anchor.of(self._entry(each).statement) for each in (pair.one, pair.other))
            key = (pair.verdict, frozenset((one, other)))
            if one != other and key not in known:
                new.setdefault(key, Decision(pair.verdict, pair.who or "nomenklatura", _WHY, one, other=other))
        for decision in new.values():
            self._check(decision)
        return self.take_over(new.values())

    def _check(self, decision: Decision) -> None:
        with self._view() as view:
            against = contradicting(decision, view)
        if against is not None:
            raise InvalidValue(
                f"{against.who} judged {against.verdict} what is judged {decision.verdict} here ({against.why}); undo "
                f"{against.id} or leave that edge out."
            )

    def _pair_of(self, decision: Decision) -> Iterator[Pair]:
        found = [self._held(anchor) for anchor in decision.anchors]
        if not all(found):
            return
        one, other = (each[0] for each in found)
        ids = [self._first(one), self._first(other)]
        if ids[0] == ids[1]:
            ids = [one.statement.id, other.statement.id]
        verdict: Pairing = "same" if decision.verdict == "same" else "not the same"
        yield Pair(ids[0], ids[1], verdict, decision.who, decision.recorded)

    def _held(self, anchor: Anchor) -> list[Entry]:
        return [each for each in self.statements(Filters(document=anchor.document)) if anchor.holds(each.statement)]

    def _first(self, entry: Entry) -> str:
        """The id of the first asserted report of what an entry is about; its own if there is none."""
        if entry.occurrence is None:
            return entry.statement.id
        reports: list[Statement] = [each.statement for each in self.statements(Filters(occurrence=entry.occurrence))]
        asserted = [each.id for each in reports if each.standing is Standing.ASSERTED]
        return min(asserted, default=entry.statement.id)

    def _entry(self, identity: str) -> Entry:
        with self._view() as view:
            return view.entry(identity)

    def _decided(self) -> list[Decision]:
        with self._view() as view:
            return view.decisions()
