"""What can be asked of the statements of a ledger: each answer a pure function of them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import date

from dragoman.analysis import (
    Account,
    Balance,
    Balances,
    Exposures,
    Forecasts,
    Network,
    Quantities,
    Series,
    Survey,
    Ties,
    Told,
    account,
    balance,
    balances,
    exposures,
    forecasts,
    gathered,
    may_be_cut,
    networks,
    one_a_day,
    outline,
    quantities,
    series,
    stands,
    survey,
    ties,
    turning_days,
)
from dragoman.analysis.exposure import SUPPLIES
from dragoman.analysis.former import with_earlier
from dragoman.analysis.periods import length
from dragoman.analysis.series import unit
from dragoman.analysis.times import latest
from dragoman.analysis.undated import as_published
from dragoman.analysis.undated import undated as undated_of
from dragoman.codebook.names import code
from dragoman.codebook.ties import channel as channel_of
from dragoman.ledger import Filters
from dragoman.records import Entry, Standing, TurningDay


class Questions(ABC):
    """Answers from whatever gives statements."""

    @abstractmethod
    def statements(self, filters: Filters | None = None) -> Iterator[Entry]:
        """The statements that the filters let through, in the order of documents and of their texts."""

    def last_published(self) -> date | None:
        """The last day on which a document with a statement was published: what is asked without a day is answered as
        of it, whatever it is about. `None` if nothing says when any was.
        """
        return latest(self.statements())

    def one_a_day(self, filters: Filters | None = None) -> Told:
        """Of the asserted events that the filters let through the first report of each type, sides and day."""
        return Told(one_a_day(self.statements(filters)))

    def ties(self, *parties: str, on: date | None = None) -> Ties:
        """What stands or stood between parties, and from when to when, by statements in which all of them take part;
        raises `UnknownName`.

        `on` leaves those that stand on that day.
        """
        filters = Filters(parties=tuple(code(name) for name in parties))
        found = ties(gathered(self.statements(filters)))
        return Ties(tie for tie in found if on is None or stands(tie, on))

    def quantities(self, *parties: str) -> Quantities:
        """All figures side by side, of statements in which all of the parties take part; raises `UnknownName`."""
        filters = Filters(parties=tuple(code(name) for name in parties), figures=True)
        return Quantities(quantities(self.statements(filters)))

    def forecasts(self, *parties: str, on: date | None = None) -> Forecasts:
        """What was predicted in statements in which all of the parties take part, and what came of it by a day; raises
        `UnknownName`.

        `on` defaults to the day of the latest publication of all.
        """
        filters = Filters(parties=tuple(code(name) for name in parties))
        today = self.last_published() if on is None else None
        return Forecasts(forecasts(self.statements(filters), on=on, today=today))

    def account(
        self, *parties: str, channel: str | None = None, as_of: date | None = None, most: int | None = None
    ) -> Account:
        """All that is said of a party, of two, of any two of several, or in a channel; what a brief tells in prose.

        `as_of` defaults to the day of the latest publication of all. Of more than `most` statements about one
        or two parties only those published last by that day are told, with the first reports of ties. Raises
        `UnknownName`, or `InvalidValue` if nothing is named.
        """
        codes = tuple(code(name) for name in parties)
        name = channel_of(channel).name if channel is not None else None
        day = as_of if as_of is not None else self.last_published()
        cut = self._account_cut(codes, most, day) if most is not None and may_be_cut({*codes}, name) else None
        if cut is not None:
            return cut
        filters = Filters(parties=codes) if len(codes) < 3 else Filters()
        return account(self.statements(filters), *codes, channel=name, as_of=day, most=most)

    def _account_cut(self, codes: tuple[str, ...], most: int, as_of: date | None) -> Account | None:
        """The account of more than `most` statements without a look at all of them; `None` where there is no such way,
        or where there are not so many.
        """
        return None

    def survey(self) -> Survey:
        """What is disputed and what rests on one origin, from one look at the ledger."""
        return survey(self.statements())

    def network(self, *, as_of: date | None = None) -> Network:
        """The ties that stand on a day, on that of the latest publication if none is given, as a signed network."""
        return self.networks(as_of)[0]

    def networks(self, *days: date | None) -> tuple[Network, ...]:
        """The networks of several days, `None` being that of the latest publication, from one look at the ledger."""
        return networks(self.statements(), *days)

    def turning_days(self, *channels: str) -> tuple[TurningDay, ...]:
        """The days on which the network, or that of some channels, becomes another one, in order: how many ties begin
        and end there. Raises `UnknownName`.
        """
        names = {channel_of(each).name for each in channels}
        return turning_days((outline(each) for each in ties(gathered(self.statements()))), names)

    def balance(self, *, as_of: date | None = None) -> Balance:
        """Which triads of the network of a day are balanced and which are strained."""
        return balance(self.network(as_of=as_of))

    def balances(self, *, since: date | None = None, until: date | None = None, period: str = "year") -> Balances:
        """Which triads are balanced on the last day of each period, and which are so no more, or only now.

        From the period that holds `since` to `until`, by default from the first to the latest publication; `period` as
        in `series`. Raises `InvalidValue`.
        """
        return balances(self.statements(), since=since, until=until, period=length(period))

    def exposures(
        self,
        party: str | None = None,
        channel: str | None = None,
        *,
        as_of: date | None = None,
        since: date | None = None,
    ) -> Exposures:
        """How far a party, or each, depended on others in a channel, or in all supplies, on a day; one for each base.

        Shares are per cent, as ranges; those of what was over by then are told apart. `since` leaves out figures of
        earlier days. Raises `UnknownName`.
        """
        return self._exposures(self.network(as_of=as_of), party, channel, since)

    def _exposures(self, of: Network, party: str | None, channel: str | None, since: date | None) -> Exposures:
        """The exposures in a network, with the shares of what is over on its day."""
        name = None if channel is None else channel_of(channel).name
        whose = None if party is None else code(party)
        filters = Filters(
            parties=() if whose is None else (whose,),
            kind="tie",
            types=SUPPLIES if name is None else (name,),
            standings=(Standing.ASSERTED,),
            figures=True,
        )
        found = exposures(of, whose, name, since=since)
        return Exposures(with_earlier(found, self.statements(filters), of, whose, since=since))

    def series(
        self,
        *parties: str,
        period: str = "month",
        by: str = "occurrence",
        full: bool = False,
        days: tuple[date | None, date | None] = (None, None),
        undated: str = "apart",
    ) -> Series:
        """What each did to each other by period, in the dyads that all of the parties are in.

        `period` is `day`, `week`, `month`, `quarter` or `year`; `by` counts each `occurrence` once, or each `report`;
        `full` adds the periods in which nothing happened; `days` leaves the periods from that of the first to that of
        the second; `undated` keeps an event of which no report gives a time `apart`, or takes it to be of the day on
        which it was first `published`, as the table says. Raises `UnknownName` or `InvalidValue`.
        """
        codes = tuple(code(name) for name in parties)
        entries: Iterator[Entry] = self.statements(Filters(parties=codes, kind="event"))
        if undated_of(undated) == "published":
            entries = as_published(entries, each=unit(by) == "report")
        return series(entries, of_codes=codes, period=length(period), by=unit(by), full=full, days=days)
