"""Questions answered from what is derived, where it is there, rather than from all statements."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Self

from dragoman.analysis import Change, Changes, Network, Occurrence, Survey, changes, gathered
from dragoman.analysis.survey import Doubt, doubt
from dragoman.asking.distant import Distant
from dragoman.asking.kept import Kept
from dragoman.asking.parts import Parts
from dragoman.asking.questions import Questions
from dragoman.asking.recalled import Recalled, past
from dragoman.asking.telling import Touched, has_changed_little
from dragoman.codebook.names import code
from dragoman.codebook.ties import channel
from dragoman.ledger import Filters, Ledger, View
from dragoman.records import Entry, TurningDay

#: So many statements on matters on which something is new are compared in a second or two.
_MUCH = 5_000


class Outlined(Questions):
    """Asks a ledger; what is derived speaks of the ledger of today, so that of the past all statements are read."""

    _ledger: Ledger

    @abstractmethod
    def at(self, known: str) -> Self:
        """The same ledger as it was known at a moment."""

    @abstractmethod
    def _view(self) -> View:
        """What the ledger says at the moment that is asked about."""

    @contextmanager
    def still(self) -> Iterator[None]:
        """Inside, all that is asked, of one thread, is answered of the ledger as it is at this moment, whatever is
        written meanwhile. Raises `LedgerError`.
        """
        with self._ledger.still():
            yield

    def networks(self, *days: date | None) -> tuple[Network, ...]:
        """The networks of several days, `None` being that of the latest publication, from one look at the ledger."""
        with self._view() as view:
            if not view.has_outlines:
                recalled = Recalled.of(self._ledger, view)
                return recalled.networks(*days) if recalled is not None else super().networks(*days)
            behind, last = Kept(self._ledger, view.latest, past), view.latest_publication()
            wanted = [day if day is not None else last for day in days]
            return tuple(Network(day, Distant(self._ledger, behind, day), view.nameless_count(day)) for day in wanted)

    def turning_days(self, *channels: str) -> tuple[TurningDay, ...]:
        """The days on which the network, or that of some channels, becomes another one, in order: how many ties begin
        and end there. Raises `UnknownName`.
        """
        names = {channel(each).name for each in channels}
        with self._view() as view:
            if view.has_outlines:
                return view.turning_days(names)
            recalled = Recalled.of(self._ledger, view)
            return recalled.turning_days(names) if recalled is not None else super().turning_days(*names)

    def last_published(self) -> date | None:
        """The last day on which a document with a statement was published, of a month or a year its last; `None` if
        nothing says when any was.
        """
        with self._view() as view:
            return view.latest_publication()

    def survey(self) -> Survey:
        """What is disputed and what rests on one origin; the lists are fetched part by part."""
        with self._view() as view:
            if not view.has_outlines:
                recalled = Recalled.of(self._ledger, view)
                return recalled.survey() if recalled is not None else super().survey()
            return Survey(Parts(view.doubt_count(), self._doubts), Parts(view.single_count(), self._single))

    def _doubts(self, limit: int, offset: int) -> list[Doubt]:
        with self._view() as view:
            wanted = view.doubts(limit, offset)
            of = _by_id(view, (each for each, _ in wanted))
        found = (doubt(of[each], figures=figures) for each, figures in wanted if each in of)
        return [each for each in found if each is not None]

    def _single(self, limit: int, offset: int) -> list[Occurrence]:
        with self._view() as view:
            wanted = view.single(limit, offset)
            of = _by_id(view, wanted)
        # What was judged since the list was made may be asserted no more.
        return [of[each] for each in wanted if each in of and of[each].asserted]

    def earliest(self) -> str | None:
        """The first moment at which the ledger learnt something, as an ISO timestamp."""
        with self._view() as view:
            return view.earliest

    def is_much_new(self, since: str) -> bool:
        """Whether `changes` since the end of a day takes long: so much is said of what something new was said of."""
        with self._view() as view:
            return view.has_derived and view.touched_count(since, _MUCH) >= _MUCH

    def changes(self, since: str, *parties: str) -> Changes:
        """What this workspace knows that the ledger did not know at the end of a day, and what it knows no more; raises
        `UnknownName` or `InvalidValue`.

        `workspace.at(b).changes(a)` tells what changed from a to b.
        """
        codes = {code(name) for name in parties}
        filters = Filters(parties=tuple(sorted(codes)))
        with self._view() as now, self._ledger.view(known=since) as then:
            if now.has_outlines or (then.moment <= now.moment and has_changed_little(then)):
                return Changes(_changed(now, then, codes))
        return Changes(changes(self.at(since).statements(filters), self.statements(filters)))


def _changed(now: View, then: View, codes: set[str]) -> tuple[Change, ...]:
    """The changes on those matters on which a statement, a copy or a judgement is new or gone; the others have none."""
    touched = Touched.between(then, now if now.has_outlines else then.now)
    later = touched.after if now.has_outlines else touched.at(now)
    return changes(*([each for each in some if _is_about(each, codes)] for some in (touched.at(then), later)))


def _is_about(entry: Entry, codes: set[str]) -> bool:
    return codes <= {party.code for party in entry.statement.parties}


def _by_id(view: View, ids: Iterable[str]) -> dict[str, Occurrence]:
    return {each.id: each for each in gathered(view.of(ids))}
