"""All figures of a pile side by side, by what they measure, and which of them conflict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from dragoman.analysis.compared import Alike, Compared, connected, is_one_breath
from dragoman.analysis.comparison import Verdict
from dragoman.analysis.figures import Reported
from dragoman.analysis.occurrences import ordered
from dragoman.analysis.times import when
from dragoman.codebook.units import UNITS
from dragoman.records import Entry


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures that reports give for one event type or channel between two sides, and one kind of unit.

    `actor` and `recipient` are the keys of the parties; mutual ties have all on the actor's side. `reports` come by
    period, those without one last.
    """

    type: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    unit_kind: str
    reports: tuple[Reported, ...]
    _compared: Compared = field(repr=False, compare=False)

    @property
    def apart(self) -> tuple[tuple[Alike, Alike], ...]:
        """Two and two groups of reports that say the very same, of which those of the one cannot hold beside those of
        the other.
        """
        return tuple(self._compared.apart())

    @property
    def apparent(self) -> dict[Verdict, int]:
        """How many pairs of such groups differ and can both hold, by what is not the same."""
        return self._compared.apparent()

    @property
    def conflicts(self) -> tuple[tuple[Reported, Reported], ...]:
        """The pairs of reports that cannot both hold."""
        return tuple(self.pairs())

    def pairs(self) -> Iterator[tuple[Reported, Reported]]:
        """The conflicts one after another: of many reports there may be more than memory holds."""
        return (each for two in self._compared.apart() for each in product(*two) if not is_one_breath(*each))

    @property
    def against(self) -> tuple[tuple[Reported, ...], ...]:
        """For each of the reports, in their order, the figures with which it conflicts, of each statement one."""
        return tuple(map(self.opposing, self.reports))

    def opposing(self, report: Reported) -> tuple[Reported, ...]:
        """The figures with which one of the reports conflicts, of each statement one."""
        return self._compared.opposing(report)

    @property
    def contested(self) -> tuple[bool, ...]:
        """For each of the reports, in their order, whether it conflicts with another; found without the pairs."""
        # A statement may give several figures, equal ones too: a report is known by being itself.
        found = {id(report) for together in self.contradicting for report in together}
        return tuple(id(report) in found for report in self.reports)

    @property
    def contradicting(self) -> tuple[tuple[Reported, ...], ...]:
        """The reports that conflict with others, those apart that conflict with none of the others, not even through a
        third.
        """
        return connected(self.reports, self._compared.tying())


def quantities(entries: Iterable[Entry]) -> tuple[Measured, ...]:
    """The figures of the entries by what they measure, in the order in which the entries first speak of it.

    Nothing is averaged and no range is narrowed: each report stands as it is.
    """
    groups: dict[tuple[str, tuple[str, ...], tuple[str, ...], str], list[Reported]] = {}
    for entry in ordered(entries):
        for quantity in entry.statement.quantities:
            kind = UNITS[quantity.unit].kind
            key = (entry.statement.type, *entry.statement.sides, kind)
            groups.setdefault(key, []).append(Reported(quantity, entry))
    return tuple(_measured(*key, reports) for key, reports in groups.items())


def _measured(
    type_: str, actor: tuple[str, ...], recipient: tuple[str, ...], kind: str, reports: list[Reported]
) -> Measured:
    ranked = tuple(sorted(reports, key=lambda each: when(each.period)))
    return Measured(type_, actor, recipient, kind, ranked, Compared(ranked))
