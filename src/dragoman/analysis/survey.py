"""A whole ledger at a glance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.disputes import Dispute, FigureDispute, disputes, figure_disputes
from dragoman.analysis.network import Network, network
from dragoman.analysis.occurrences import Occurrence, gathered
from dragoman.records import Entry, Standing


@dataclass(frozen=True, slots=True)
class Survey:
    """The network of a day, and of all days what deserves a second look.

    `disputed` is asserted and denied, `figures` are numbers that contradict each other, `single` what is asserted on
    one origin alone: what most reports repeat comes first.
    """

    network: Network
    disputed: tuple[Dispute, ...]
    figures: tuple[FigureDispute, ...]
    single: tuple[Occurrence, ...]


def survey(entries: Iterable[Entry], *, as_of: date | None = None) -> Survey:
    """The survey of entries; the network is that of `as_of`, or of the day of the latest publication."""
    known = [*entries]
    occurrences = gathered(known)
    single = [each for each in occurrences if each.origins(Standing.ASSERTED) == 1]
    single.sort(key=lambda each: -len(each.asserted))
    return Survey(network(known, as_of=as_of), disputes(occurrences), figure_disputes(occurrences), tuple(single))
