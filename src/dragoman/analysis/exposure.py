"""How far one party depends on others in a channel, by the shares on record."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, reduce

from dragoman.analysis.comparison import Base, alike, base_of
from dragoman.analysis.figures import Reported, base, bounds, plain_base
from dragoman.analysis.frame import Frame, Shown
from dragoman.analysis.links import Link, Links, tie_ids
from dragoman.analysis.network import Network
from dragoman.analysis.ranges import Range, concentration, narrowed, total
from dragoman.analysis.ties import Tie
from dragoman.records import Quantity

#: Channels in which something is supplied, and which can be supplied by another.
SUPPLIES = ("energy", "arms", "trade", "aid")
#: What says that a number is of each of several, or of one after the other.
_EACH = re.compile(r"\b(?:apiece|both|each|respectively)\b", re.IGNORECASE)
#: A party and the channel in which it depends on others.
Key = tuple[str, str]
#: A share that a report gives, and the partners that have it together.
Stated = tuple[frozenset[str], Reported]
#: Of the table of exposures.
COLUMNS = tuple(
    "party channel base partner low high concentration_low concentration_high origins oldest newest statements".split()
)


@dataclass(frozen=True, slots=True)
class Share:
    """What some partners have together, in per cent of a base, with the figures that say so.

    The range is from the least to the greatest bound of the figures, "about" taken as a tenth either way; without
    figures it is supposed.
    """

    partners: tuple[str, ...]
    range: Range
    reports: tuple[Reported, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """A territory or route that a party or its partner uses: a link of transit, and the supplies that may pass it."""

    link: Link
    supplies: tuple[Link, ...]

    @property
    def over(self) -> str:
        """The territory or route."""
        return self.link.giver

    @property
    def user(self) -> str:
        """The party or the partner of it that uses it."""
        return self.link.taker

    @property
    def ties(self) -> tuple[Tie, ...]:
        """The ties that say so."""
        return self.link.ties

    @property
    def together(self) -> bool:
        """Whether a sentence tells of it and of a supply."""
        beside = frozenset[str]().union(*self.link.behind.beside(self.link.tie_ids).values())
        return any(each in beside for supply in self.supplies for each in supply.tie_ids)


@dataclass(frozen=True)
class Exposure(Shown):
    """How far `party` depends on its partners in a channel, in shares of one base of its own.

    `base` is what the shares are of, `None` if there is no share on record. `links` are the standing links to all
    partners, `shares` what is stated, of one partner or several together, in the network `of`. `earlier` is what is
    stated of ties that do not stand on its day, such as a year that is over: it counts for nothing else.
    """

    party: str
    channel: str
    base: str | None
    links: tuple[Link, ...]
    shares: tuple[Share, ...]
    of: Network = field(compare=False, repr=False)
    earlier: tuple[Share, ...] = ()

    @cached_property
    def routes(self) -> tuple[Route, ...]:
        """What the supply may pass."""
        return tuple(_routes(self.of, self.party, self.links))

    @cached_property
    def _sets(self) -> dict[frozenset[str], Range]:
        return {frozenset(share.partners): share.range for share in self.shares}

    @cached_property
    def _narrowed(self) -> dict[str, Range] | None:
        return narrowed(self._sets)

    @property
    def fits(self) -> bool:
        """Whether the shares on record can all hold at once."""
        return self._narrowed is not None

    @cached_property
    def partners(self) -> dict[str, Range]:
        """What each partner with a share can have, in per cent, all shares on record taken together.

        If they cannot all hold, what is stated of each alone.
        """
        if self._narrowed is not None:
            return self._narrowed
        alone = {share.partners[0]: share.range for share in self.shares if len(share.partners) == 1}
        return {partner: alone.get(partner, Range(0.0, 100.0)) for each in self.shares for partner in each.partners}

    @property
    def explained(self) -> Range:
        """What all partners with a share have together, in per cent."""
        return total(self._sets, self.partners) if self.fits else Range(0.0, 100.0)

    @property
    def unexplained(self) -> Range:
        """What is left for others, in per cent."""
        return Range(100 - self.explained.high, 100 - self.explained.low)

    @property
    def concentration(self) -> Range:
        """The bounds of the Herfindahl–Hirschman index, 0 (many small partners) to 1 (one)."""
        return concentration(self.partners.values(), self.unexplained) if self.fits else Range(0.0, 1.0)

    @property
    def without(self) -> tuple[str, ...]:
        """The partners of whose share nothing is on record."""
        return tuple(sorted({_partner(link, self.party) for link in self.links} - set(self.partners)))

    @property
    def figures(self) -> tuple[Reported, ...]:
        """All figures that the shares rest on."""
        return tuple(report for share in self.shares for report in share.reports)

    @property
    def last_told(self) -> dict[str, date]:
        """For each partner when the last report was published that it is one, as far as that is known."""
        told = ((_partner(link, self.party), link.last_told) for link in self.links)
        return {partner: day for partner, day in told if day is not None}

    @property
    def origins(self) -> int | None:
        """On how many independent origins its best supported link rests; `None` if not reconciled yet."""
        return max((link.origins for link in self.links if link.origins is not None), default=None)

    @property
    def oldest(self) -> date | None:
        """The earliest day that a figure is of, or where it gives no time was published on."""
        return min((each.told_on for each in self.figures if each.told_on is not None), default=None)

    @property
    def newest(self) -> date | None:
        """The latest day that a figure is of, or where it gives no time was published on."""
        return max((each.told_on for each in self.figures if each.told_on is not None), default=None)

    def table(self) -> Frame:
        """A row a partner with its bounds in per cent, `None` where nothing is on record, then what is unexplained.

        The concentration, and the days of the figures, are of all of them; `origins` and `statements` are those of the
        partner, of what is unexplained all that the shares rest on.
        """
        known = [(partner, each.low, each.high) for partner, each in self.partners.items()]
        unknown = [(partner, None, None) for partner in self.without]
        rest = [(None, self.unexplained.low, self.unexplained.high)] * bool(known)
        return Frame(COLUMNS, tuple(self._row(*each) for each in (*known, *unknown, *rest)))

    def _row(self, partner: str | None, low: float | None, high: float | None) -> tuple[object, ...]:
        links = [link for link in self.links if partner in (None, _partner(link, self.party))]
        said = [report.entry.statement.id for report in self._figures_of(partner)]
        if not said and partner is not None:
            said = [each for link in links for each in link.statements]
        index = (self.concentration.low, self.concentration.high) if self.partners else (None, None)
        origins = max((link.origins for link in links if link.origins is not None), default=None)
        return (
            *(self.party, self.channel, self.base, partner, low, high, *index),
            *(origins, self.oldest, self.newest, "; ".join(dict.fromkeys(said))),
        )

    def _figures_of(self, partner: str | None) -> Iterator[Reported]:
        """The figures of what a partner has, alone or with others; of all if it is `None`."""
        return (each for share in self.shares if partner in (None, *share.partners) for each in share.reports)


@dataclass(frozen=True, slots=True)
class Taken:
    """A share to be taken in place of those on record: what a partner has of a party's base, in per cent."""

    party: str
    partner: str
    channel: str
    range: Range
    base: str | None = None


def exposures(
    of: Network,
    party: str | None = None,
    channel: str | None = None,
    *,
    since: date | None = None,
    taken: Sequence[Taken] = (),
    among: Set[Key] | None = None,
) -> tuple[Exposure, ...]:
    """How far a party, or each, depends on others in a channel, or in each of `SUPPLIES`: one answer for each base.

    `since` leaves out figures of earlier days; `taken` puts others in place of those on record; `among` leaves only
    some parties, each in some channels.
    """
    found: list[Exposure] = []
    for name in _channels(channel, among):
        held: dict[str, list[Link]] = {}
        for link in _among(of.within(name), name, among):
            for code in _depending(link, party):
                if among is None or (code, name) in among:
                    held.setdefault(code, []).append(link)
        sharing = of.behind.sharing(tie_ids(link for links in held.values() for link in links))
        of.behind.outlines(sharing)
        of.behind.figured(sharing)
        for code, links in sorted(held.items()):
            shares = [each for link in links for each in _reported(link, code, sharing) if _is_of(each[1], since)]
            found += _exposures(of, (code, name), tuple(links), _at_once(shares), taken)
    return tuple(found)


def _channels(channel: str | None, among: Set[Key] | None) -> tuple[str, ...]:
    names = SUPPLIES if channel is None else (channel,)
    return names if among is None else tuple(name for name in names if any(name == each for _, each in among))


def _among(links: Links, channel: str, among: Set[Key] | None) -> Links:
    if among is None:
        return links
    codes = {code for code, name in among if name == channel}
    return links.touching(codes)


def keys(link: Link) -> tuple[Key, ...]:
    """Whose dependence a link says something of, and in which channel."""
    return tuple((code, link.channel) for code in _depending(link, None))


def _exposures(
    of: Network,
    key: Key,
    links: tuple[Link, ...],
    shares: Iterable[Stated],
    taken: Sequence[Taken],
) -> Iterator[Exposure]:
    party, channel = key
    groups = _by_base(shares)
    mine = [each for each in taken if (each.party, each.channel) == key]
    names = [
        min((base(report.quantity) or "" for _, report in group), key=lambda each: (len(each), each))
        for group in groups
    ]
    for name, group in zip(names, groups, strict=True):
        yield Exposure(party, channel, name, links, _shares(group, name, mine), of)
    if links:
        yield from (Exposure(party, channel, name, links, shares, of) for name, shares in _off_record(mine, names))


def _by_base(shares: Iterable[Stated]) -> list[list[Stated]]:
    """Shares of one base together, each with the first that it may be of one base with."""
    groups: list[list[Stated]] = []
    # What is alike in every word needs no other look at the groups before it.
    known: dict[Base, list[Stated]] = {}
    for partners, report in shares:
        own = base_of(report)
        if own not in known:
            found = next((each for each in groups if alike(base_of(each[0][1]), own)), None)
            if found is None:
                groups.append(found := [])
            known[own] = found
        known[own].append((partners, report))
    return groups


def _off_record(taken: Sequence[Taken], names: Sequence[str]) -> Iterator[tuple[str | None, tuple[Share, ...]]]:
    """What is supposed of each base that is none of those on record; where none is, one answer at least."""
    left = [each for each in taken if not names or (each.base is not None and plain_base(each.base) not in names)]
    bases: Iterable[str | None] = dict.fromkeys(each.base for each in left) or (() if names else (None,))
    for one in bases:
        yield one, tuple(Share((each.partner,), each.range, ()) for each in left if each.base == one)


def _shares(group: Iterable[Stated], name: str, taken: Sequence[Taken]) -> tuple[Share, ...]:
    held = defaultdict[frozenset[str], dict[tuple[str, Quantity], Reported]](dict)
    for partners, report in group:
        held[partners].setdefault((report.entry.statement.id, report.quantity), report)
    found = {partners: share(partners, [*reports.values()]) for partners, reports in held.items()}
    for each in taken:
        if each.base is None or plain_base(each.base) == name:
            found[frozenset((each.partner,))] = Share((each.partner,), each.range, ())
    return tuple(sorted(found.values(), key=lambda each: each.partners))


def share(partners: Iterable[str], reports: Sequence[Reported]) -> Share:
    """What figures say that some partners have together."""
    return Share(tuple(sorted(partners)), _hull(reports), (*reports,))


def _hull(reports: Sequence[Reported]) -> Range:
    ranges = (Range(*each).within(0.0, 100.0) for each in {bounds(report.quantity) for report in reports})
    return reduce(Range.over, ranges)


def _reported(link: Link, party: str, sharing: Set[str]) -> Iterator[Stated]:
    """The shares of a party's own bases that the ties of a link give, of which those `sharing` give any, with the
    partners that have them together.
    """
    ids = [each for each in link.tie_ids if each in sharing]
    figured = link.behind.figured(ids)
    for tie in link.behind.outlines(ids).values():
        partners = frozenset(tie.actor if party in tie.recipient else (*tie.actor, *tie.recipient)) - {party}
        for entry in figured[tie.id]:
            for quantity in entry.statement.quantities:
                # A base without an owner is of the one that is supplied.
                owner = quantity.whose or (link.taker if not link.mutual else party)
                if quantity.unit == "percent" and base(quantity) and owner == party:
                    yield partners, Reported(quantity, entry)


def _at_once(shares: Sequence[Stated]) -> list[Stated]:
    """The shares; a number that is given once of several partners is what they have together."""
    together = defaultdict[tuple[object, ...], frozenset[str]](frozenset)
    for partners, report in shares:
        together[_words(report)] |= partners
    return [
        (partners if _EACH.search(report.entry.statement.evidence.text) else together[_words(report)], report)
        for partners, report in shares
    ]


def _words(report: Reported) -> tuple[object, ...]:
    """Where a number stands in its document."""
    mention = report.quantity.mention
    return report.entry.document.id, mention.start, mention.end


def _is_of(report: Reported, since: date | None) -> bool:
    day = report.told_on
    return since is None or (day is not None and day >= since)


def _depending(link: Link, party: str | None) -> tuple[str, ...]:
    """Whose dependence a link says something of: of the party asked for, or else of all that it supplies."""
    ends = (link.giver, link.taker)
    if party is not None:
        return tuple(code for code in ends if code == party)
    return ends if link.mutual else (link.taker,)


def _partner(link: Link, party: str) -> str:
    return link.giver if link.taker == party else link.taker


def _routes(of: Network, party: str, links: tuple[Link, ...]) -> Iterator[Route]:
    users = {party, *(_partner(link, party) for link in links)}
    for link in of.within("transit"):
        if link.taker in users and link.giver != party:
            yield Route(link, links)
