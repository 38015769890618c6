"""Shares of supplies that are over on the day of a network, beside those that count on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from dragoman.analysis.comparison import same_base
from dragoman.analysis.exposure import SUPPLIES, Exposure, Key, Share, share
from dragoman.analysis.figures import Reported, base
from dragoman.analysis.network import Network
from dragoman.codebook.ties import MUTUAL
from dragoman.records import Entry

#: Whose share it is and in which channel, with whom, and the figure.
_Old = tuple[Key, frozenset[str], Reported]


def with_earlier(
    found: Iterable[Exposure], entries: Iterable[Entry], of: Network, party: str | None, *, since: date | None = None
) -> tuple[Exposure, ...]:
    """Exposures in a network, of one party or each, with the shares that do not count on its day because what they are
    of was over by then; these are in answers of their own where no other is of their base.

    `entries` are asserted ties of the channels that are asked for, and `since` leaves out figures of earlier days.
    """
    listed = [*found]
    counted = {report.entry.statement.id for each in listed for report in each.figures}
    for key, partners, report in _old(entries, of, counted, since):
        if party in (None, key[0]):
            _put(listed, key, (partners, report), of)
    places = {name: place for place, name in enumerate(SUPPLIES)}
    return tuple(sorted(listed, key=lambda each: (places.get(each.channel, 0), each.party)))


def _old(entries: Iterable[Entry], of: Network, counted: set[str], since: date | None) -> Iterator[_Old]:
    for entry in entries:
        if entry.statement.id in counted:
            continue
        for quantity in entry.statement.quantities:
            report = Reported(quantity, entry)
            day = report.told_on
            is_over = day is not None and (of.as_of is None or day < of.as_of) and (since is None or day >= since)
            if quantity.unit == "percent" and base(quantity) and is_over:
                yield from ((key, partners, report) for key, partners in _shared(report))


def _shared(report: Reported) -> Iterator[tuple[Key, frozenset[str]]]:
    """Whose a share is, with whom: the one that the base belongs to, or else who is supplied."""
    statement = report.entry.statement
    actor, recipient = ({each.code for each in side if each.code} for side in (statement.actor, statement.recipient))
    others = actor if statement.type not in MUTUAL else actor | recipient
    owners = {report.quantity.whose} if report.quantity.whose else (recipient or actor)
    for owner in sorted(owners & (actor | recipient)):
        partners = frozenset(others if owner in recipient else actor | recipient) - {owner}
        if partners:
            yield (owner, statement.type), partners


def _put(listed: list[Exposure], key: Key, share_: tuple[frozenset[str], Reported], of: Network) -> None:
    """Put a share beside those of its base."""
    partners, report = share_
    for place, each in enumerate(listed):
        known = [*each.figures, *(one for old in each.earlier for one in old.reports)]
        if (each.party, each.channel) == key and any(same_base(one, report) for one in known):
            listed[place] = replace(each, earlier=_with(each.earlier, partners, report))
            return
    listed.append(Exposure(*key, base(report.quantity), (), (), of, _with((), partners, report)))


def _with(earlier: Sequence[Share], partners: frozenset[str], report: Reported) -> tuple[Share, ...]:
    held = {frozenset(each.partners): each.reports for each in earlier}
    held[partners] = (*held.get(partners, ()), report)
    return tuple(sorted((share(each, reports) for each, reports in held.items()), key=lambda each: each.partners))
