"""The ties behind a network, given by the ledger when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from functools import cached_property
from typing import TypeVar

from dragoman.analysis import Behind, Tie, gathered, place
from dragoman.asking.telling import told
from dragoman.deriving.tied import reported, tied
from dragoman.ledger import Filters, Ledger, View
from dragoman.records import Entry, Outline, Standing

Part = TypeVar("Part")


class Kept(Behind):
    """Gives the ties of a ledger as it was at the moment of the network, whatever was written since."""

    def __init__(self, ledger: Ledger, latest: str | None, past: Callable[[Ledger, str | None], Behind]) -> None:
        """`past` gives what stood behind ties at an earlier moment; it is asked if something was written since."""
        self._ledger = ledger
        self._past = past
        self.latest = latest
        self._outlines: dict[str, Outline] = {}
        self._found: dict[str, Tie] = {}
        self._statements: dict[str, tuple[str, ...]] = {}
        self._beside: dict[str, frozenset[str]] = {}
        self._figured: dict[str, tuple[Entry, ...]] = {}

    def ties(self, ids: Iterable[str]) -> tuple[Tie, ...]:
        """The ties with these ids, in that order."""
        return tuple(_known(ids, self._found, self._ties).values())

    def outlines(self, ids: Iterable[str]) -> Mapping[str, Outline]:
        """The ties with these ids in short, by id."""
        return _known(ids, self._outlines, self._in_short)

    def sharing(self, ids: Iterable[str]) -> Set[str]:
        """The ids of those, of the ties with these ids, of which a report gives a figure in per cent."""
        listed = {*ids}
        with self.now() as view:
            return view.pages.sharing(listed) if view is not None else self._then.sharing(listed)

    def statements(self, ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """The ids of the statements that assert the ties with these ids, by tie."""
        return _known(ids, self._statements, self._asserting)

    def report_count(self, ids: Iterable[str]) -> int:
        """How many reports assert the ties with these ids, each tie counted once."""
        listed = {*ids}
        with self.now() as view:
            return view.pages.report_count(listed) if view is not None else self._then.report_count(listed)

    def figured(self, ids: Iterable[str]) -> Mapping[str, tuple[Entry, ...]]:
        """The reports that assert the ties with these ids and give a figure, by tie."""
        return _known(ids, self._figured, self._figures)

    def beside(self, ids: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """The ids of the ties that are asserted in the very words in which a tie with one of these ids is, by it."""
        return _known(ids, self._beside, self._told_beside)

    def at(self, reports: Iterable[Entry]) -> frozenset[str]:
        """The ids of the ties that are asserted in the very words in which one of some reports stands."""
        places = {place(entry) for entry in reports}
        with self._ledger.view(known=self.latest) as view:
            found = [
                entry
                for document in sorted({document for document, *_ in places})
                for entry in told(view, Filters(document=document, kind="tie", standings=(Standing.ASSERTED,)))
                if place(entry) in places
            ]
        return frozenset(entry.occurrence for entry in found if entry.occurrence is not None)

    def _ties(self, ids: list[str]) -> Mapping[str, Tie]:
        with self.now() as view:
            found = tied(view, reported(view, ids)) if view is not None else self._then.ties(ids)
        return {tie.occurrence.id: tie for tie in found}

    def _in_short(self, ids: list[str]) -> Mapping[str, Outline]:
        with self.now() as view:
            return {each.id: each for each in view.outlines(ids)} if view is not None else self._then.outlines(ids)

    def _told_beside(self, ids: list[str]) -> Mapping[str, frozenset[str]]:
        with self.now() as view:
            return view.beside(ids) if view is not None else self._then.beside(ids)

    def _asserting(self, ids: list[str]) -> Mapping[str, tuple[str, ...]]:
        with self.now() as view:
            return view.asserting(ids) if view is not None else self._then.statements(ids)

    def _figures(self, ids: list[str]) -> Mapping[str, tuple[Entry, ...]]:
        with self.now() as view:
            if view is None:
                return self._then.figured(ids)
            found = {each.id: each.entries for each in gathered(view.figured(ids))}
        return {each: found.get(each, ()) for each in ids}

    @contextmanager
    def now(self) -> Iterator[View | None]:
        """A view that tells what the network was made of, or `None` if something was written meanwhile."""
        with self._ledger.view() as view:
            yield view if view.has_outlines and view.latest == self.latest else None

    @cached_property
    def _then(self) -> Behind:
        """What stood behind them."""
        return self._past(self._ledger, self.latest)


def _known(
    ids: Iterable[str], at_hand: dict[str, Part], fetch: Callable[[list[str]], Mapping[str, Part]]
) -> dict[str, Part]:
    """What is known of each of some ties, by their ids; what is not at hand is fetched."""
    listed = list(dict.fromkeys(ids))
    missing = [each for each in listed if each not in at_hand]
    if missing:
        at_hand |= fetch(missing)
    return {each: at_hand[each] for each in listed}
