"""The network and the survey of a ledger as it was: of what is derived now, and of what has changed since."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from datetime import date
from functools import cached_property
from typing import Self, TypeVar

from dragoman.analysis import Behind, Known, Links, Network, Occurrence, Survey, Tie, gathered, survey, ties
from dragoman.analysis.disputes import FigureDispute
from dragoman.analysis.network import standing
from dragoman.analysis.survey import Doubt, doubt
from dragoman.analysis.turning_days import together, turning_days
from dragoman.asking.kept import Kept
from dragoman.asking.parts import Parts
from dragoman.asking.telling import Past, told
from dragoman.deriving.derive import turned_pairs
from dragoman.ledger import Filters, Ledger, View
from dragoman.records import Entry, Outline, TurningDay
from dragoman.records.outline import PARTIES, TIE, Strand, first_two

Part = TypeVar("Part")


class Recalled:
    """Answers of a view of the past; what it reads of the ledger is on those matters on which something changed since,
    and on the ties that events on them turn.
    """

    def __init__(self, ledger: Ledger, view: View, past: Past) -> None:
        self._ledger = ledger
        self._view = view
        self._now = view.now
        self._before = past.before
        #: The events and ties of now that are not as they were.
        self._changed = {each.occurrence for each in past.after if each.occurrence is not None}
        events = [each for each in (*past.before, *past.after) if each.statement.kind == "event"]
        turned = self._now.ties_between({two for each in events for two in turned_pairs(each)})
        self._turned = turned - self._changed
        self._gone = turned | self._changed

    @classmethod
    def of(cls, ledger: Ledger, view: View) -> Self | None:
        """What a view tells of the past; `None` if what is derived now tells little of it."""
        past = Past.of(view)
        return cls(ledger, view, past) if past is not None else None

    def networks(self, *days: date | None) -> tuple[Network, ...]:
        """The networks of several days, `None` being that of the latest publication."""
        last = self._view.latest_publication()
        return tuple(self._network(day if day is not None else last) for day in days)

    def turning_days(self, channels: Collection[str] = ()) -> tuple[TurningDay, ...]:
        """The days on which the network, or that of some channels, became another one."""
        then = self._then.outlines(self._then).values()
        return together(self._now.turning_days(channels, without=self._gone), turning_days(then, channels))

    def _network(self, day: date | None) -> Network:
        then = standing(self._then, as_of=day)
        strands = [strand for strand in self._now.links(day) if strand[TIE] not in self._gone]
        gone = [each for each in self._now.outlines(self._gone) if day is None or each.stands(day)]
        nameless = self._now.nameless_count(day) - sum(not each.is_named for each in gone) + then.nameless
        return Network(day, Links(_in_order([*strands, *then.links.strands], self.behind), self.behind), nameless)

    @cached_property
    def behind(self) -> Behind:
        """What stood behind the ties."""
        return _Behind(Kept(self._ledger, self._now.latest, past), self._then, self._gone)

    @cached_property
    def _then(self) -> Known:
        """The ties that were otherwise, as they were, with the events of then that turn them."""
        told = [*self._before, *self._now.of(self._turned)]
        listed = {each.id: each for each in gathered(told) if each.kind == "tie"}
        between = {first_two(each.actor, each.recipient) for each in listed.values()}
        turning = self._now.turning(between) - self._changed - listed.keys()
        events = gathered([*told, *self._now.of(turning)])
        found = (each for each in events if each.kind == "event" or each.id in listed)
        return Known(tie for tie in ties(found) if tie.reports)

    def survey(self) -> Survey:
        """What was disputed and what rested on one origin; the lists are fetched part by part."""
        then = survey(self._before)
        doubts: list[tuple[bool, int, str, Doubt | None]] = [
            *((*key, None) for key in self._now.doubt_keys() if key[2] not in self._changed),
            # As kept of now: once of each event or tie, for the first of its figures.
            *((*key, each) for key, each in {_key(each): each for each in reversed(then.doubts)}.items()),
        ]
        doubts.sort(key=lambda each: each[:3])
        alone = [(-len(each.asserted), each.id, each) for each in then.single]
        stale = self._now.single_among(self._changed)
        total = self._now.single_count() - stale + len(alone)

        def some_doubts(limit: int, offset: int) -> list[Doubt]:
            wanted = doubts[offset : offset + limit]
            of = self._occurrences(identity for *_, identity, at_hand in wanted if at_hand is None)
            found = (
                at_hand if at_hand is not None else doubt(of[identity], figures=figures)
                for figures, _, identity, at_hand in wanted
                if at_hand is not None or identity in of
            )
            return [each for each in found if each is not None]

        def some_alone(limit: int, offset: int) -> list[Occurrence]:
            with self._ledger.view() as now:
                known = now.single_keys(offset + limit + stale)
            merged = sorted(
                [*((*key, None) for key in known if key[1] not in self._changed), *alone], key=lambda each: each[:2]
            )
            wanted = merged[offset : offset + limit]
            of = self._occurrences(identity for _, identity, at_hand in wanted if at_hand is None)
            found = (at_hand if at_hand is not None else of.get(identity) for _, identity, at_hand in wanted)
            return [each for each in found if each is not None]

        return Survey(Parts(len(doubts), some_doubts), Parts(total, some_alone))

    def _occurrences(self, ids: Iterable[str]) -> dict[str, Occurrence]:
        with self._ledger.view() as now:
            return {each.id: each for each in gathered(now.of(ids))}


def past(ledger: Ledger, known: str | None) -> Behind:
    """What stood behind the ties of a ledger at a moment."""
    with ledger.view(known=known) as view:
        recalled = Recalled.of(ledger, view)
        return recalled.behind if recalled is not None else Known(ties(gathered(told(view, Filters()))))


class _Behind(Behind):
    """Gives the ties that were otherwise as they were `then`, the others as they are now; those of now that are `gone`
    are not there.
    """

    def __init__(self, now: Behind, then: Known, gone: Set[str]) -> None:
        self._now = now
        self._then = then
        self._of_then = frozenset(then)
        self._gone = gone

    def ties(self, ids: Iterable[str]) -> tuple[Tie, ...]:
        """The ties with these ids, in that order."""
        return tuple(self._both(ids, lambda of, some: dict(zip(some, of.ties(some), strict=True))).values())

    def outlines(self, ids: Iterable[str]) -> Mapping[str, Outline]:
        """The ties with these ids in short, by id."""
        return self._both(ids, lambda of, some: of.outlines(some))

    def statements(self, ids: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """The ids of the statements that assert the ties with these ids, by tie."""
        return self._both(ids, lambda of, some: of.statements(some))

    def figured(self, ids: Iterable[str]) -> Mapping[str, tuple[Entry, ...]]:
        """The reports that assert the ties with these ids and give a figure, by tie."""
        return self._both(ids, lambda of, some: of.figured(some))

    def sharing(self, ids: Iterable[str]) -> Set[str]:
        """The ids of those, of the ties with these ids, of which a report gives a figure in per cent."""
        listed = {*ids}
        then = listed & self._of_then
        return {*self._then.sharing(then), *self._now.sharing(listed - then)}

    def report_count(self, ids: Iterable[str]) -> int:
        """How many reports assert the ties with these ids, each tie counted once."""
        listed = {*ids}
        then = listed & self._of_then
        return self._then.report_count(then) + self._now.report_count(listed - then)

    def beside(self, ids: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """The ids of the ties that are asserted in the very words in which a tie with one of these ids is, by it."""
        listed = [*ids]
        return {each: self.at(tie.reports) for each, tie in zip(listed, self.ties(listed), strict=True)}

    def at(self, reports: Iterable[Entry]) -> frozenset[str]:
        """The ids of the ties that are asserted in the very words in which one of some reports stands."""
        told = [*reports]
        return (self._now.at(told) - self._gone) | self._then.at(told)

    def _both(self, ids: Iterable[str], ask: Callable[[Behind, list[str]], Mapping[str, Part]]) -> dict[str, Part]:
        listed = list(dict.fromkeys(ids))
        found = {
            **ask(self._now, [each for each in listed if each not in self._of_then]),
            **ask(self._then, [each for each in listed if each in self._of_then]),
        }
        return {each: found[each] for each in listed}


def _in_order(strands: list[Strand], behind: Behind) -> Iterator[Strand]:
    """Strands in the order of the links of a network; of a tie of more than two parties the sides are looked up."""
    wide = behind.outlines({strand[TIE]: None for strand in strands if strand[PARTIES] > 2})

    def key(strand: Strand) -> tuple[object, ...]:
        sides = wide[strand[TIE]].order if strand[PARTIES] > 2 else ()
        return (*strand[: PARTIES + 1], sides, strand[TIE])

    return iter(sorted(strands, key=key))


def _key(of: Doubt) -> tuple[bool, int, str]:
    return isinstance(of, FigureDispute), -len(of.occurrence.asserted), of.occurrence.id
