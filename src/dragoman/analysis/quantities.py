"""All figures of a pile side by side, by what they measure, and which of them conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from dragoman.analysis.comparison import Verdict, compare
from dragoman.analysis.figures import Reported
from dragoman.analysis.occurrences import ordered
from dragoman.analysis.times import when
from dragoman.codebook.units import UNITS
from dragoman.records import Entry


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures that reports give for one event type or channel between two sides, and one kind of unit.

    `actor` and `recipient` are the keys of the parties; mutual ties have all on the actor's side. `reports` come by
    period, those without one last. `conflicts` are the pairs that cannot both hold; `apparent` counts, by what is not
    the same, the pairs that differ and can.
    """

    type: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    unit_kind: str
    reports: tuple[Reported, ...]
    conflicts: tuple[tuple[Reported, Reported], ...]
    apparent: dict[Verdict, int]

    @property
    def against(self) -> tuple[tuple[str, ...], ...]:
        """For each of the reports, in their order, the ids of the statements whose figures it conflicts with."""
        # A statement may give several figures, equal ones too: a report is known by being itself.
        found: dict[int, dict[str, None]] = {}
        for pair in self.conflicts:
            for one, other in (pair, pair[::-1]):
                found.setdefault(id(one), {})[other.entry.statement.id] = None
        return tuple(tuple(found.get(id(each), ())) for each in self.reports)


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
    verdicts = [(pair, compare(*pair)) for pair in _different(ranked)]
    conflicts = tuple(each for pair, verdict in verdicts if verdict == "apart" for each in _all_like(pair, ranked))
    apparent = Counter(verdict for _, verdict in verdicts if verdict not in ("apart", "agree"))
    return Measured(type_, actor, recipient, kind, ranked, conflicts, dict(sorted(apparent.items())))


def _different(reports: Iterable[Reported]) -> Iterator[tuple[Reported, Reported]]:
    """Each two reports that give different numbers; of several that say the very same the first stands for all."""
    unlike = {_said(report): report for report in reversed(list(reports))}
    for one, other in combinations(reversed(unlike.values()), 2):
        if _numbers(one) != _numbers(other):
            yield one, other


def _all_like(pair: tuple[Reported, Reported], reports: Sequence[Reported]) -> Iterator[tuple[Reported, Reported]]:
    """Each two reports that say the very same as the two of a pair."""
    first, second = ([each for each in reports if _said(each) == _said(one)] for one in pair)
    return (each for each in product(first, second) if not _is_one_breath(*each))


def _is_one_breath(one: Reported, other: Reported) -> bool:
    """Whether one statement gives both: parts of a whole, or what was and what is, contradict nobody."""
    return one.entry.statement.id == other.entry.statement.id


def _said(report: Reported) -> tuple[object, ...]:
    quantity, period, statement = report.quantity, report.period, report.entry.statement
    # Two events of one day are two, though the same is said of both.
    event = report.entry.occurrence if statement.kind == "event" else None
    return (
        *_numbers(report), quantity.of, quantity.whose, period.start, period.end, statement.standing, event
    )  # fmt: skip


def _numbers(report: Reported) -> tuple[object, ...]:
    quantity = report.quantity
    return (quantity.low, quantity.high, quantity.unit, quantity.approximate)
