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

#: Reports that say the very same.
Alike = tuple[Reported, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures that reports give for one event type or channel between two sides, and one kind of unit.

    `actor` and `recipient` are the keys of the parties; mutual ties have all on the actor's side. `reports` come by
    period, those without one last. `apart` are two and two groups of reports that say the very same, of which those of
    the one cannot hold beside those of the other; `apparent` counts, by what is not the same, the pairs that differ and
    can.
    """

    type: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    unit_kind: str
    reports: tuple[Reported, ...]
    apart: tuple[tuple[Alike, Alike], ...]
    apparent: dict[Verdict, int]

    @property
    def conflicts(self) -> tuple[tuple[Reported, Reported], ...]:
        """The pairs of reports that cannot both hold."""
        return tuple(each for two in self.apart for each in product(*two) if not _is_one_breath(*each))

    @property
    def against(self) -> tuple[tuple[Reported, ...], ...]:
        """For each of the reports, in their order, the figures with which it conflicts, of each statement one."""
        # A statement may give several figures, equal ones too: a report is known by being itself.
        found: dict[int, dict[str, Reported]] = {}
        for pair in self.conflicts:
            for one, other in (pair, pair[::-1]):
                found.setdefault(id(one), {}).setdefault(other.entry.statement.id, other)
        return tuple(tuple(found.get(id(each), {}).values()) for each in self.reports)

    @property
    def contradicting(self) -> tuple[tuple[Reported, ...], ...]:
        """The reports that conflict with others, those apart that conflict with none of the others, not even through a
        third.
        """
        return _connected(self.reports, (each for two in self.apart for each in _tying(*two)))


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
    alike = _alike(ranked)
    verdicts = [(two, compare(two[0][0], two[1][0])) for two in _different(alike)]
    apart = tuple(two for two, verdict in verdicts if verdict == "apart")
    apparent = Counter(verdict for _, verdict in verdicts if verdict not in ("apart", "agree"))
    return Measured(type_, actor, recipient, kind, ranked, apart, dict(sorted(apparent.items())))


def _alike(reports: Iterable[Reported]) -> list[Alike]:
    """The reports by what they say, in the order in which it is last said."""
    found: dict[tuple[object, ...], list[Reported]] = {}
    for report in reports:
        said = _said(report)
        together = found.pop(said, [])
        together.append(report)
        found[said] = together
    return [tuple(each) for each in found.values()]


def _different(alike: Iterable[Alike]) -> Iterator[tuple[Alike, Alike]]:
    """Each two groups that give different numbers; of those that say the very same the first stands for all."""
    for one, other in combinations(alike, 2):
        if _numbers(one[0]) != _numbers(other[0]):
            yield one, other


def _tying(one: Alike, other: Alike) -> Iterator[tuple[Reported, Reported]]:
    """As many of the pairs of two groups that conflict as it takes to tie together what all of them do.

    Two of a group, of two statements, do: who is of the statement of the one conflicts with the other.
    """
    for several, against in ((one, _of_two_statements(other)), (other, _of_two_statements(one))):
        yield from (each for each in product(several, against) if not _is_one_breath(*each))


def _of_two_statements(alike: Alike) -> Alike:
    second = next((each for each in alike if not _is_one_breath(each, alike[0])), None)
    return alike[:1] if second is None else (alike[0], second)


def _connected(
    reports: Sequence[Reported], pairs: Iterable[tuple[Reported, Reported]]
) -> tuple[tuple[Reported, ...], ...]:
    """The reports that are in pairs, by which pairs tie them together, in their order."""
    place = {id(report): number for number, report in enumerate(reports)}
    first: dict[int, int] = {}

    def root(number: int) -> int:
        while (above := first.setdefault(number, number)) != number:
            first[number] = first[above]
            number = above
        return number

    for one, other in pairs:
        low, high = sorted((root(place[id(one)]), root(place[id(other)])))
        first[high] = low
    groups: dict[int, list[Reported]] = {}
    for number in sorted(first):
        groups.setdefault(root(number), []).append(reports[number])
    return tuple(tuple(each) for each in groups.values())


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
