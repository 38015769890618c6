"""Figures of one matter and one kind of unit compared with each other, first by what they are of (`profile`)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import combinations, combinations_with_replacement, product

from dragoman.analysis.comparison import Verdict, differing, limits, profile, settled
from dragoman.analysis.figures import Reported
from dragoman.analysis.neighbours import neighbours

#: Reports that say the very same.
Alike = tuple[Reported, ...]
Bounds = tuple[float, float]

#: Comparisons of two profiles that are remembered.
_REMEMBERED = 1 << 18


@dataclass(frozen=True, slots=True)
class _Group:
    """Reports that say the very same, by the number of their profile and with its bounds: beside figures in the same
    unit and beside others.
    """

    reports: Alike
    numbers: tuple[object, ...]
    profile: int
    same: Bounds
    other: Bounds

    @property
    def unit(self) -> str:
        return self.reports[0].quantity.unit

    def beside(self, group: _Group) -> Bounds:
        return self.same if self.unit == group.unit else self.other


class _Profile:
    """The groups of one profile."""

    def __init__(self) -> None:
        self.groups: list[_Group] = []
        self._extremes: dict[bool, list[_Group]] = {}

    @property
    def first(self) -> _Group:
        return self.groups[0]

    @cached_property
    def is_regular(self) -> bool:
        """Whether no lower bound is above its upper one, which no text says, but whoever makes a figure may."""
        return all(low <= high for group in self.groups for low, high in (group.same, group.other))

    @cached_property
    def numbers(self) -> Counter[tuple[object, ...]]:
        """The numbers that are given, with how many groups give each."""
        return Counter(group.numbers for group in self.groups)

    def extremes(self, beside: _Group) -> Sequence[_Group]:
        """What of it ties figures beside it together that conflict with it, as `_extremes` finds it."""
        is_same = self.first.unit == beside.unit
        if is_same not in self._extremes:
            self._extremes[is_same] = list(_extremes(self.groups, beside))
        return self._extremes[is_same]


class Compared:
    """Only the pairs that somebody asks for are made: there may be as many as figures times figures."""

    def __init__(self, reports: Sequence[Reported]) -> None:
        self._groups = _groups(_alike(reports))
        self._profiles: list[_Profile] = []
        for group in self._groups:
            if group.profile == len(self._profiles):
                self._profiles.append(_Profile())
            self._profiles[group.profile].groups.append(group)
        self._group = {id(report): group for group in self._groups for report in group.reports}
        self._differing = _remembering([each.first.reports[0] for each in self._profiles])

    @property
    def alike(self) -> Iterator[Alike]:
        """The reports by what they say, in the order in which it is last said."""
        return (group.reports for group in self._groups)

    def apart(self) -> Iterator[tuple[Alike, Alike]]:
        """Each two groups that say the very same, of which those of the one cannot hold beside those of the other."""
        pairs = combinations(self._groups, 2)
        return ((one.reports, other.reports) for one, other in pairs if self._is_apart(one, other))

    def opposing(self, report: Reported) -> tuple[Reported, ...]:
        """The reports with which one of them conflicts, of each statement one."""
        own = self._group[id(report)]
        found: dict[str, Reported] = {}
        for group in self._groups:
            if self._is_apart(own, group):
                for each in group.reports:
                    if not is_one_breath(each, report):
                        found.setdefault(each.entry.statement.id, each)
        return tuple(found.values())

    def _is_apart(self, one: _Group, other: _Group) -> bool:
        if one.numbers == other.numbers or not _are_disjoint(one, other):
            return False
        return self._differing(one.profile, other.profile) is None and _are_as_settled(one, other)

    def apparent(self) -> dict[Verdict, int]:
        """How many pairs of groups differ and can both hold, by what is not the same."""
        found: Counter[Verdict] = Counter()
        for one, other in combinations_with_replacement(range(len(self._profiles)), 2):
            verdict, ones, others = self._differing(one, other), self._profiles[one], self._profiles[other]
            if verdict is not None:
                found[verdict] += _of_two_numbers(ones.numbers, others.numbers)
            elif not _are_as_settled(ones.first, others.first):
                found["base"] += _count_disjoint(ones, others)
        return {verdict: count for verdict, count in sorted(found.items()) if count}

    def tying(self) -> Iterator[tuple[Reported, Reported]]:
        """As many of the pairs of reports that conflict as it takes to tie together what all of them do."""
        for one, other in neighbours([each.first.reports[0] for each in self._profiles]):
            ones, others = self._profiles[one], self._profiles[other]
            if _are_as_settled(ones.first, others.first) and self._differing(one, other) is None:
                yield from _tying(ones, others)


def connected(
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


def is_one_breath(one: Reported, other: Reported) -> bool:
    """Whether one statement gives both: parts of a whole, or what was and what is, contradict nobody."""
    return one.entry.statement.id == other.entry.statement.id


def _remembering(firsts: Sequence[Reported]) -> Callable[[int, int], Verdict | None]:
    """What differs between two profiles, given the first report of each."""
    told = lru_cache(_REMEMBERED)(lambda one, other: differing(firsts[one], firsts[other]))
    return lambda one, other: told(one, other) if one < other else told(other, one)


def _groups(alike: Sequence[Alike]) -> list[_Group]:
    numbers: dict[Hashable, int] = {}
    units = {each[0].quantity.unit: each[0] for each in alike}
    found = []
    for each in alike:
        first = each[0]
        beside = next((one for unit, one in units.items() if unit != first.quantity.unit), first)
        number = numbers.setdefault(profile(first), len(numbers))
        found.append(_Group(each, _numbers(first), number, limits(first, first), limits(first, beside)))
    return found


def _alike(reports: Iterable[Reported]) -> list[Alike]:
    """The reports by what they say, in the order in which it is last said."""
    found: dict[tuple[object, ...], list[Reported]] = {}
    for report in reports:
        said = _said(report)
        together = found.pop(said, [])
        together.append(report)
        found[said] = together
    return [tuple(each) for each in found.values()]


def _are_disjoint(one: _Group, other: _Group) -> bool:
    (low, high), (other_low, other_high) = one.beside(other), other.beside(one)
    return high < other_low or other_high < low


def _are_as_settled(one: _Group, other: _Group) -> bool:
    return settled(one.reports[0]) == settled(other.reports[0])


def _of_two_numbers(ones: Counter[tuple[object, ...]], others: Counter[tuple[object, ...]]) -> int:
    """How many pairs of one of these and one of those, or of two if these are those, have two numbers."""
    few, many = sorted((ones, others), key=len)
    pairs = ones.total() * others.total() - sum(count * many[number] for number, count in few.items())
    return pairs // 2 if ones is others else pairs


def _count_disjoint(ones: _Profile, others: _Profile) -> int:
    """How many pairs of one of these and one of those have bounds that do not meet."""
    if not (ones.is_regular and others.is_regular):
        pairs = product(ones.groups, others.groups)
        return sum(one.numbers != other.numbers and _are_disjoint(one, other) for one, other in pairs)
    lows, highs = (sorted(each) for each in zip(*(group.beside(ones.first) for group in others.groups), strict=True))
    beside = [group.beside(others.first) for group in ones.groups]
    return sum(len(lows) - bisect_right(lows, high) + bisect_left(highs, low) for low, high in beside)


def _tying(ones: _Profile, others: _Profile) -> Iterator[tuple[Reported, Reported]]:
    """The pairs that tie together what conflicts among these and those: each report with the two highest and the two
    lowest on the other side.

    Who conflicts with somebody higher does so with the highest; that is two, of two statements, for he may be of the
    statement of one of them.
    """
    if not (ones.is_regular and others.is_regular):
        pairs = (two for two in product(ones.groups, others.groups) if two[0].numbers != two[1].numbers)
        yield from (each for two in pairs for each in _conflicting(*two))
        return
    for some, against in ((ones, others), (others, ones)):
        for extreme in against.extremes(some.groups[0]):
            for group in some.groups:
                yield from _conflicting(group, extreme)


def _conflicting(one: _Group, other: _Group) -> Iterator[tuple[Reported, Reported]]:
    """The pairs of reports of two groups that conflict."""
    if _are_disjoint(one, other):
        yield from (each for each in product(one.reports, other.reports) if not is_one_breath(*each))


def _extremes(groups: Sequence[_Group], beside: _Group) -> Iterator[_Group]:
    """The highest and the lowest group, and the next that somebody else than the first report of it tells, each with
    one report.
    """
    for key in (lambda group: -group.beside(beside)[0], lambda group: group.beside(beside)[1]):
        first = min(groups, key=key)
        yield replace(first, reports=first.reports[:1])
        elsewhere = (_without(group, first.reports[0]) for group in groups)
        second = min((group for group in elsewhere if group.reports), key=key, default=None)
        if second is not None:
            yield replace(second, reports=second.reports[:1])


def _without(group: _Group, breath: Reported) -> _Group:
    """A group without what one statement tells."""
    kept = tuple(each for each in group.reports if not is_one_breath(each, breath))
    return group if len(kept) == len(group.reports) else replace(group, reports=kept)


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
