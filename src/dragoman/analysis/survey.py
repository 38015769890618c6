"""A whole ledger at a glance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.disputes import Dispute, FigureDispute, disputes, figure_disputes
from dragoman.analysis.network import Network, network
from dragoman.analysis.occurrences import Occurrence, gathered
from dragoman.records import Entry, Standing

Doubt = Dispute | FigureDispute


@dataclass(frozen=True, slots=True)
class Survey:
    """The network of a day, and of all days what deserves a second look.

    `doubts` is what is asserted and denied, then numbers that contradict each other; `single` what is asserted on one
    origin alone. In each what most reports repeat comes first.
    """

    network: Network
    doubts: Sequence[Doubt]
    single: Sequence[Occurrence]


def survey(entries: Iterable[Entry], *, as_of: date | None = None) -> Survey:
    """The survey of entries; the network is that of `as_of`, or of the day of the latest publication."""
    known = [*entries]
    occurrences = gathered(known)
    doubts: list[Doubt] = sorted(disputes(occurrences), key=_most)
    doubts += sorted(figure_disputes(occurrences), key=_most)
    single = [each for each in occurrences if each.origins(Standing.ASSERTED) == 1]
    return Survey(network(known, as_of=as_of), tuple(doubts), tuple(sorted(single, key=_repeated)))


def doubt(of: Occurrence, *, figures: bool) -> Doubt | None:
    """Why an event or tie is doubted: for its figures, or because it is denied too; `None` if it is not."""
    found: Sequence[Doubt] = figure_disputes([of]) if figures else disputes([of])
    return found[0] if found else None


def _most(of: Doubt) -> tuple[int, str]:
    return _repeated(of.occurrence)


def _repeated(of: Occurrence) -> tuple[int, str]:
    return (-len(of.asserted), of.id)
