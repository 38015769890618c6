"""Long answers, of which a part is fetched when somebody looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice

from dragoman import reconcile
from dragoman.analysis import (
    Account,
    Exposures,
    Forecast,
    Links,
    Network,
    Occurrence,
    Quantities,
    account_of_part,
    forecasts,
    gathered,
    quantities,
)
from dragoman.analysis.account_in_parts import AccountInParts, Speaker, account_in_parts, row_day
from dragoman.analysis.forecasts import Record, brier
from dragoman.analysis.measures import FIGURE_KEYS, Chosen, Measure, Measures, each_of, measures
from dragoman.analysis.outlook import FORECAST_KEYS, Outlook, outlook
from dragoman.analysis.prospects import AHEAD as STANDINGS
from dragoman.analysis.prospects import Prospect, prospects
from dragoman.analysis.recent import TIES, Whole
from dragoman.analysis.survey import Doubt, doubt
from dragoman.analysis.timeline import Row, timeline
from dragoman.asking.kept import Kept
from dragoman.asking.outlined import Outlined
from dragoman.asking.parts import Parts
from dragoman.asking.recalled import past
from dragoman.codebook.names import code
from dragoman.deriving.listed import number, what
from dragoman.ledger import Among, Facets, Filters, Presence, View, Wanted
from dragoman.ledger.derived import AHEAD, HAPPENED, HOW_MUCH, WHETHER
from dragoman.records import Entry
from dragoman.sorting import OUTCOMES, check

_AHEAD = (AHEAD, AHEAD + len(STANDINGS) - 1)
_DOUBTS = (WHETHER, HOW_MUCH)


class Paged(Outlined):
    """Asks a ledger for what is long; what is derived speaks of the ledger of today, so that of the past all statements
    are read.
    """

    def outlook(
        self, *parties: str, on: date | None = None, outcome: str | None = None, sort: str | None = None
    ) -> Outlook:
        """What was predicted in statements in which all of the parties take part, and how it fared by a day; those of
        one outcome, if it is given, sorted by a name of `sorting.FORECASTS`. Raises `UnknownName` or `InvalidValue`.
        """
        check(sort, FORECAST_KEYS)
        codes = tuple(code(name) for name in parties)
        with self._view() as view:
            if not view.has_outlines:
                return outlook(self.forecasts(*codes, on=on), outcome=outcome, sort=sort)
            last = view.latest_publication()
            wanted = Wanted(codes, on, on if on is not None else last, outcome, sort=sort)
            counted, scored = view.pages.outcomes(wanted), view.pages.scored(wanted)
        outcomes = {each: counted[each] for each in OUTCOMES if each in counted}
        happened, resolved = counted.get("happened", 0), counted.get("happened", 0) + counted.get("did not", 0)
        total = sum(counted.values()) if outcome is None else counted.get(outcome, 0)
        return Outlook(
            Record(sum(counted.values()), resolved, happened, brier(scored)),
            outcomes,
            Parts(total, lambda limit, offset: self._forecasts(wanted, limit, offset)),
        )

    def _forecasts(self, wanted: Wanted, limit: int, offset: int) -> list[Forecast]:
        with self._view() as view:
            listed = view.pages.forecasts(wanted, limit, offset)
            ids = [statement for statement, _ in listed]
            entries = list(view.settling(ids, _with_meetings(view, {matter for _, matter in listed})))
        found = {each.entry.statement.id: each for each in forecasts(entries, on=wanted.on, today=wanted.day)}
        return [found[each] for each in ids if each in found]

    def measures(
        self,
        *parties: str,
        type: str | None = None,
        kind: str | None = None,
        conflicts: bool = False,
        sort: str | None = None,
    ) -> Measures:
        """All figures of statements in which all of the parties take part, one by one: of a type of event or tie, of a
        kind of unit, only those in conflict; sorted by a name of `sorting.FIGURES`. Raises `UnknownName`, or
        `InvalidValue` for a name that nothing is sorted by.
        """
        of = Chosen(type, kind, conflicts, sort)
        check(of.sort, FIGURE_KEYS)
        codes = tuple(code(name) for name in parties)
        with self._view() as view:
            if not view.has_outlines:
                return measures(self.quantities(*codes), of)
            wanted = Wanted(codes, type=of.type, kind=of.kind, conflicts=of.conflicts, sort=of.sort)
            told = view.pages.figure_kinds(codes)
            count = view.pages.figure_count(wanted)
        types, kinds = ({each for each, _ in told}, {each for _, each in told})
        fetch = Parts(count, lambda limit, offset: self._figures(wanted, limit, offset))
        return Measures(tuple(sorted(types)), tuple(sorted(kinds)), fetch)

    def _figures(self, wanted: Wanted, limit: int, offset: int) -> list[Measure]:
        with self._view() as view:
            listed = view.pages.figures(wanted, limit, offset)
            alike = Quantities(quantities(view.with_ids(view.pages.figured_alike({each[2] for each in listed}))))
        found = {
            (each.report.entry.statement.id, number(each.report), what(measured)): each
            for measured in alike
            for each in each_of(measured)
        }
        return [found[each] for each in listed if each in found]

    def parties(self) -> list[Presence]:
        """The states and organisations that statements are about, those of the most statements first."""
        with self._view() as view:
            return view.presence()

    def around(self, party: str, *, as_of: date | None = None) -> Network:
        """The links of a party on a day, on that of the latest publication if none is given, and the routes that others
        use; raises `UnknownName`.
        """
        of = code(party)
        with self._view() as view:
            if not view.has_outlines:
                return self.network(as_of=as_of)
            day = as_of if as_of is not None else view.latest_publication()
            links = Links(view.links(day, Among(around=of)), Kept(self._ledger, view.latest, past))
            return Network(day, links, view.nameless_count(day, around=of))

    def exposures(
        self,
        party: str | None = None,
        channel: str | None = None,
        *,
        as_of: date | None = None,
        since: date | None = None,
        within: Network | None = None,
    ) -> Exposures:
        """How far a party, or each, depended on others in a channel, or in all supplies, on a day; one for each base.

        Shares are per cent, as ranges; those of what was over by then are told apart. `since` leaves out figures of
        earlier days; `within` is a network of that day with the links `around` the party, where one is at hand. Raises
        `UnknownName`.
        """
        if party is None:
            return super().exposures(party, channel, as_of=as_of, since=since)
        held = within if within is not None else self.around(party, as_of=as_of)
        return self._exposures(held, party, channel, since)

    def holding(self, words: str, *, most: int = 1000) -> int:
        """How many documents hold all the words; counting ends at `most`."""
        with self._view() as view:
            return view.holding(words, most)

    def first(self, filters: Filters, limit: int) -> list[Entry]:
        """The first of the statements that the filters let through, in the order of documents and of their texts."""
        with self._view() as view:
            if view.has_derived:
                return view.first(filters, limit)
        return list(islice(self.statements(filters), limit))

    def facets(self, filters: Filters, *, most: int = 3000) -> Facets:
        """How many of the first of these statements are of which standing, type, publisher and party."""
        with self._view() as view:
            return view.facets(filters, most)

    def statements_about(self, party: str) -> int:
        """In how many statements a party takes part, by any of its names; raises `UnknownName`."""
        of = code(party)
        with self._view() as view:
            if view.has_outlines:
                return view.pages.statements_about(of)
            return next((each.statements for each in view.presence() if each.code == of), 0)

    def _account_cut(self, codes: tuple[str, ...], most: int, as_of: date | None) -> Account | None:
        with self._view() as view:
            number = view.pages.number_about(codes) if view.has_outlines else 0
            return self._account_of_part(view, codes, number, most, as_of) if number > most else None

    def _account_of_part(
        self, view: View, codes: tuple[str, ...], number: int, most: int, as_of: date | None
    ) -> Account:
        recent = view.written(view.pages.about(codes, most, as_of))
        between = view.pages.tied(codes, TIES)
        firsts = list(view.with_ids({each for _, *ids in between for each in ids if each is not None}))
        told = {each.occurrence for each in (*recent, *firsts) if each.statement.kind == "tie" and each.occurrence}
        whole = Whole.of(number, recent, view.outlines(told))
        return account_of_part((*recent, *firsts), whole, *codes, as_of=as_of)

    def account_in_parts(self, party: str, *, as_of: date | None = None) -> AccountInParts:
        """What is said of a party that is spoken of much, part by part; raises `UnknownName`."""
        of = code(party)
        with self._view() as view:
            if not view.has_outlines:
                day = as_of if as_of is not None else self.last_published()
                return account_in_parts(self.statements(Filters(parties=(of,))), of, as_of=day)
            day = as_of if as_of is not None else view.latest_publication()
            counts = [
                view.pages.line_count(of, parts, since)
                for parts, since in (((HAPPENED,), day), (_AHEAD, None), (_DOUBTS, None))
            ]
            speakers = tuple(Speaker(*each) for each in view.pages.voices(of))
            return AccountInParts(
                of,
                day,
                view.pages.statements_about(of),
                Parts(counts[0], lambda limit, offset: self._happened(of, day, limit, offset)),
                Parts(counts[1], lambda limit, offset: self._ahead(of, limit, offset)),
                Parts(counts[2], lambda limit, offset: self._disputed(of, limit, offset)),
                speakers,
            )

    def _happened(self, of: str, day: date | None, limit: int, offset: int) -> list[Row]:
        listed, known = self._lines(of, (HAPPENED,), limit, offset, day=day)
        rows = {(row.occurrence.id, row.standing.value, row_day(row)): row for row in timeline(known.values())}
        return [row for _, *key in listed if (row := rows.get((key[0], key[1], key[2]))) is not None]

    def _ahead(self, of: str, limit: int, offset: int) -> list[Prospect]:
        listed, known = self._lines(of, _AHEAD, limit, offset)
        found = {(each.occurrence.id, each.standing.value): each for each in prospects(known.values())}
        return [each for _, *key in listed if (each := found.get((key[0], key[1]))) is not None]

    def _disputed(self, of: str, limit: int, offset: int) -> list[Doubt]:
        listed, known = self._lines(of, _DOUBTS, limit, offset)
        found = (doubt(known[each], figures=part == HOW_MUCH) for part, each, *_ in listed if each in known)
        return [each for each in found if each is not None]

    def _lines(
        self, of: str, parts: Sequence[int], limit: int, offset: int, *, day: date | None = None
    ) -> tuple[list[tuple[int, str, str, str]], dict[str, Occurrence]]:
        """Some lines of the page of a party, and the events and ties they are of as they are told of it."""
        with self._view() as view:
            listed = view.pages.lines(of, parts, day, limit, offset)
            entries = list(view.of({each for _, each, *_ in listed}))
        about = [each for each in entries if not of or any(party.code == of for party in each.statement.parties)]
        return listed, {each.id: each for each in gathered(about)}


def _with_meetings(view: View, matters: set[str]) -> set[str]:
    """The matters with those that settle the same forecasts."""
    topics = {topic for each in matters if (topic := reconcile.meeting(each)) is not None}
    if not topics:
        return matters
    visits = {each for each in view.matters(reconcile.VISITS) if reconcile.meeting(each) in topics}
    return matters | visits | {reconcile.meeting_matter(each) for each in topics}
