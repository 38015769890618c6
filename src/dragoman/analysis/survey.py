"""What in a whole ledger deserves a second look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.analysis.disputes import Dispute, FigureDispute, disputes, figure_disputes
from dragoman.analysis.occurrences import Occurrence, gathered
from dragoman.records import Entry, Standing


@dataclass(frozen=True, slots=True)
class Survey:
    """What deserves a second look, whenever it was.

    `disputed` is asserted and denied, `figures` are numbers that contradict each other, `single` what is asserted on
    one origin alone: what most reports repeat comes first.
    """

    disputed: tuple[Dispute, ...]
    figures: tuple[FigureDispute, ...]
    single: tuple[Occurrence, ...]


def survey(entries: Iterable[Entry]) -> Survey:
    """The survey of entries."""
    occurrences = gathered(entries)
    single = [each for each in occurrences if each.origins(Standing.ASSERTED) == 1]
    single.sort(key=lambda each: -len(each.asserted))
    return Survey(disputes(occurrences), figure_disputes(occurrences), tuple(single))
